import { t } from '#speech'
import { isFree, withoutEnding, written, type CompiledPattern, type PatternToken } from './compile-pattern.ts'
import { endsOfPart, mayHold, type NamePart } from './name-parts.ts'
import type { DateOrder } from './written-dates.ts'

/** A part as it was caught. */
export interface CaughtPart {
  text: string
  order: DateOrder | null
  /** Where it stands in `Matched.text`. */
  start: number
  /** False where the pattern can be read in more than one way, so that another text might be meant. */
  isSure: boolean
}

/** A name held against a pattern: its parts, or one sentence why it does not fit. */
export type Matched =
  | { fits: true; text: string; parts: Map<NamePart, CaughtPart> }
  | { fits: false; text: string; reason: string }

const LONGEST_NAME = 255

/**
 * Holds a path against a pattern. For every token and every place of the name it is worked out once, from the end, whether the rest can
 * be read from there: the steps are tokens times characters, for any pattern and any name. Of parts of any text the shortest reading is
 * taken, of dates and times the longest.
 */
export function matchPattern(pattern: CompiledPattern, path: string): Matched {
  const { tokens, folders } = pattern
  const steps = path.normalize('NFC').replaceAll('\\', '/').split('/')
  const used = steps.slice(-1 - folders)
  const text = [...used.slice(0, -1), withoutEnding(used.at(-1) ?? '')].join('/')
  const refused = (reason: string): Matched => ({ fits: false, text, reason })
  if (used.length <= folders) return refused(t`It lies in fewer folders than the pattern names.`)
  if (used.some((step) => step.length > LONGEST_NAME))
    return refused(t`Its name is longer than 255 characters.`)
  const readings = readingsFromTheEnd(tokens, text)
  if (!readings[0]!.canFinish[0]) return refused(whyNot(tokens, text))
  const places = reachedPlaces(tokens, readings, text)
  const parts = new Map<NamePart, CaughtPart>()
  let position = 0
  for (const [index, token] of tokens.entries()) {
    const end = readings[index]!.ends[position]!
    if (token.kind === 'part') {
      const isSure = !isFree(token) || (places[index] === 1 && places[index + 1] === 1)
      parts.set(token.part, { text: text.slice(position, end), order: token.order, start: position, isSure })
    }
    position = end
  }
  return { fits: true, text, parts }
}

/** For each place: whether all from one token on can be read from there, and where that token then ends. */
interface Reading {
  canFinish: Uint8Array
  ends: Int32Array
}

function readingsFromTheEnd(tokens: readonly PatternToken[], text: string): Reading[] {
  const size = text.length + 1
  const last: Reading = { canFinish: new Uint8Array(size), ends: new Int32Array(size) }
  last.canFinish[text.length] = 1
  const readings = [last]
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!
    const after = readings[0]!.canFinish
    const reading: Reading = { canFinish: new Uint8Array(size), ends: new Int32Array(size).fill(-1) }
    if (isFree(token)) readFree(token, text, after, reading)
    else {
      for (let position = 0; position < size; position++) {
        const end = fixedEnds(tokens, index, text, position).find((one) => after[one] === 1)
        if (end !== undefined) reading.ends[position] = end
      }
    }
    for (let position = 0; position < size; position++)
      reading.canFinish[position] = reading.ends[position]! < 0 ? 0 : 1
    readings.unshift(reading)
  }
  return readings
}

/** From the end: the nearest place to stop at, as long as no character stands between that the part cannot hold. */
function readFree(token: PatternToken, text: string, after: Uint8Array, reading: Reading): void {
  const part = token.kind === 'part' ? token.part : null
  let nearest = after[text.length] === 1 ? text.length : -1
  if (part === null) reading.ends[text.length] = nearest
  for (let position = text.length - 1; position >= 0; position--) {
    if (!mayHold(part, text[position]!)) nearest = -1
    // a named part holds one character at least, so a stop at the place itself counts only for "anything"
    if (part !== null) reading.ends[position] = nearest
    if (after[position] === 1) nearest = position
    if (part === null) reading.ends[position] = nearest
  }
}

/** How many places each token can begin at, over all readings of the whole name; the last is the end. */
function reachedPlaces(
  tokens: readonly PatternToken[],
  readings: readonly Reading[],
  text: string,
): number[] {
  let reached = new Uint8Array(text.length + 1)
  reached[0] = 1
  const counts = [1]
  for (const [index, token] of tokens.entries()) {
    const after = readings[index + 1]!.canFinish
    const next = new Uint8Array(text.length + 1)
    const part = token.kind === 'part' ? token.part : null
    let isOpen = false
    for (let position = 0; position <= text.length; position++) {
      const isStart = reached[position] === 1 && readings[index]!.canFinish[position] === 1
      if (!isFree(token)) {
        if (isStart) next[readings[index]!.ends[position]!] = 1
        continue
      }
      const opensHere = isStart && part === null
      if ((isOpen || opensHere) && after[position] === 1) next[position] = 1
      isOpen = (isOpen || isStart) && position < text.length && mayHold(part, text[position]!)
    }
    reached = next
    counts.push(next.reduce((sum, one) => sum + one, 0))
  }
  return counts
}

/** Where a token with a form of its own ends; numbers and words are not cut out of longer ones. */
function fixedEnds(tokens: readonly PatternToken[], index: number, text: string, position: number): number[] {
  const token = tokens[index]!
  if (token.kind === 'literal') {
    const end = position + token.text.length
    return text.slice(position, end).toLowerCase() === token.text.toLowerCase() ? [end] : []
  }
  if (token.kind === 'anything') return []
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  if (before && isFree(before) && isInside(text, position)) return []
  const ends = endsOfPart(token.part, token.order, text, position) ?? []
  return after && isFree(after) ? ends.filter((end) => !isInside(text, end)) : ends
}

/** Whether a place lies within a number or within a word. */
function isInside(text: string, position: number): boolean {
  const around = text.slice(Math.max(0, position - 1), position + 1)
  return position > 0 && (/^\d\d$/.test(around) || /^\p{L}\p{L}$/u.test(around))
}

function whyNot(tokens: readonly PatternToken[], text: string): string {
  let reached = new Set([0])
  for (const [index, token] of tokens.entries()) {
    const next = new Set<number>()
    if (isFree(token)) spread(token, text, reached, next)
    else
      for (const position of reached)
        for (const end of fixedEnds(tokens, index, text, position)) next.add(end)
    if (next.size === 0) {
      const [wanted, before] = [written(token), index === 0 ? null : written(tokens[index - 1]!)]
      if (token.kind === 'literal')
        return before === null
          ? t`Its name has no ${{ wanted }} at its beginning.`
          : t`Its name has no ${{ wanted }} behind ${{ before }}.`
      return before === null
        ? t`Its name has no text fit for ${{ wanted }} at its beginning.`
        : t`Its name has no text fit for ${{ wanted }} behind ${{ before }}.`
    }
    reached = next
  }
  return t`Its name goes on where the pattern ends; write * for what may follow.`
}

function spread(token: PatternToken, text: string, reached: ReadonlySet<number>, next: Set<number>): void {
  const part = token.kind === 'part' ? token.part : null
  let isOpen = false
  for (let position = 0; position <= text.length; position++) {
    if (isOpen || (part === null && reached.has(position))) next.add(position)
    isOpen = (isOpen || reached.has(position)) && position < text.length && mayHold(part, text[position]!)
  }
}
