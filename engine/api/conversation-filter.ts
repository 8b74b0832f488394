import type { ConversationFilter } from '../../shared/contract/conversations.ts'
import { dayNumber } from '../../shared/domain/time.ts'
import type { ConversationsFilter } from '../conversations/index.ts'
import type { Directory } from '../people/index.ts'

/** The people a filter names: one, those now in a team, or everybody (null). */
function peopleOf(
  directory: Directory,
  input: { agentId?: number | undefined; teamId?: number | undefined },
): number[] | null {
  if (input.agentId !== undefined) return [input.agentId]
  if (input.teamId === undefined) return null
  return [...directory.people.keys()].filter((id) => directory.teamAt(id) === input.teamId)
}

/** What a call asks for, by numbers. */
export function filterOf(directory: Directory, input: ConversationFilter): ConversationsFilter {
  return {
    personIds: peopleOf(directory, input),
    queue: input.queue ?? null,
    channel: input.channel ?? null,
    from: input.from === undefined ? null : dayNumber(input.from),
    to: input.to === undefined ? null : dayNumber(input.to),
  }
}
