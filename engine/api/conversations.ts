import {
  blindConversation,
  conversationPage,
  correctTurn,
  listOfConversations,
  undoCorrections,
} from '../conversations/index.ts'
import type { EngineServices } from '../services.ts'
import { readDirectory } from '../people/index.ts'
import { listEvaluations } from '../quality/index.ts'
import { api } from './base.ts'
import { filterOf } from './conversation-filter.ts'

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
    return listOfConversations(context.read, directory, filterOf(directory, input), input.sort, {
      offset: input.offset,
      limit: input.limit,
    })
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
