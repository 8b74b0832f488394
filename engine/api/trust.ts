import { writing } from '../context.ts'
import { listTrust, takeTrustBack, trustHistory, whoReviews } from '../quality/index.ts'
import { scorerVersionsHere } from '../scorer-versions.ts'
import { inTransaction } from '../store/index.ts'
import { api } from './base.ts'

const keyed = ({
  scorecardId,
  questionId,
  scorerId,
}: {
  scorecardId: number
  questionId: string
  scorerId: string
}) => ({
  scorecardId,
  questionKey: questionId,
  scorerId,
})

export const trustApi = api.trust.router({
  list: api.trust.list.handler(({ context }) => listTrust(context.read, scorerVersionsHere(context.read))),
  history: api.trust.history.handler(({ context, input }) => trustHistory(context.read, keyed(input))),
  demote: api.trust.demote.handler(async ({ context, input }) => {
    const who = whoReviews(context).name ?? 'Reviewer'
    const state = await writing(context, (database) =>
      inTransaction(database, () =>
        takeTrustBack(database, keyed(input), { reason: input.reason, who, now: context.now() }),
      ),
    )
    context.events.emit({ type: 'data.changed', topics: ['trust', 'reviews'], job: null })
    return { state }
  }),
})
