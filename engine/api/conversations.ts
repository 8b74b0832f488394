import { dayNumber } from '../../shared/domain/time.ts'
import {
  blindConversation,
  conversationPage,
  correctTurn,
  listOfConversations,
  undoCorrections,
} from '../conversations/index.ts'
import type { EngineServices } from '../services.ts'
import { readDirectory, type Directory } from '../people/index.ts'
import { listEvaluations } from '../quality/index.ts'
import { api } from './base.ts'

/** The people a filter names: one, those now in a team, or everybody (null). */
function peopleOf(
  directory: Directory,
  input: { agentId?: number | undefined; teamId?: number | undefined },
): number[] | null {
  if (input.agentId !== undefined) return [input.agentId]
  if (input.teamId === undefined) return null
  return [...directory.people.keys()].filter((id) => directory.teamAt(id) === input.teamId)
}

function tellChange(context: EngineServices): void {
  context.events.emit({
    type: 'data.changed',
    topics: ['conversations', 'reviews', 'search', 'coaching', 'metrics'],
    job: null,
  })
}

export const conversationsApi = api.conversations.router({
  list: api.conversations.list.handler(({ context, input }) => {
    const directory = readDirectory(context.read)
    return listOfConversations(
      context.read,
      directory,
      {
        personIds: peopleOf(directory, input),
        queue: input.queue ?? null,
        channel: input.channel ?? null,
        from: input.from === undefined ? null : dayNumber(input.from),
        to: input.to === undefined ? null : dayNumber(input.to),
      },
      input.sort,
      { offset: input.offset, limit: input.limit },
    )
  }),
  get: api.conversations.get.handler(({ context, input }) =>
    (input.isBlind ? blindConversation : conversationPage)(
      context,
      readDirectory(context.read),
      input.interactionId,
    ),
  ),
  correct: api.conversations.correct.handler(async ({ context, input }) => {
    await correctTurn(context, input)
    tellChange(context)
    return conversationPage(context, readDirectory(context.read), input.interactionId)
  }),
  undoCorrections: api.conversations.undoCorrections.handler(async ({ context, input }) => {
    await undoCorrections(context, input.interactionId, input.segment)
    tellChange(context)
    return conversationPage(context, readDirectory(context.read), input.interactionId)
  }),
  evaluations: api.conversations.evaluations.handler(({ context, input }) => {
    const { people } = readDirectory(context.read)
    return listEvaluations(
      context.read,
      { limit: input.limit, ...(input.agentId !== undefined && { personId: input.agentId }) },
      (id) => people.get(id)?.name ?? 'somebody',
    )
  }),
})
