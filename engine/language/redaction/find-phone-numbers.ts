import { nearestCue } from './cues.ts'
import type { Cue, CueKind } from './cues.ts'
import type { DigitItem } from './digit-items.ts'
import type { DigitRun } from './digit-runs.ts'
import { findingOfItems } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'

const kinds: ReadonlySet<CueKind> = new Set(['phone', 'card', 'ssn', 'id', 'bank', 'pin', 'code'])

/**
 * Phone numbers: international (+ or 00), the North American 3-3-4, national numbers that begin with 0 in groups, 5-5; ten or
 * eleven dictated digits; and after "phone number" and the like 7 to 15 digits in any shape. A bare ten-digit number with no
 * cue stays: order numbers look the same. So does what was just called an order, case or tracking number.
 */
export function findPhoneNumbers(voice: Voice, context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  for (const run of voice.runs) {
    if (run.digits.length < 7) continue
    const place = voice.places[run.items[0]!.first]!
    const cue = nearestCue(context.cues, place, kinds, context.meter)
    const whole = dictatedOrAskedFor(run, cue)
    if (whole !== undefined) {
      findings.push(phoneFinding(voice, whole))
      continue
    }
    for (const chain of shapedChains(voice, run, cue, place, context))
      findings.push(phoneFinding(voice, chain))
  }
  return findings
}

/** The number with the plus and the opening bracket before it. */
function phoneFinding(voice: Voice, items: readonly DigitItem[]): Finding {
  const finding = findingOfItems(voice, items, 'phone-number')
  const piece = finding.pieces[0]!
  for (let at = items[0]!.first - 1; at >= 0 && items[0]!.first - at <= 2; at--) {
    const before = voice.tokens[at]
    if (before?.segment !== piece.segment || !['+', '(', 'plus'].includes(before.text)) break
    piece.start = before.start
  }
  return finding
}

function dictatedOrAskedFor(run: DigitRun, cue: Cue | undefined): readonly DigitItem[] | undefined {
  const length = run.digits.length
  if (cue?.kind === 'phone') {
    const least = cue.isStrong ? 7 : 10
    const most = run.items.every((item) => item.isSpoken || item.digits.length < 10) ? 30 : 15
    return length >= least && length <= most ? run.items : undefined
  }
  if (cue?.kind === 'id' || cue?.kind === 'bank' || cue?.kind === 'ssn') return undefined
  const isDictated = run.items.length >= 7 && run.items.every((item) => item.isSpoken)
  const isLength = length === 10 || (length === 11 && '01'.includes(run.digits[0]!))
  return isDictated && isLength && !isCountdown(run) ? run.items : undefined
}

function isCountdown(run: DigitRun): boolean {
  return run.items.every(
    (item, at) => at === 0 || Number(run.items[at - 1]!.digits) - Number(item.digits) === 1,
  )
}

const longestChain = 15

/** Groups of numbers written in the shape of a phone number. */
function shapedChains(
  voice: Voice,
  run: DigitRun,
  cue: Cue | undefined,
  place: number,
  context: RedactionContext,
): (readonly DigitItem[])[] {
  const isCalledOtherwise = cue?.kind === 'id' && (place - cue.last <= 6 || run.items.length === 1)
  const chains: (readonly DigitItem[])[] = []
  let from = 0
  while (from < run.items.length) {
    const to = shapeFrom(voice, run, from, isCalledOtherwise, cue?.kind === 'phone', context)
    if (to < 0) from++
    else {
      chains.push(run.items.slice(from, to + 1))
      from = to + 1
    }
  }
  return chains
}

function shapeFrom(
  voice: Voice,
  run: DigitRun,
  from: number,
  isCalledOtherwise: boolean,
  isAskedFor: boolean,
  context: RedactionContext,
): number {
  const isInternational = hasPlus(voice, run.items[from]!)
  const startsFree = run.joins[from] !== 'tight' || isInternational
  let found = -1
  let digits = ''
  const lengths: number[] = []
  for (let to = from; to < run.items.length; to++) {
    if (context.meter !== undefined) context.meter.steps++
    if (to > from && (run.joins[to] !== 'tight' || hasPlus(voice, run.items[to]!))) break
    digits += run.items[to]!.digits
    lengths.push(run.items[to]!.digits.length)
    if (digits.length > longestChain) break
    const endsFree = run.joins[to + 1] !== 'tight'
    const shape = lengths.join('-')
    if (isInternational) {
      if (digits.length >= 8 && (endsFree || digits.length >= 11)) found = to
      continue
    }
    if (isCalledOtherwise) continue
    const isNorthAmerican = shape === '3-3-4' || (shape === '1-3-3-4' && digits.startsWith('1'))
    if (
      isNorthAmerican &&
      (startsFree || isPunctuated(run, from, to)) &&
      (endsFree || isPunctuated(run, from, to))
    )
      return to
    if (!startsFree || !endsFree) continue
    if (isAskedFor && digits.length >= 7) found = to
    else if (isNational(digits, lengths)) found = to
  }
  return found
}

function isNational(digits: string, lengths: readonly number[]): boolean {
  if (lengths.length > 6 && lengths.every((length) => length === 1)) return digits.length === 10
  if (digits.startsWith('00')) return lengths.length > 1 && digits.length >= 10
  if (digits.startsWith('0'))
    return lengths.length > 1
      ? digits.length >= 9 && digits.length <= 12
      : digits.length === 10 || digits.length === 11
  return lengths.join('-') === '5-5' && /^[6-9]/.test(digits)
}

function isPunctuated(run: DigitRun, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (run.items[at]!.first - run.items[at - 1]!.last < 2) return false
  return true
}

function hasPlus(voice: Voice, item: DigitItem): boolean {
  const before = voice.tokens[item.first - 1]
  if (before?.text === '+' || before?.text === 'plus') return true
  return before?.text === '(' && voice.tokens[item.first - 2]?.text === '+'
}
