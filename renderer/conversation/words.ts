import { t } from '@lingui/core/macro'
import { perCent } from '../../shared/domain/format.ts'
import { metricUnit } from '../../shared/domain/metric-definition.ts'
import { formatClock, formatNumber, formatValue } from '../ui/format.ts'

/** `4 min 05 s`, `38 s`, `1 h 02 min`; a dash where unknown. For lengths in sentences; places are clocks. */
export function durationWords(ms: number | null): string {
  if (ms === null) return '–'
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return t`${seconds} s`
  if (seconds < 3600) return t`${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
  return t`${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')} min`
}

/** A compound with its sign and two decimals. */
export function compoundWords(value: number): string {
  return `${value >= 0.005 ? '+' : ''}${formatNumber(value, 2)}`
}

/** What a compound is called. VADER's own thresholds: at or beyond 0.05 either way is not neutral. */
export function compoundName(value: number): 'negative' | 'neutral' | 'positive' {
  if (value <= -0.05) return 'negative'
  return value >= 0.05 ? 'positive' : 'neutral'
}

export const moodWords: Record<ReturnType<typeof compoundName>, string> = {
  negative: t`negative`,
  neutral: t`neutral`,
  positive: t`positive`,
}

/** A CSAT on its own scale: `4 of 5`; `87%` where the scale is 0 to 100. */
export function csatWords(csat: { score0to1: number; min: number; max: number } | null): string {
  if (csat === null) return '–'
  const value = csat.min + csat.score0to1 * (csat.max - csat.min)
  const decimals = Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1
  if (csat.max === 100) return perCent(value / 100, decimals)
  return t`${formatNumber(value, decimals)} of ${csat.max}`
}

/** A score 0..1 in per cent with one decimal. */
export function scoreWords(score0to1: number): string {
  return formatValue(score0to1, 'score')
}

/** Confidence in words with its figure. */
export function confidenceWords(confidence: number): string {
  const share = formatNumber(confidence, 2)
  if (confidence >= 0.85) return t`high confidence (${share})`
  return confidence >= 0.65 ? t`fair confidence (${share})` : t`low confidence (${share})`
}

/** A measure in its unit; `not available` where it could not be computed. */
export function measureWords(value: number | null, unit: string): string {
  if (value === null) return t`not available`
  const known = metricUnit.safeParse(unit)
  return known.success ? formatValue(value, known.data) : `${formatNumber(value, 1)} ${unit}`
}

/** When in the conversation, for a turn: its clock, or its place where the transcript has no times. */
export function placeWords(startMs: number | null, index: number): string {
  return startMs === null ? t`turn ${index + 1}` : formatClock(startMs)
}

const channelNames: Record<string, string> = { voice: t`Voice`, chat: t`Chat`, email: t`E-mail`, sms: 'SMS' }

/** A channel with a capital, as sources write them in all ways. */
export function channelWords(channel: string | null): string {
  if (channel === null) return '–'
  return channelNames[channel.toLowerCase()] ?? capitalised(channel)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The beginning of what was said, for a line. */
export function shortExcerpt(text: string, length = 70): string {
  return text.length <= length ? text : `${text.slice(0, length).trimEnd()} …`
}

const bases: Record<string, string> = {
  text: t`what is said`,
  'text-timing': t`the times of the turns`,
  'channel-activity': t`the sound`,
}

/** What a figure was measured from; where that is the sound, how speech was told from other sounds in it. */
export function basisWords(basis: string, heardBy: 'silero' | 'loudness' | null): string {
  const from = bases[basis] ?? basis
  if (basis !== 'channel-activity' || heardBy === null) return from
  return t`${from}; speech was told by ${heardBy === 'silero' ? t`the Silero model` : t`its loudness`}`
}
