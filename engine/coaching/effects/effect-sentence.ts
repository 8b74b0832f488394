import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import { formatSeconds } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { observationWord, timeInWords } from '../sentences.ts'

/** A difference in words: `6 percentage points`, `0.3 points`, `20 s`. */
export function differenceInWords(difference: number, { unit, scale }: MetricDefinition): string {
  const size = Math.abs(difference)
  const plain = (value: number) => {
    const text = value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)
    return `${text} ${text === '1.0' ? 'point' : 'points'}`
  }
  switch (unit) {
    case 'share':
      return perCent(size)
    case 'score':
      return scale && scale.max - scale.min < 100 ? plain(size * (scale.max - scale.min)) : perCent(size)
    case 'seconds':
      return formatSeconds(size)
    case 'per-minute':
      return `${size.toFixed(2)} a minute`
    case 'words-per-minute':
      return `${Math.round(size)} words a minute`
    case 'compound':
    case 'points':
      return plain(size)
  }
}

function perCent(size: number): string {
  const points = size * 100
  const text = points.toFixed(points < 1 ? 1 : 0)
  return `${text} percentage ${text === '1' ? 'point' : 'points'}`
}

type Told = Pick<
  CoachingEffect,
  'state' | 'effect' | 'controls' | 'contactsNeeded' | 'after' | 'looks' | 'dataTo'
>

/** Why there is nothing to look at yet. Days compare with the end of the data: a look whose day is past waits for exports, not for the calendar. */
export function tooSoonSentence(dataTo: string | null, firstLookOn: string): string {
  return dataTo === null
    ? `Too soon to look: there are no data yet; the first look needs those up to ${firstLookOn}.`
    : `Too soon to look: the data end on ${dataTo}; the first look needs newer exports, up to ${firstLookOn}.`
}

/** What came of it, in one sentence that claims no more than the interval does. */
export function effectSentence(definition: MetricDefinition, told: Told): string {
  const { state, effect, controls, contactsNeeded, after, looks, dataTo } = told
  const n = after?.n ?? 0
  const word = (count: number) => `${count} ${observationWord(definition, count)}`
  const signed = (value: number) =>
    `${differenceInWords(value, definition)} ${value < 0 ? 'worse' : 'better'}`
  if (state === 'waiting') return tooSoonSentence(dataTo, looks[0]!.on)
  const verdictOn = looks.at(-1)!.on
  const later = state === 'progress' ? ` The verdict needs data up to ${verdictOn}.` : ''
  if (effect === null) {
    const why =
      n === 0
        ? `there is no ${observationWord(definition, 1)} since the session`
        : (controls.tooFew ?? `there is nothing from before the session to compare with`)
    return `${state === 'progress' ? 'Nothing to show yet' : 'Too early to tell'}: ${why}.${later}`
  }
  const span = `between ${signed(effect.low)} and ${signed(effect.high)}`
  const against = `than expected without coaching (from ${word(n)}, against ${controls.n} people who were not coached)`
  if (state === 'progress') {
    const soFar = `${signed(effect.value)} ${against}, very likely ${span}`
    return contactsNeeded === 0
      ? `So far ${soFar}.${later}`
      : `Too early to tell: ${toGo(definition, told)}. So far ${soFar}.${later}`
  }
  if (state === 'improved' || state === 'worse')
    return `${state === 'improved' ? 'Improved' : 'Worse'}: ${signed(effect.value)} ${against}, very likely ${span}.`
  if (state === 'no-change-seen')
    return `No change seen: ${span} ${against}, which leaves no room for a difference worth acting on.`
  const settle =
    contactsNeeded === null
      ? 'at this volume no number of further ones would settle it'
      : `${word(contactsNeeded)} to go`
  return `Too early to tell: ${span} ${against}; ${settle}.`
}

/** What is to go before a difference worth acting on can be told from none, and whether that is to be had before the verdict. */
function toGo(definition: MetricDefinition, { contactsNeeded, after, looks }: Told): string {
  if (contactsNeeded === null || after === null)
    return 'no number of further ones would settle it by itself, as those compared with leave too much open'
  const counted = `${contactsNeeded} ${observationWord(definition, contactsNeeded)} to go`
  const daysSeen = dayNumber(after.days.to) - dayNumber(after.days.from) + 1
  const perWeek = (after.n * 7) / daysSeen
  if (perWeek === 0) return counted
  const weeks = contactsNeeded / perWeek
  const weeksLeft = (dayNumber(looks.at(-1)!.on) - dayNumber(after.days.to)) / 7
  return weeks <= weeksLeft
    ? `${counted}, ${timeInWords(weeks)} at the pace so far`
    : `${counted}, more than come before the verdict at the pace so far`
}
