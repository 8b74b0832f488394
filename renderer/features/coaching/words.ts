import { plural, t } from '@lingui/core/macro'
import type { AgentMetric, AgentState, AssessedDriver } from '../../../shared/contract/coaching.ts'
import type { MetricUnit } from '../../../shared/domain/metric-definition.ts'
import { formatNumber } from '../../ui/format.ts'

/** The states of an agent, in the order of the list. */
export const stateLabels: Record<AgentState, string> = {
  'must-address': t`Must address`,
  act: t`Coach`,
  'not-enough-evidence': t`Not enough evidence`,
  'on-track': t`On track`,
  'no-data': t`No data`,
  unranked: t`Not ranked`,
}

export const statusLabels: Record<AssessedDriver['status'], string> = {
  proposed: t`Proposed`,
  'not-enough-evidence': t`Not enough evidence`,
  'on-track': t`On track`,
  systemic: t`Belongs to the process`,
  'reviewed-otherwise': t`Reviewers see it otherwise`,
  'no-link': t`No link to the outcome`,
  unranked: t`Not weighed`,
}

export const kindLabels: Record<AssessedDriver['driver']['kind'], string> = {
  question: t`Reviewed question`,
  'auto-question': t`Automated, unverified`,
  measure: t`Conversation measure`,
  workforce: t`Workforce`,
  contact: t`Contact figures`,
}

export const basisLabels: Record<AssessedDriver['weight']['basis'], string> = {
  within: t`measured here, within agents and queues`,
  'within+between': t`measured here, within and between agents`,
  prior: t`a default: too few paired contacts here to tell`,
  pinned: t`pinned by hand`,
  form: t`the weight on the form`,
}

/** Small gains keep two decimals, so that none reads as zero. */
function gainNumber(gain: number): string {
  return formatNumber(gain, 2)
}

/** `+1.28`: what the outcome would gain in a week. */
export function gainFigure(gainPerWeek: number): string {
  return `${gainPerWeek > 0 ? '+' : ''}${gainNumber(gainPerWeek)}`
}

/** What the gain per week means in customers or reviews; outcome points are on 0..1, so one point is one contact from worst to best. */
export function gainInWords(gainPerWeek: number, outcomeId: string): string {
  const about = gainNumber(gainPerWeek)
  switch (outcomeId) {
    case 'csat_top2':
      return t`about ${about} more satisfied customers a week`
    case 'fcr':
      return t`about ${about} more contacts a week solved the first time`
    case 'resolved_rate':
      return t`about ${about} more contacts a week resolved`
    case 'nps':
      return t`as much as ${about} customers a week going from the lowest to the highest answer`
    case 'qa_score':
      return t`as much as ${about} reviews a week going from 0 to 100%`
    default:
      return t`as much as ${about} customers a week going from the lowest to the highest rating`
  }
}

type DriverKind = AssessedDriver['driver']['kind']

/** What a driver's n counts. */
export function countedAs(kind: DriverKind, n: number): string {
  switch (kind) {
    case 'question':
      return plural(n, { one: '# evaluation', other: '# evaluations' })
    case 'auto-question':
      return plural(n, {
        one: '# conversation read automatically',
        other: '# conversations read automatically',
      })
    case 'measure':
      return plural(n, { one: '# conversation', other: '# conversations' })
    case 'workforce':
      return plural(n, { one: '# shift', other: '# shifts' })
    case 'contact':
      return plural(n, { one: '# contact', other: '# contacts' })
  }
}

function moreCountedAs(kind: DriverKind, n: number): string {
  switch (kind) {
    case 'question':
      return plural(n, { one: '# more evaluation', other: '# more evaluations' })
    case 'auto-question':
      return plural(n, {
        one: '# more conversation read automatically',
        other: '# more conversations read automatically',
      })
    case 'measure':
      return plural(n, { one: '# more conversation', other: '# more conversations' })
    case 'workforce':
      return plural(n, { one: '# more shift', other: '# more shifts' })
    case 'contact':
      return plural(n, { one: '# more contact', other: '# more contacts' })
  }
}

/** The step of a driver that its weight is told for: a score from never to always, else a handy amount of its unit. */
export function weightStep(unit: MetricUnit): { size: number; label: string } {
  switch (unit) {
    case 'share':
      return { size: 0.1, label: t`each 10 percentage points` }
    case 'score':
      return { size: 1, label: t`going from never to always` }
    case 'seconds':
      return { size: 10, label: t`each 10 seconds` }
    case 'per-minute':
      return { size: 0.1, label: t`each 0.1 per minute` }
    case 'words-per-minute':
      return { size: 10, label: t`each 10 words per minute` }
    case 'compound':
      return { size: 0.1, label: t`each 0.1 of the sentiment scale` }
    case 'points':
      return { size: 10, label: t`each 10 points` }
  }
}

/** How much more of what the driver counts would settle whether there is a gap. */
export function evaluationsNeededSentence(
  driver: Pick<AssessedDriver, 'evaluationsNeeded' | 'driver'>,
): string {
  const needed = driver.evaluationsNeeded
  if (needed === null) return t`More data would settle it; how much cannot be told yet.`
  return t`About ${moreCountedAs(driver.driver.kind, needed)} would settle it.`
}

/** What the XmR chart says of a course. */
export const changeWords: Record<AgentMetric['change'], string> = {
  noise: t`no more than its usual ups and downs`,
  changed: t`a change beyond its usual ups and downs`,
  'too-short': t`too few weeks to tell a change from chance`,
}
