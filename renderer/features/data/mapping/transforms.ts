import { t } from '@lingui/core/macro'
import type { ColumnGuess } from './types.ts'
import type {
  ImportField,
  MomentOrder,
  PeriodSpan,
  Transform,
} from '../../../../shared/domain/import-kinds.ts'
import { fields } from './fields.ts'

export const momentOrders: Record<MomentOrder, string> = {
  ymd: t`year, month, day`,
  dmy: t`day, month, year`,
  mdy: t`month, day, year`,
  'epoch-seconds': t`seconds since 1970`,
  'epoch-milliseconds': t`milliseconds since 1970`,
  'epoch-microseconds': t`microseconds since 1970`,
  'excel-serial': t`Excel day number`,
}

export const periodSpans: Record<PeriodSpan, string> = {
  stated: t`the period it names`,
  week: t`the week it begins`,
  'week-ending': t`the week it ends`,
  month: t`its month`,
  quarter: t`its quarter`,
}

type DurationUnit = Extract<Transform, { as: 'duration' }>['unit']

export const durationUnits: Record<DurationUnit, string> = {
  clock: t`clock, 0:07:12`,
  words: t`words, 7 min 12 s`,
  seconds: t`seconds`,
  milliseconds: t`milliseconds`,
  minutes: t`minutes`,
  hours: t`hours`,
  days: t`days, as Excel counts`,
}

export const transformNames: Record<Transform['as'], string> = {
  text: t`text`,
  id: t`identifier, as written`,
  instant: t`date and time`,
  day: t`day`,
  duration: t`duration`,
  number: t`number`,
  share: t`percentage or share`,
  scale: t`score on a scale`,
  flag: t`yes or no`,
  word: t`one of a few words`,
}

/** How a column is read, in a few words: `day, month, year`, `score 1 to 5`. */
export function transformWords(transform: Transform): string {
  switch (transform.as) {
    case 'instant':
      return momentOrders[transform.order]
    case 'day':
      return transform.span ? periodSpans[transform.span] : momentOrders[transform.order]
    case 'duration':
      return transform.unit === 'clock' && transform.clockParts
        ? t`clock, ${transform.clockParts}`
        : durationUnits[transform.unit]
    case 'share':
      return transform.scale === 100 ? 'percentage, 87' : 'share, 0.87'
    case 'scale':
      return t`score ${transform.min} to ${transform.max}`
    case 'flag':
      return t`yes: ${transform.yes.slice(0, 2).join(', ') || t`nothing yet`}`
    case 'word':
      return t`${Object.keys(transform.words).length} spellings`
    default:
      return transformNames[transform.as]
  }
}

/** A usable transform of the wanted form, keeping what the present one already says where the two agree. */
export function transformAs(as: Transform['as'], present: Transform, examples: readonly string[]): Transform {
  if (present.as === as) return present
  switch (as) {
    case 'instant':
    case 'day':
      return { as, order: present.as === 'instant' || present.as === 'day' ? present.order : 'ymd' }
    case 'duration':
      return examples.some((example) => example.includes(':'))
        ? { as, unit: 'clock', clockParts: 'm:ss' }
        : { as, unit: 'seconds' }
    case 'share':
      return { as, scale: 100 }
    case 'scale':
      return { as, min: 0, max: Math.max(5, ...examples.map(Number).filter(Number.isFinite)) }
    case 'flag':
      return { as, yes: ['yes', 'y', 'true', '1'], no: ['no', 'n', 'false', '0'] }
    case 'word':
      return { as, words: Object.fromEntries(examples.map((example) => [example.toLowerCase(), example])) }
    default:
      return { as }
  }
}

/** How a column is read when it is given a field: as it was recognised where that fits, else the field's usual way. */
export function transformFor(field: ImportField, guess: ColumnGuess): Transform {
  const { reads } = fields[field]
  if (reads.includes(guess.transform.as)) return guess.transform
  return transformAs(reads[0] ?? 'text', guess.transform, guess.examples)
}
