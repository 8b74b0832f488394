import { plural, t } from '#speech'
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

/** Why there is nothing behind attendance. */
export function noConversations(): string {
  return t`Attendance is read from shifts, which have no conversations.`
}

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
    return { total: 0, rows: [], ...rest, statement: noConversations(), missing: noConversations() }
  const rows = readBehind(database, scope, worstOf(definition), asked).map(
    ({ personId, day, ...row }): PatternConversation => {
      const teamId = personId === null ? null : directory.teamAt(personId, day)
      return {
        ...row,
        agent:
          personId === null
            ? null
            : { id: personId, name: directory.people.get(personId)?.name ?? t`Agent ${{ id: personId }}` },
        team: teamId === null ? null : (directory.teams.get(teamId)?.name ?? null),
      }
    },
  )
  const total = countBehind(database, scope)
  const statement = statementOf(population, scope, asked.group, total, hasAggregated(database, scope))
  return { total, rows, ...rest, statement, missing: null }
}

function labelOf(directory: Directory, { kind, ...group }: ConversationGroup): string {
  if (kind === 'everyone' || !('key' in group)) return t`Everybody`
  if (kind === 'days') return daysInWords(group.key)
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
  const whole = isOfShares ? t`everybody, also of who has left` : t`all agents who are compared`
  const people = t`${plural({ agents: personIds?.length ?? 0 }, { one: '# agent', other: '# agents' })}`
  const [days, on] = [
    t`from ${{ from: dayOfNumber(from) }} to ${{ to: dayOfNumber(to) }}`,
    dayOfNumber(window.to),
  ]
  const statement = t`${{ what: countedIn(definition, selection, total) }} ${{ days }} ${{ whose: whoseOf(group, directory, { whole, people, on }) }}: all that count in this figure, the worst first.`
  return isAggregated
    ? `${statement} ${t`Sums from other workspaces count too; their conversations are not here.`}`
    : statement
}

/** `23 reviews drawn by chance`. */
function countedIn(definition: MetricDefinition, selection: BehindScope['selection'], total: number): string {
  const isReview = definition.id.startsWith('question:')
  const what = isReview
    ? t`${plural({ reviews: total }, { one: '# review', other: '# reviews' })}`
    : definition.id.startsWith('auto:') || definition.source === 'Transcripts'
      ? t`${plural({ conversations: total }, { one: '# conversation', other: '# conversations' })}`
      : t`${plural({ contacts: total }, { one: '# contact', other: '# contacts' })}`
  if (selection === 'drawn') return t`${{ what }} drawn by chance`
  if (selection === 'both') return t`${{ what }}, drawn by chance or not, each counting alike,`
  return isReview ? t`${{ what }} not drawn by chance` : what
}

/** Of whom, in a sentence; `whole` is everybody who counts, `people` how many agents a group has, `on` the day it is seen as of. */
function whoseOf(
  group: ConversationGroup,
  directory: Directory,
  { whole, people, on }: Record<'whole' | 'people' | 'on', string>,
): string {
  switch (group.kind) {
    case 'everyone':
      return t`of ${{ whole }}`
    case 'days':
      return t`of everybody`
    case 'agent':
      return t`of ${{ name: directory.people.get(Number(group.key))?.name ?? t`an agent` }}`
    case 'team':
      return group.key === ''
        ? t`of the ${{ people }} without a team on ${{ on }}`
        : t`of the ${{ people }} in ${{ team: directory.teams.get(Number(group.key))?.name ?? t`the team` }} on ${{ on }}, wherever they were before`
    case 'site':
      return group.key === ''
        ? t`of the ${{ people }} without a site on ${{ on }}, wherever they were before`
        : t`of the ${{ people }} at ${{ site: group.key }} on ${{ on }}, wherever they were before`
    case 'queue':
      return group.key === ''
        ? t`without a queue, of ${{ whole }}`
        : t`on the queue ${{ queue: group.key }}, of ${{ whole }}`
    case 'reason':
      return group.key === ''
        ? t`without a reason, of ${{ whole }}`
        : t`about ${{ reason: group.key }}, of ${{ whole }}`
    case 'reviewer':
      return group.key === ''
        ? t`that name no reviewer, of ${{ whole }}`
        : t`by ${{ reviewer: group.key }}, of ${{ whole }}`
  }
}

/** Of a key of two days, `2026-08-01 2026-08-31`. */
function daysInWords(key: string): string {
  const [from, to] = key.split(' ')
  return to === undefined ? key : t`${{ from }} to ${{ to }}`
}
