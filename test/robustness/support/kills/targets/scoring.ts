import { seededRandom } from '../../../../../engine/statistics/index.ts'
import { connect } from '../../../../../engine/store/index.ts'
import { conversationOf, openDesk, publishForm } from '../../../../support/quality-desk.ts'
import { form, nextMove, reviewsIn } from '../../reviewer.ts'
import { becomeOwn } from '../a-workspace.ts'
import type { KillTarget, Step } from '../target.ts'
import { join } from 'node:path'

const MOVES = 40

/** Reviews are opened, filled in, submitted, opened again and skipped: every saved answer stays, and a submission is whole or not there. */
export const scoring: KillTarget = {
  name: 'scoring',
  share: 14,
  async prepare(folder) {
    const workspace = await openDesk(3)
    const scorecardId = await publishForm(workspace, form)
    for (const contact of ['C-101', 'C-102', 'C-201'])
      await workspace.client.reviews.request({
        interactionId: await conversationOf(workspace, contact),
        scorecardId,
      })
    await becomeOwn(workspace, folder)
  },
  steps(folder, seed) {
    const random = seededRandom(seed)
    const stands = waitingReviews(folder)
    return Array.from({ length: MOVES }, (): Step => {
      const id = [...stands.keys()][Math.floor(random() * stands.size)]!
      const move = nextMove(id, stands.get(id)!, random)
      stands.set(id, move.after)
      return ({ client }) => move.make(client)
    })
  },
  look: (database) => [...reviewsIn(database)],
}

/** The reviews as they stood before any move: all of them wait, whatever has become of them since. */
function waitingReviews(folder: string): ReturnType<typeof reviewsIn> {
  const database = connect(join(folder, 'own', 'debrief.sqlite'), 'read')
  try {
    return new Map(
      [...reviewsIn(database).keys()].map((id) => [
        id,
        { state: 'waiting', activeMs: 0, comment: '', skipReason: null, answers: {}, evaluations: [] },
      ]),
    )
  } finally {
    database.raw.close()
  }
}
