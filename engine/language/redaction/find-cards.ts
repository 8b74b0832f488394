import { cardLength, passesLuhn } from './card-issuers.ts'
import { nearestCue, nextCue } from './cues.ts'
import type { Cue, CueKind } from './cues.ts'
import type { DigitItem } from './digit-items.ts'
import type { DigitRun } from './digit-runs.ts'
import { isMonthAndYear } from './find-expiry.ts'
import { findingOfItems } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'

const cardOrOther: ReadonlySet<CueKind> = new Set(['card', 'ssn', 'phone', 'bank', 'id', 'pin'])
/** Short numbers after "expires" or "security code" are those, not parts of the card's number. */
const cardParts: ReadonlySet<CueKind> = new Set([...cardOrOther, 'expiry', 'code'])
const shortestCard = 13
const longestCard = 19

/**
 * Payment card numbers: by Luhn and issuer wherever a number, a group of numbers or a dictation begins and ends; and whatever
 * a speaker dictates in card length after being asked for a card, even where recognition lost a digit.
 */
export function findCards(voice: Voice, context: RedactionContext): Finding[] {
  const sure = voice.runs.map((run) => cardsByCheckDigit(voice, run, context))
  return voice.runs.flatMap((_, index) =>
    sure[index]!.length > 0 ? sure[index]! : cardByRequest(voice, index, sure, context),
  )
}

function cardsByCheckDigit(voice: Voice, run: DigitRun, context: RedactionContext): Finding[] {
  if (run.digits.length < shortestCard) return []
  const found = windows(voice, run.items, run.joins, context)
  if (found.length > 0 || !run.items.some((item) => item.isUncertain)) return found
  const certain = run.items.map((_, at) => at).filter((at) => !run.items[at]!.isUncertain)
  return windows(
    voice,
    certain.map((at) => run.items[at]!),
    certain.map((at) => run.joins[at]!),
    context,
  )
}

function windows(
  voice: Voice,
  items: readonly DigitItem[],
  joins: DigitRun['joins'],
  context: RedactionContext,
): Finding[] {
  const findings: Finding[] = []
  let from = 0
  while (from < items.length) {
    const to = cardFrom(voice, items, joins, from, context)
    if (to < 0) from++
    else {
      findings.push(findingOfItems(voice, items.slice(from, to + 1), 'card-number'))
      findings.push(...cardTail(voice, items.slice(to + 1, to + 12)))
      from = to + 1
    }
  }
  return findings
}

/** What is said in one breath after a card number: month and year, then the code; nothing where anything else follows. */
function cardTail(voice: Voice, rest: readonly DigitItem[]): Finding[] {
  if (rest.length === 0 || rest.length > 10) return []
  for (let to = 0; to <= rest.length; to++) {
    const date = rest.slice(0, to)
    const code = rest.slice(to)
    const codeLength = code.reduce((sum, item) => sum + item.digits.length, 0)
    const isDate = to === 0 || isMonthAndYear(date.map((item) => item.digits).join(''))
    if (!isDate || !(codeLength === 3 || codeLength === 4 || (codeLength === 0 && to > 0))) continue
    const findings = to === 0 ? [] : [findingOfItems(voice, date, 'card-expiry')]
    return codeLength === 0 ? findings : [...findings, findingOfItems(voice, code, 'card-code')]
  }
  return []
}

/** Last item of the most believable card that begins at item `from`, or -1. */
function cardFrom(
  voice: Voice,
  items: readonly DigitItem[],
  joins: DigitRun['joins'],
  from: number,
  context: RedactionContext,
): number {
  let digits = ''
  let rare = -1
  for (let to = from; to < items.length; to++) {
    if (context.meter !== undefined) context.meter.steps++
    digits += items[to]!.digits
    if (digits.length > longestCard) break
    if (digits.length < shortestCard) continue
    const length = cardLength(digits)
    if (length === 'none' || !passesLuhn(digits)) continue
    if (!isBelievable(voice, items, joins, from, to, length, context)) continue
    if (length === 'usual') return to
    rare = to
  }
  return rare
}

function isBelievable(
  voice: Voice,
  items: readonly DigitItem[],
  joins: DigitRun['joins'],
  from: number,
  to: number,
  length: 'usual' | 'rare',
  context: RedactionContext,
): boolean {
  const window = items.slice(from, to + 1)
  const lengths = window.map((item) => item.digits.length)
  if (isCardGrouping(lengths)) return true
  const place = voice.places[items[from]!.first]!
  const cue = nearestCue(context.cues, place, cardOrOther, context.meter)
  if (cue?.kind === 'card') return true
  if (length === 'rare') return isCalledCardAfter(voice, items[to]!, context)
  // Without a cue a card must fill what was written or dictated in one go, or be one number by itself.
  const startsFree = joins[from] !== 'tight' || lengths.length === 1
  const endsFree = to === items.length - 1 || joins[to + 1] !== 'tight' || lengths.length === 1
  const isInOneGo = joins.slice(from + 1, to + 1).every((join) => join === 'tight')
  const isDictated = window.every((item) => item.isSpoken || item.digits.length <= 4)
  return startsFree && endsFree && (isInOneGo || isDictated)
}

const afterReach = 8

function isCalledCardAfter(voice: Voice, last: DigitItem, context: RedactionContext): boolean {
  return nextCue(context.cues, voice.places[last.last]!, afterReach, cardOrOther)?.kind === 'card'
}

function isCardGrouping(lengths: readonly number[]): boolean {
  const pattern = lengths.join('-')
  return (
    pattern === '4-4-4-4' ||
    pattern === '4-6-5' ||
    pattern === '4-6-4' ||
    pattern === '4-4-4-4-3' ||
    pattern === '4-4-5' ||
    pattern === '8-8' ||
    pattern === '6-10'
  )
}

const widestStumble = 4
const mostStumbles = 12

/** A dictation after "card number": 12 to 25 digits, over small stumbles; 8 or more after a plain request for the number. */
function cardByRequest(
  voice: Voice,
  index: number,
  sure: readonly (readonly Finding[])[],
  context: RedactionContext,
): Finding[] {
  const run = voice.runs[index]!
  const place = voice.places[run.items[0]!.first]!
  const cue = nearestCue(context.cues, place, run.digits.length < 8 ? cardParts : cardOrOther, context.meter)
  if (cue?.kind !== 'card') return []
  // The parts of one stumbling dictation are counted together, from its first part on.
  let first = index
  while (
    first > 0 &&
    index - first < mostStumbles &&
    sure[first - 1]!.length === 0 &&
    isStumble(voice, first - 1, cue, context)
  )
    first--
  let last = index
  while (last + 1 < voice.runs.length && last - index < mostStumbles && isStumble(voice, last, cue, context))
    last++
  let digits = 0
  for (let at = first; at <= last; at++) digits += voice.runs[at]!.digits.length
  const least = cue.isStrong && place - cue.last <= 12 ? 8 : 12
  if (digits < least || digits > 40 || run.digits.length > 40) return []
  if (run.items.length === 1 && run.digits.length <= 2 && first === last) return []
  return [findingOfItems(voice, run.items, 'card-number')]
}

/** Whether run `at` and the next are parts of one dictation: after the cue, few words apart. */
function isStumble(voice: Voice, at: number, cue: Cue, context: RedactionContext): boolean {
  const end = voice.runs[at]!.items.at(-1)!.last
  const start = voice.runs[at + 1]!.items[0]!.first
  if (start - end - 1 > widestStumble) return false
  for (let between = end + 1; between < start; between++) {
    const token = voice.tokens[between]
    if (token === null || token === undefined || token.kind === 'mask') return false
    if (token.kind === 'mark' && '$£€%'.includes(token.text)) return false
  }
  if (voice.places[voice.runs[at]!.items[0]!.first]! <= cue.last) return false
  return nearestCue(context.cues, voice.places[start]!, cardParts, context.meter) === cue
}
