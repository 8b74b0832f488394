import type {
  ConversationGroup,
  PatternConversation,
  PatternDriver,
} from '../../../shared/contract/group-patterns.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber, type DayRange } from '../../../shared/domain/time.ts'
import { hasRows } from '../../metrics/index.ts'
import type { Directory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { countBehind, hasAggregated, readBehind, type BehindScope, type Worst } from './behind.store.ts'
import { levelLabel, scopeOf, type Population } from './population.ts'
import { TREND_WEEKS } from './trend.ts'
import { patternDriver } from './window.ts'

/** What stands behind a figure, a page of it, worst first. */
export interface Behind {
  total: number
  rows: PatternConversation[]
  driver: PatternDriver
  window: DayRange
  label: string
  statement: string
  missing: string | null
}

export const NO_CONVERSATIONS = 'Attendance is read from shifts, which have no conversations.'

/** The conversations or evaluations that count in a group's figure of a driver, and what they are in one statement. */
export function behindFigure(
  database: ReadableDatabase,
  population: Population,
  asked: { group: ConversationGroup; offset: number; limit: number; weeks?: number },
): Behind {
  const { definition, directory } = population
  const scope = scopeOf(database, population, asked.group, asked.weeks ?? TREND_WEEKS)
  const rest = {
    driver: patternDriver(definition),
    window: { from: dayOfNumber(scope.from), to: dayOfNumber(scope.to) },
    label: labelOf(directory, asked.group),
  }
  if (!hasRows(definition.id))
    return { total: 0, rows: [], ...rest, statement: NO_CONVERSATIONS, missing: NO_CONVERSATIONS }
  const rows = readBehind(database, scope, worstOf(definition), asked).map(
    ({ personId, day, ...row }): PatternConversation => {
      const teamId = personId === null ? null : directory.teamAt(personId, day)
      return {
        ...row,
        agent:
          personId === null
            ? null
            : { id: personId, name: directory.people.get(personId)?.name ?? `Agent ${personId}` },
        team: teamId === null ? null : (directory.teams.get(teamId)?.name ?? null),
      }
    },
  )
  const total = countBehind(database, scope)
  const statement = statementOf(population, scope, asked.group, total, hasAggregated(database, scope))
  return { total, rows, ...rest, statement, missing: null }
}

function labelOf(directory: Directory, { kind, ...group }: ConversationGroup): string {
  if (kind === 'everyone' || !('key' in group)) return 'Everybody'
  if (kind === 'days') return group.key.replace(' ', ' to ')
  return levelLabel(directory, kind, group.key)
}

function worstOf({ polarity }: MetricDefinition): Worst {
  return polarity.direction === 'band' ? polarity : polarity.direction === 'lower' ? 'highest' : 'lowest'
}

function statementOf(
  { definition, directory, window, isOfShares }: Population,
  { from, to, selection, personIds }: BehindScope,
  group: ConversationGroup,
  total: number,
  isAggregated: boolean,
): string {
  const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
  const what = definition.id.startsWith('question:')
    ? count(total, 'review', 'reviews')
    : definition.id.startsWith('auto:') || definition.source === 'Transcripts'
      ? count(total, 'conversation', 'conversations')
      : count(total, 'contact', 'contacts')
  const drawn =
    selection === 'drawn'
      ? ' drawn by chance'
      : selection === 'both'
        ? ', drawn by chance or not, each counting alike,'
        : definition.id.startsWith('question:')
          ? ' not drawn by chance'
          : ''
  const days = `from ${dayOfNumber(from)} to ${dayOfNumber(to)}`
  const whole = isOfShares ? 'everybody, also of who has left' : 'all agents who are compared'
  const people = count(personIds?.length ?? 0, 'agent', 'agents')
  const lead = () => {
    switch (group.kind) {
      case 'everyone':
        return `of ${whole}`
      case 'days':
        return 'of everybody'
      case 'agent':
        return `of ${directory.people.get(Number(group.key))?.name ?? 'an agent'}`
      case 'team':
        return group.key === ''
          ? `of the ${people} without a team on ${dayOfNumber(window.to)}`
          : `of the ${people} in ${directory.teams.get(Number(group.key))?.name ?? 'the team'} on ${dayOfNumber(window.to)}, wherever they were before`
      case 'site':
        return `of the ${people} ${group.key === '' ? 'without a site' : `at ${group.key}`} on ${dayOfNumber(window.to)}, wherever they were before`
      case 'queue':
        return `${group.key === '' ? 'without a queue' : `on the queue ${group.key}`}, of ${whole}`
      case 'reason':
        return `${group.key === '' ? 'without a reason' : `about ${group.key}`}, of ${whole}`
      case 'reviewer':
        return `${group.key === '' ? 'that name no reviewer' : `by ${group.key}`}, of ${whole}`
    }
  }
  const sums = isAggregated ? ' Sums from other workspaces count too; their conversations are not here.' : ''
  return `${what}${drawn} ${days} ${lead()}: all that count in this figure, the worst first.${sums}`
}
