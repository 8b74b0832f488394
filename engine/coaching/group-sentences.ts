import { plural, t } from '#speech'
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
  const stands = { label: group.label, mean: value(mean), low: value(low), high: value(high) }
  const [first, second] =
    group.kind === 'queue'
      ? [whereItStands(stands, agents), besideOtherWork(compared, definition)]
      : [
          others === null ? whereItStands(stands, agents) : besideTeams(stands, agents, value(others)),
          besideTheRest(compared, definition),
        ]
  return `${first} ${second}`
}

type Stands = Record<'label' | 'mean' | 'low' | 'high', string>

function whereItStands({ label, mean, low, high }: Stands, agents: number): string {
  return t`${{ label }}: probably ${{ mean }} (${{ low }} to ${{ high }}) over ${plural({ agents }, { one: '# agent', other: '# agents' })}.`
}

function besideTeams({ label, mean, low, high }: Stands, agents: number, others: string): string {
  return t`${{ label }}: probably ${{ mean }} (${{ low }} to ${{ high }}) over ${plural({ agents }, { one: '# agent', other: '# agents' })} on all their work; other teams average ${{ others }}.`
}

function besideOtherWork(compared: GroupCell['compared'], definition: MetricDefinition): string {
  if (compared === null) return t`Too few agents to compare with other work.`
  const rest = formatValue(compared.rest, definition)
  return t`Other work averages ${{ rest }}: ${{ side: sideWords(compared, definition) }}.`
}

function besideTheRest(compared: GroupCell['compared'], definition: MetricDefinition): string {
  if (compared === null) return t`Too few agents to compare with the rest.`
  const { agents, restAgents } = compared
  const side = sideWords(compared, definition)
  if (!compared.isRestComparable) return t`The others work on other queues, so this is a hint: ${{ side }}.`
  const [mean, rest] = [compared.groupMean, compared.rest].map((one) => formatValue(one, definition))
  return compared.isMixOfWork
    ? t`On the same work ${{ mean }} (${{ agents }} agents) beside ${{ rest }} (${{ restAgents }}): about equal, so what they work on makes the difference.`
    : t`On the same work ${{ mean }} (${{ agents }} agents) beside ${{ rest }} (${{ restAgents }}): ${{ side }}.`
}

/** `worse by 46 points`, and that chance may explain it where it would be worth acting on and is not flagged. */
function sideWords(
  { difference, isFlagged }: NonNullable<GroupCell['compared']>,
  definition: MetricDefinition,
): string {
  const size = formatDifference(Math.abs(difference), definition)
  if (size === formatDifference(0, definition)) return t`equal`
  if (difference > definition.smallestDifference && !isFlagged)
    return t`worse by ${{ size }}, which chance may explain`
  return difference > 0 ? t`worse by ${{ size }}` : t`better by ${{ size }}`
}
