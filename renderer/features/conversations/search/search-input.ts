import type { SearchInput } from '../../../../shared/contract/search.ts'
import type { SearchSearch } from '../../../app/search.ts'

/** What the address asks for, as the input of the call; the address counts in seconds. */
export function inputOf(search: SearchSearch): SearchInput {
  const { agent, team, queue, channel, from, to, who, first, last, mood, score, measure } = search
  return {
    query: search.q ?? '',
    ...(agent !== undefined && { agentId: agent }),
    ...(team !== undefined && { teamId: team }),
    ...(queue !== undefined && { queue }),
    ...(channel !== undefined && { channel }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(who !== undefined && { speaker: who }),
    ...(first !== undefined && { firstMs: first * 1000 }),
    ...(last !== undefined && { lastMs: last * 1000 }),
    ...(mood !== undefined && { sentiment: mood }),
    ...(score !== undefined && { score }),
    ...(measure !== undefined && { measure }),
  }
}

/** A saved search as an address. */
export function addressOf(input: SearchInput): SearchSearch {
  return {
    q: input.query || undefined,
    agent: input.agentId,
    team: input.teamId,
    queue: input.queue,
    channel: input.channel,
    from: input.from,
    to: input.to,
    who: input.speaker,
    first: input.firstMs === undefined ? undefined : input.firstMs / 1000,
    last: input.lastMs === undefined ? undefined : input.lastMs / 1000,
    mood: input.sentiment,
    score: input.score,
    measure: input.measure,
  }
}

/** How many filters narrow a search. */
export function filterCount(search: SearchSearch): number {
  const filters = Object.entries(search).filter(([name]) => !['q', 'like', 'turn'].includes(name))
  return filters.filter(([, value]) => value !== undefined).length
}

/** Whether two addresses ask for the same. */
export function isSameSearch(one: SearchSearch, other: SearchSearch): boolean {
  const normal = (search: SearchSearch) => JSON.stringify(inputOf(search))
  return normal(one) === normal(other)
}
