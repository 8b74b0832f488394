import { formatDifference, formatValue } from '../../shared/domain/format.ts'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import type { GroupCell } from './assessment/index.ts'

/** What a group is called in front of its figures. */
export interface NamedGroup {
  kind: 'team' | 'queue'
  label: string
}

/**
 * Where a group stands, the same words on every screen: over all its work beside all others, then, where it could be compared, on the same work beside
 * those who do it. Which of the two a figure is, and of how many agents, is said of each.
 */
export function groupSentence(
  group: NamedGroup,
  { agents, mean, low, high, others, compared }: Omit<GroupCell, 'driverId' | 'groupId'>,
  definition: MetricDefinition,
): string {
  const value = (number: number) => formatValue(number, definition)
  const people = `${agents} ${agents === 1 ? 'agent' : 'agents'}`
  const stands = `${group.label}: probably ${value(mean)} (${value(low)} to ${value(high)}) over ${people}`
  if (group.kind === 'queue')
    return compared === null
      ? `${stands}. Too few agents to compare with other work.`
      : `${stands}. Other work averages ${value(compared.rest)}: ${sideWords(compared, definition)}.`
  const beside =
    others === null ? `${stands}.` : `${stands} on all their work; other teams average ${value(others)}.`
  if (compared === null) return `${beside} Too few agents to compare with the rest.`
  if (!compared.isRestComparable)
    return `${beside} The others work on other queues, so this is a hint: ${sideWords(compared, definition)}.`
  const sameWork = `On the same work ${value(compared.groupMean)} (${compared.agents} agents) beside ${value(compared.rest)} (${compared.restAgents})`
  return compared.isMixOfWork
    ? `${beside} ${sameWork}: about equal, so what they work on makes the difference.`
    : `${beside} ${sameWork}: ${sideWords(compared, definition)}.`
}

/** `worse by 46 points`, and that chance may explain it where it would be worth acting on and is not flagged. */
function sideWords(
  { difference, isFlagged }: NonNullable<GroupCell['compared']>,
  definition: MetricDefinition,
): string {
  const size = formatDifference(Math.abs(difference), definition).replace(/^1 points$/, '1 point')
  const isEqual = size === formatDifference(0, definition)
  if (isEqual) return 'equal'
  const words = `${difference > 0 ? 'worse' : 'better'} by ${size}`
  return difference > definition.smallestDifference && !isFlagged
    ? `${words}, which chance may explain`
    : words
}
