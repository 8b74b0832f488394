import type { AgentState, TeamListItem } from '../../../shared/contract/coaching.ts'

const TIE_SHARE = 0.1
const order: AgentState[] = ['must-address', 'act', 'not-enough-evidence', 'on-track', 'no-data', 'unranked']

/** Ids of agents whose priority lies within 10% of the one above: their order says nothing. */
export function tiedWithAbove(items: TeamListItem[]): Set<number> {
  const tied = new Set<number>()
  items.forEach((item, index) => {
    const above = items[index - 1]
    if (!above || above.state !== item.state || item.actions === 0 || above.priority <= 0) return
    if (above.priority - item.priority <= TIE_SHARE * above.priority) tied.add(item.agent.id)
  })
  return tied
}

/** The list by state (one by name where nobody is ranked) in the order of urgency; within a state the engine's order stays. Empty states are left out. */
export function groupByState(items: TeamListItem[]): { state: AgentState; items: TeamListItem[] }[] {
  return order
    .map((state) => ({ state, items: items.filter((item) => item.state === state) }))
    .filter((group) => group.items.length > 0)
}

/** The agents whose name, team or reason holds every word of the search. */
export function matching(items: TeamListItem[], search: string): TeamListItem[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter(({ agent, reason }) => {
    const text = `${agent.name} ${agent.team ?? ''} ${reason}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The agent `step` places away in what is shown, staying at the ends; the first when none is chosen. */
export function neighbour(
  shown: TeamListItem[],
  chosenId: number | undefined,
  step: 1 | -1,
): number | undefined {
  const at = shown.findIndex(({ agent }) => agent.id === chosenId)
  if (at < 0) return shown[0]?.agent.id
  return shown[Math.min(shown.length - 1, Math.max(0, at + step))]?.agent.id
}

/** The names that more than one person of the list has. */
export function namesOfSeveral(items: readonly TeamListItem[]): Set<string> {
  const names = items.map(({ agent }) => agent.name)
  return new Set(names.filter((name, place) => names.indexOf(name) !== place))
}
