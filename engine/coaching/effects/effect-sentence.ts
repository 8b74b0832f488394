import { t } from '#speech'
import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import { formatSeconds } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { noneSinceSession, observationsInWords } from '../observation-words.ts'
import { timeInWords } from '../sentences.ts'

/** A difference in words: `6 percentage points`, `0.3 points`, `20 s`. */
export function differenceInWords(difference: number, { unit, scale }: MetricDefinition): string {
  const size = Math.abs(difference)
  switch (unit) {
    case 'share':
      return perCent(size)
    case 'score':
      return scale && scale.max - scale.min < 100 ? plain(size * (scale.max - scale.min)) : perCent(size)
    case 'seconds':
      return formatSeconds(size)
    case 'per-minute':
      return t`${{ number: formatNumber(size, 2) }} a minute`
    case 'words-per-minute':
      return t`${{ number: formatNumber(size) }} words a minute`
    case 'compound':
    case 'points':
      return plain(size)
  }
}

function plain(size: number): string {
  const decimals = size < 1 ? 2 : size < 10 ? 1 : 0
  const number = formatNumber(size, decimals)
  return size.toFixed(decimals) === '1.0' ? t`${{ number }} point` : t`${{ number }} points`
}

function perCent(size: number): string {
  const points = size * 100
  const decimals = points < 1 ? 1 : 0
  const number = formatNumber(points, decimals)
  return points.toFixed(decimals) === '1'
    ? t`${{ number }} percentage point`
    : t`${{ number }} percentage points`
}

type Told = Pick<
  CoachingEffect,
  'state' | 'effect' | 'controls' | 'contactsNeeded' | 'after' | 'looks' | 'dataTo'
>

/** Why there is nothing to look at yet. Days compare with the end of the data: a look whose day is past waits for exports, not for the calendar. */
export function tooSoonSentence(dataTo: string | null, firstLookOn: string): string {
  return dataTo === null
    ? t`Too soon to look: there are no data yet; the first look needs those up to ${{ firstLookOn }}.`
    : t`Too soon to look: the data end on ${{ dataTo }}; the first look needs newer exports, up to ${{ firstLookOn }}.`
}

/** `6 percentage points better`. */
export function betterOrWorse(difference: number, definition: MetricDefinition): string {
  const size = differenceInWords(difference, definition)
  return difference < 0 ? t`${{ size }} worse` : t`${{ size }} better`
}

/** What came of it, in one sentence that claims no more than the interval does. */
export function effectSentence(definition: MetricDefinition, told: Told): string {
  const { state, looks, dataTo } = told
  if (state === 'waiting') return tooSoonSentence(dataTo, looks[0]!.on)
  const sentence = whatIsSeen(definition, told)
  return state === 'progress'
    ? `${sentence} ${t`The verdict needs data up to ${{ verdictOn: looks.at(-1)!.on }}.`}`
    : sentence
}

function whatIsSeen(definition: MetricDefinition, told: Told): string {
  const { state, effect, controls, contactsNeeded, after } = told
  if (effect === null) {
    const why =
      (after?.n ?? 0) === 0
        ? noneSinceSession(definition)
        : (controls.tooFew ?? t`there is nothing from before the session to compare with`)
    return state === 'progress' ? t`Nothing to show yet: ${{ why }}.` : t`Too early to tell: ${{ why }}.`
  }
  const [value, low, high] = [effect.value, effect.low, effect.high].map((one) =>
    betterOrWorse(one, definition),
  )
  const contacts = observationsInWords(definition, after?.n ?? 0)
  const people = controls.n
  if (state === 'progress')
    return contactsNeeded === 0
      ? t`So far ${{ value }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached), very likely between ${{ low }} and ${{ high }}.`
      : t`Too early to tell: ${{ toGo: toGo(definition, told) }}. So far ${{ value }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached), very likely between ${{ low }} and ${{ high }}.`
  if (state === 'improved')
    return t`Improved: ${{ value }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached), very likely between ${{ low }} and ${{ high }}.`
  if (state === 'worse')
    return t`Worse: ${{ value }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached), very likely between ${{ low }} and ${{ high }}.`
  if (state === 'no-change-seen')
    return t`No change seen: between ${{ low }} and ${{ high }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached), which leaves no room for a difference worth acting on.`
  return contactsNeeded === null
    ? t`Too early to tell: between ${{ low }} and ${{ high }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached); at this volume no number of further ones would settle it.`
    : t`Too early to tell: between ${{ low }} and ${{ high }} than expected without coaching (from ${{ contacts }}, against ${{ people }} people who were not coached); ${{ needed: observationsInWords(definition, contactsNeeded) }} to go.`
}

/** What is to go before a difference worth acting on can be told from none, and whether that is to be had before the verdict. */
function toGo(definition: MetricDefinition, { contactsNeeded, after, looks }: Told): string {
  if (contactsNeeded === null || after === null)
    return t`no number of further ones would settle it by itself, as those compared with leave too much open`
  const needed = observationsInWords(definition, contactsNeeded)
  const daysSeen = dayNumber(after.days.to) - dayNumber(after.days.from) + 1
  const perWeek = (after.n * 7) / daysSeen
  if (perWeek === 0) return t`${{ needed }} to go`
  const weeks = contactsNeeded / perWeek
  const weeksLeft = (dayNumber(looks.at(-1)!.on) - dayNumber(after.days.to)) / 7
  return weeks <= weeksLeft
    ? t`${{ needed }} to go, ${{ time: timeInWords(weeks) }} at the pace so far`
    : t`${{ needed }} to go, more than come before the verdict at the pace so far`
}
