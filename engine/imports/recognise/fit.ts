import { t } from '#speech'
import {
  CONSENT_GIVEN,
  CONSENT_REFUSED,
  consentField,
  consentOf,
} from '../../../shared/domain/stated-consent.ts'
import type { ImportField, Transform } from '../../../shared/domain/import-kinds.ts'
import { FIELD_VALUES } from '../rows/field-values.ts'
import {
  isPlaceholderAgent,
  isTemplateText,
  isTotalText,
  namesSeveralAgents,
  withoutListEnd,
} from '../values/placeholders.ts'
import { NO_WORDS, YES_WORDS } from '../values/words.ts'
import type { ColumnValues } from './column-values.ts'
import { ENOUGH, isCode, isEmail, isFloatedId, isLogin, isName, isNumber, shareOf } from './column-values.ts'
import { decideDuration } from './decide-duration.ts'
import type { DurationSpan } from './decide-duration.ts'
import { decideMoment, isTimesOfDay } from './decide-moment.ts'
import { decideDecimal } from './decide-number.ts'
import { decidePeriod } from './decide-period.ts'
import { decideRating, decideShare } from './decide-rating.ts'
import type { RatingOf } from './decide-rating.ts'
import type { Header } from './header.ts'
import { ABSENCE_WORDS, CHANNEL_WORDS, DIRECTION_WORDS, ORIGIN_WORDS } from './word-lists.ts'
import { ownValue } from '../values/own-value.ts'

/** How well a column's values suit a field, and how they are read. */
export interface Fit {
  transform: Transform
  /** 0..1, by which the heading's confidence is multiplied. */
  factor: number
  reason: string
  /** Sentences for the warnings of the whole table. */
  warnings: string[]
  isUndecided: boolean
}

export interface FitContext {
  timeZone: string
  /** The unit this vendor writes durations in where they are bare numbers. */
  unit: Extract<Transform, { as: 'duration' }>['unit'] | null
}

/**
 * Checks a column's values against a field. Null when they contradict it (a score of words, an agent of dates), whatever
 * the heading says. An empty column suits everything, weakly.
 */
export function fitField(
  field: ImportField,
  header: Header,
  values: ColumnValues,
  context: FitContext,
): Fit | null {
  const value = FIELD_VALUES[field]
  switch (value) {
    case 'instant':
    case 'day':
      return fitMoment(value, field, header, values, context)
    case 'time-of-day':
      if (values.filled.length === 0) return plain({ as: 'text' }, 0.3, t`the sample is empty`)
      return isTimesOfDay(values) ? plain({ as: 'text' }, 1, t`the values are times of day`) : null
    case 'duration':
      return fitDuration(header, values, context, field.startsWith('interaction.') ? 'contact' : 'shift')
    case 'figure':
      return fitDuration(header, values, context, 'contact')
    case 'rating':
      return fitRating(field, header, values)
    case 'share':
      return fitShare(header, values)
    case 'number':
      return fitNumber(values)
    case 'flag':
    case 'mark':
      return field === 'contact.consent' ? fitConsent(header, values) : fitFlag(value, field, values)
    case 'channel':
      return fitWords(values, CHANNEL_WORDS, 0.5)
    case 'direction':
      return fitWords(values, DIRECTION_WORDS, ENOUGH)
    case 'absence':
      return fitWords(values, ABSENCE_WORDS, ENOUGH)
    case 'origin':
      return fitWords(values, ORIGIN_WORDS, ENOUGH)
    case 'id':
      return fitId(field, header, values)
    case 'name':
      return fitName(values)
    case 'text':
    case 'free-text':
      return fitText(field, value, values)
  }
}

function plain(transform: Transform, factor: number, reason: string): Fit {
  return { transform, factor, reason, warnings: [], isUndecided: false }
}

function fitMoment(
  value: 'instant' | 'day',
  field: ImportField,
  header: Header,
  values: ColumnValues,
  context: FitContext,
): Fit | null {
  const zone = header.timeZone === null ? {} : { timeZone: header.timeZone }
  if (values.filled.length === 0) {
    return { ...plain({ as: value, order: 'ymd', ...zone }, 0.5, t`the sample is empty`), isUndecided: true }
  }
  const period = field.startsWith('summary.') ? decidePeriod(values, header, context.timeZone) : null
  if (period)
    return {
      transform: { as: 'day', order: period.order, ...zone, span: period.span },
      factor: 1,
      reason: period.reason,
      warnings: period.assumption ? [`${header.text}: ${period.assumption}`] : [],
      isUndecided: period.assumption !== null,
    }
  const decision = decideMoment(values, context.timeZone, true)
  if (!decision) return null
  const reason = decision.reason
  // A bare day cannot tell when in the day a contact began; a column of moments is better where there is one.
  const factor = value === 'instant' && !decision.hasTime && field === 'contact.startedAt' ? 0.9 : 1
  return {
    transform: { as: value, order: decision.order, ...zone },
    factor,
    reason,
    warnings: decision.assumption ? [`${header.text}: ${decision.assumption}`] : [],
    isUndecided: decision.assumption !== null,
  }
}

function fitDuration(
  header: Header,
  values: ColumnValues,
  context: FitContext,
  span: DurationSpan,
): Fit | null {
  if (values.filled.length === 0) {
    const known = header.unit ?? context.unit ?? 'clock'
    const transform: Transform = {
      as: 'duration',
      unit: known,
      ...(known === 'clock' ? { clockParts: 'm:ss' as const } : {}),
    }
    return { ...plain(transform, 0.5, t`the sample is empty`), isUndecided: true }
  }
  const decision = decideDuration(values, header, span, context.unit)
  if (!decision) return null
  return {
    transform: decision.transform,
    factor: 1,
    reason: decision.reason,
    warnings: decision.assumption ? [decision.assumption] : [],
    isUndecided: decision.assumption !== null,
  }
}

const RATED: Partial<Record<ImportField, RatingOf>> = {
  'survey.csat': 'csat',
  'survey.nps': 'nps',
  'evaluation.score': 'evaluation',
  'answer.score': 'answer',
}

function fitRating(field: ImportField, header: Header, values: ColumnValues): Fit | null {
  const of = RATED[field] ?? 'answer'
  if (values.filled.length === 0) {
    const max = of === 'csat' ? 5 : of === 'nps' ? 10 : 100
    return {
      ...plain({ as: 'scale', min: of === 'csat' ? 1 : 0, max }, 0.5, t`the sample is empty`),
      isUndecided: true,
    }
  }
  const decision = decideRating(values, header, of)
  if (!decision) return null
  // Groups of recommendations say less than the recommendations themselves.
  const isGrouped = of === 'nps' && decision.transform.words !== undefined
  return {
    transform: decision.transform,
    factor: isGrouped ? 0.8 : 1,
    reason: decision.reason,
    warnings: decision.assumption ? [decision.assumption] : [],
    isUndecided: decision.assumption !== null,
  }
}

function fitShare(header: Header, values: ColumnValues): Fit | null {
  if (values.filled.length === 0) return plain({ as: 'share', scale: 100 }, 0.5, t`the sample is empty`)
  if (header.unit !== null || values.filled.some((cell) => /^\d+:\d/.test(cell))) return null
  const decision = decideShare(values, header)
  if (!decision) return null
  const decimal = decision.decimal === ',' ? { decimal: decision.decimal } : {}
  return plain({ as: 'share', scale: decision.scale, ...decimal }, 1, decision.reason)
}

function fitNumber(values: ColumnValues): Fit | null {
  if (values.filled.length === 0) return plain({ as: 'number' }, 0.5, t`the sample is empty`)
  if (shareOf(values, isNumber) < ENOUGH) return null
  const { decimal, assumption } = decideDecimal(values)
  return {
    ...plain({ as: 'number', ...(decimal === ',' ? { decimal } : {}) }, 1, t`the values are numbers`),
    warnings: assumption ? [assumption] : [],
    isUndecided: assumption !== null,
  }
}

const YES = new Set(YES_WORDS)
const NO = new Set(NO_WORDS)
/** Answers that come with yes and no in exports: what they mean follows from the word. */
const FURTHER_YES = [
  'resolved',
  'fully resolved',
  'gelöst',
  'transferred',
  'abandoned',
  'answered',
  'closed',
  'pass',
  'yes, resolved',
  'yes - resolved',
]
const FURTHER_NO = [
  'unresolved',
  'not resolved',
  'nicht gelöst',
  'not transferred',
  'none',
  'fail',
  'partially',
  'not answered',
  'missed',
]

/** Words of consent; where the heading asks whether it was refused, yes says so. */
function fitConsent(header: Header, values: ColumnValues): Fit | null {
  const means = consentField(header.text) ?? true
  const words = [...new Set([...CONSENT_GIVEN, ...CONSENT_REFUSED])]
  const flag: Transform = {
    as: 'flag',
    yes: words.filter((word) => consentOf(word, means) === true),
    no: words.filter((word) => consentOf(word, means) === false),
  }
  if (values.filled.length === 0) return plain(flag, 0.5, t`the sample is empty`)
  return shareOf(values, (cell) => consentOf(cell, means) !== null) >= ENOUGH
    ? plain(flag, 1, t`the values say whether consent was given`)
    : null
}

function fitFlag(value: 'flag' | 'mark', field: ImportField, values: ColumnValues): Fit | null {
  const flag: Transform = { as: 'flag', yes: [...YES_WORDS], no: [...NO_WORDS] }
  if (values.filled.length === 0) return plain(flag, 0.5, t`the sample is empty`)
  const words = [...values.counts.keys()]
  const isFlag = shareOf(values, (cell) => {
    const word = cell.toLowerCase()
    return YES.has(word) || NO.has(word)
  })
  if (isFlag >= ENOUGH) return plain(flag, 1, t`the values are yes and no`)
  const isCount = shareOf(values, (cell) => /^\d{1,3}$/.test(cell)) >= ENOUGH
  if (isCount && (field === 'interaction.transferred' || field === 'interaction.abandoned')) {
    return plain(flag, 0.9, t`the values are counts; one or more is yes`)
  }
  const listed = words.every(
    (word) => YES.has(word) || NO.has(word) || FURTHER_YES.includes(word) || FURTHER_NO.includes(word),
  )
  if (listed) {
    return plain(
      { as: 'flag', yes: [...YES_WORDS, ...FURTHER_YES], no: [...NO_WORDS, ...FURTHER_NO] },
      0.9,
      t`the values are words for yes and no (${{ words: words.slice(0, 3).join(', ') }})`,
    )
  }
  // Ids of calibrations mark the row by being there.
  if (value === 'mark' && shareOf(values, isCode) >= ENOUGH && !isCount)
    return plain({ as: 'id' }, 0.9, t`filled cells mark the row`)
  return null
}

function fitWords(values: ColumnValues, words: Readonly<Record<string, string>>, least: number): Fit | null {
  const transform: Transform = { as: 'word', words: { ...words } }
  if (values.filled.length === 0) return plain(transform, 0.4, t`the sample is empty`)
  const known = shareOf(values, (cell) => ownValue(words, cell.toLowerCase()) !== undefined)
  if (known >= least)
    return plain(transform, 1, t`the values are words such as ${{ example: values.filled[0] ?? '' }}`)
  return null
}

function fitId(field: ImportField, header: Header, values: ColumnValues): Fit | null {
  const transform: Transform = { as: 'id' }
  if (values.filled.length === 0) return plain(transform, 0.4, t`the sample is empty`)
  if (field === 'agent.email' || field === 'evaluation.evaluatorId') {
    const emails = shareOf(values, isEmail)
    if (field === 'agent.email')
      return emails >= ENOUGH ? plain(transform, 1, t`the values are e-mail addresses`) : null
  }
  const warnings: string[] = []
  const floated = shareOf(values, isFloatedId)
  if (floated > 0.2) {
    warnings.push(
      t`"${{ column: header.text }}" holds numbers such as ${{ example: values.filled.find(isFloatedId) ?? '' }}: a spreadsheet has cut these ids short, so different contacts may look the same. Export the file again with this column as text.`,
    )
  }
  if (field === 'agent.externalId' || field === 'agent.otherId') {
    const isWho = shareOf(values, (cell) => isWhoId(cell))
    if (isWho < ENOUGH) return null
  }
  if (
    (field === 'contact.id' || field === 'evaluation.id' || field === 'survey.id') &&
    values.averageLength > 120
  )
    return null
  if (field === 'contact.id' && decideMomentQuickly(values)) return null
  return {
    transform,
    factor: floated > 0.2 ? 0.6 : 1,
    reason: values.isUnique ? t`every value is different` : t`the values are ids`,
    warnings,
    isUndecided: false,
  }
}

function decideMomentQuickly(values: ColumnValues): boolean {
  return shareOf(values, (cell) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)) >= ENOUGH
}

/** What can stand for a person without being a name: a code, a login, an address; fillers are passed over. */
function isWhoId(cell: string): boolean {
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^\d+[.,]\d+$/.test(cell)) return false
  return isCode(cell) || isLogin(cell) || isEmail(cell) || /^[A-Z0-9_-]{2,20}$/.test(cell) || isFiller(cell)
}

function isFiller(cell: string): boolean {
  return isPlaceholderAgent(cell) || isTemplateText(cell) || isTotalText(cell)
}

function fitName(values: ColumnValues): Fit | null {
  if (values.filled.length === 0) return plain({ as: 'text' }, 0.4, t`the sample is empty`)
  const real = values.filled
    .filter((cell) => !isFiller(cell) && !namesSeveralAgents(cell))
    .map(withoutListEnd)
  if (real.length === 0) return plain({ as: 'text' }, 0.4, t`only fillers stand here`)
  const names = real.filter((cell) => isName(cell) && !isEmail(cell)).length / real.length
  // "agent12" and "Agent 12" are names where nothing better is.
  const numbered = real.filter((cell) => /^\p{L}[\p{L}\s._-]*\d+$/u.test(cell)).length / real.length
  const logins = real.filter((cell) => isLogin(cell) && !/\s/.test(cell)).length / real.length
  if (names < ENOUGH && names + numbered < ENOUGH) return null
  return plain({ as: 'text' }, logins >= ENOUGH || names < ENOUGH ? 0.8 : 1, t`the values are names`)
}

function fitText(field: ImportField, value: 'text' | 'free-text', values: ColumnValues): Fit | null {
  const transform: Transform = { as: 'text' }
  if (values.filled.length === 0) return plain(transform, 0.4, t`the sample is empty`)
  const numbers = shareOf(values, (cell) => /^[+-]?[\d.,]+%?$/.test(cell))
  if (value === 'free-text') {
    if (numbers >= ENOUGH || shareOf(values, isUrl) >= ENOUGH) return null
    const flags = shareOf(values, (cell) => YES.has(cell.toLowerCase()) || NO.has(cell.toLowerCase()))
    return flags >= ENOUGH ? null : plain(transform, 1, t`the values are written text`)
  }
  if (
    field === 'contact.queue' ||
    field === 'contact.reason' ||
    field === 'agent.team' ||
    field === 'interaction.disposition'
  ) {
    if (values.averageLength > 80) return null
    const clocks = shareOf(values, (cell) => /^\d+:\d{2}/.test(cell))
    if (clocks >= ENOUGH) return null
    if (values.isUnique && values.filled.length >= 20 && field !== 'interaction.disposition') return null
    const flags = shareOf(values, (cell) => YES.has(cell.toLowerCase()) || NO.has(cell.toLowerCase()))
    if (flags >= ENOUGH && field !== 'agent.team') return null
    return plain(transform, numbers >= ENOUGH ? 0.6 : 1, t`the values repeat`)
  }
  if (field === 'answer.question' && numbers >= ENOUGH) return null
  if (field === 'evaluation.form' && numbers >= ENOUGH)
    return plain({ as: 'id' }, 0.6, t`the values are numbers`)
  return plain(transform, 1, t`the values are text`)
}

function isUrl(cell: string): boolean {
  return /^https?:\/\//i.test(cell)
}
