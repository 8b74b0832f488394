import type { AgentMetric, AgentState, AssessedDriver } from '../../../shared/contract/coaching.ts'
import type { MetricUnit } from '../../../shared/domain/metric-definition.ts'
import { countOf, formatNumber } from '../../ui/format.ts'

/** The states of an agent, in the order of the list. */
export const stateLabels: Record<AgentState, string> = {
  'must-address': 'Must address',
  act: 'Coach',
  'not-enough-evidence': 'Not enough evidence',
  'on-track': 'On track',
  'no-data': 'No data',
}

export const statusLabels: Record<AssessedDriver['status'], string> = {
  proposed: 'Proposed',
  'not-enough-evidence': 'Not enough evidence',
  'on-track': 'On track',
  systemic: 'Belongs to the process',
  'reviewed-otherwise': 'Reviewers see it otherwise',
  'no-link': 'No link to the outcome',
  unranked: 'Not weighed',
}

export const kindLabels: Record<AssessedDriver['driver']['kind'], string> = {
  question: 'Reviewed question',
  'auto-question': 'Automated, unverified',
  measure: 'Conversation measure',
  workforce: 'Workforce',
  contact: 'Contact figures',
}

export const basisLabels: Record<AssessedDriver['weight']['basis'], string> = {
  within: 'measured here, within agents and queues',
  'within+between': 'measured here, within and between agents',
  prior: 'a default: too few paired contacts here to tell',
  pinned: 'pinned by hand',
  form: 'the weight on the form',
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
      return `about ${about} more satisfied customers a week`
    case 'fcr':
      return `about ${about} more contacts a week solved the first time`
    case 'resolved_rate':
      return `about ${about} more contacts a week resolved`
    case 'nps':
      return `as much as ${about} customers a week going from the lowest to the highest answer`
    case 'qa_score':
      return `as much as ${about} reviews a week going from 0 to 100%`
    default:
      return `as much as ${about} customers a week going from the lowest to the highest rating`
  }
}

const nouns: Record<AssessedDriver['driver']['kind'], [one: string, many: string]> = {
  question: ['evaluation', 'evaluations'],
  'auto-question': ['conversation read automatically', 'conversations read automatically'],
  measure: ['conversation', 'conversations'],
  workforce: ['shift', 'shifts'],
  contact: ['contact', 'contacts'],
}

/** What a driver's n counts. */
export function countedAs(kind: AssessedDriver['driver']['kind'], n: number): string {
  return countOf(n, ...nouns[kind])
}

/** The step of a driver that its weight is told for: a score from never to always, else a handy amount of its unit. */
export function weightStep(unit: MetricUnit): { size: number; label: string } {
  switch (unit) {
    case 'share':
      return { size: 0.1, label: 'each 10 percentage points' }
    case 'score':
      return { size: 1, label: 'going from never to always' }
    case 'seconds':
      return { size: 10, label: 'each 10 seconds' }
    case 'per-minute':
      return { size: 0.1, label: 'each 0.1 per minute' }
    case 'words-per-minute':
      return { size: 10, label: 'each 10 words per minute' }
    case 'compound':
      return { size: 0.1, label: 'each 0.1 of the sentiment scale' }
    case 'points':
      return { size: 10, label: 'each 10 points' }
  }
}

/** How much more of what the driver counts would settle whether there is a gap. */
export function evaluationsNeededSentence(
  driver: Pick<AssessedDriver, 'evaluationsNeeded' | 'driver'>,
): string {
  const needed = driver.evaluationsNeeded
  if (needed === null) return 'More data would settle it; how much cannot be told yet.'
  const [one, many] = nouns[driver.driver.kind]
  return `About ${countOf(needed, `more ${one}`, `more ${many}`)} would settle it.`
}

/** What the XmR chart says of a course. */
export const changeWords: Record<AgentMetric['change'], string> = {
  noise: 'no more than its usual ups and downs',
  changed: 'a change beyond its usual ups and downs',
  'too-short': 'too few weeks to tell a change from chance',
}
