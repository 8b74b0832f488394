import { digitItemAt } from './digit-items.ts'
import type { DigitItem } from './digit-items.ts'
import { fillerWords, monthNames, unitsAfter } from './number-words.ts'
import type { RedactionToken } from './redaction-tokens.ts'
import type { WorkMeter } from './work-meter.ts'

/** Numbers that may be parts of one dictated number: nothing but separators and fillers stands between them. */
export type DigitRun = {
  readonly items: readonly DigitItem[]
  /** How item n is joined to item n - 1; the first is `start`. `tight`: blank, dash, dot or bracket only. */
  readonly joins: readonly ('start' | 'tight' | 'loose')[]
  readonly digits: string
}

const widestGap = 7

/**
 * The runs of numbers in one voice's sequence of tokens. Amounts, counts, times, calendar dates, decimals and network
 * addresses end a run and are left out of it. `null` in the sequence is a place where another speaker said something long.
 */
export function digitRuns(tokens: readonly (RedactionToken | null)[], meter?: WorkMeter): DigitRun[] {
  const sequence = tokens as readonly RedactionToken[]
  const runs: DigitRun[] = []
  let items: DigitItem[] = []
  let joins: DigitRun['joins'][number][] = []
  let digitCount = 0
  const close = () => {
    if (items.length > 0) runs.push({ items, joins, digits: items.map((item) => item.digits).join('') })
    items = []
    joins = []
    digitCount = 0
  }
  let at = 0
  while (at < tokens.length) {
    if (meter !== undefined) meter.steps++
    const token = tokens[at]
    if (token === null || token === undefined) {
      close()
      at++
      continue
    }
    const plain = token.kind === 'number' ? plainNumberEnd(sequence, at) : at
    if (plain > at) {
      close()
      at = plain
      continue
    }
    const item = digitItemAt(sequence, at)
    if (item === undefined) {
      at++
      continue
    }
    const last = items.at(-1)
    const join = last === undefined ? 'start' : joinOf(sequence, last.last, item.first, meter)
    if (join === 'apart') close()
    if (isCount(sequence, item, digitCount)) {
      dropAmountBefore(sequence, items, joins, item)
      close()
    } else {
      joins.push(items.length === 0 ? 'start' : join === 'tight' ? 'tight' : 'loose')
      items.push(item)
      digitCount += item.digits.length
    }
    at = item.last + 1
  }
  close()
  return runs
}

function joinOf(
  sequence: readonly (RedactionToken | null)[],
  last: number,
  first: number,
  meter: WorkMeter | undefined,
): 'tight' | 'loose' | 'apart' {
  if (first - last - 1 > widestGap) return 'apart'
  let isTight = true
  for (let at = last + 1; at <= first; at++) {
    if (meter !== undefined) meter.steps++
    const token = sequence[at]
    if (token === null || token === undefined || token.kind === 'mask' || token.kind === 'identifier')
      return 'apart'
    if (token.isNewLine) isTight = false
    if (at === first) break
    if (token.kind === 'mark') {
      if ('$£€¥₹@=#%'.includes(token.text)) return 'apart'
      const isSentenceEnd = token.text === '.' && sequence[at + 1]?.isSpaced === true
      if (!'-–—‐‑−.·()/'.includes(token.text) || isSentenceEnd) isTight = false
    } else if (fillerWords.has(token.text)) isTight = false
    else return 'apart'
  }
  if (first - last - 1 > 3) isTight = false
  return isTight ? 'tight' : 'loose'
}

/** An amount, a count, or a number that says how many digits: "$45", "12 items", "last four", "three digits". */
function isCount(sequence: readonly RedactionToken[], item: DigitItem, digitsBefore: number): boolean {
  const before = sequence[item.first - 1]
  const after = sequence[item.last + 1]
  if (before?.kind === 'mark' && '$£€¥₹'.includes(before.text)) return true
  if (after?.kind === 'mark' && '%$£€¥₹°'.includes(after.text)) return digitsBefore + item.digits.length < 9
  if (before?.kind === 'word' && isSelector(before.text) && isSelected(sequence, item)) return true
  if (before?.kind === 'word' && monthNames.has(before.text) && before.text !== 'may') return true
  const unit = after?.text === '-' ? sequence[item.last + 2] : after
  if (unit?.kind !== 'word' || !unitsAfter.has(unit.text)) return false
  return digitsBefore + item.digits.length <= 9
}

function isSelector(word: string): boolean {
  return word === 'last' || word === 'first' || word === 'final' || word === 'only'
}

/** "last four" is a count unless more digits follow it than it counts: "and last one one one one". */
function isSelected(sequence: readonly RedactionToken[], item: DigitItem): boolean {
  if (item.digits.length > 2) return false
  let digits = 0
  for (let at = item.last + 1; at < sequence.length && digits <= 4; at++) {
    const next = digitItemAt(sequence, at)
    if (next === undefined || next.digits.length > 1) break
    digits++
  }
  return digits === 0 || digits === Number(item.digits)
}

/** "one hundred and twenty five dollars": what belongs to the amount goes with it. */
function dropAmountBefore(
  sequence: readonly RedactionToken[],
  items: DigitItem[],
  joins: DigitRun['joins'][number][],
  amount: DigitItem,
): void {
  let first = amount.first
  while (items.length > 0) {
    const before = items.at(-1)!
    const isDecimal = first - before.last === 2 && '.,'.includes(sequence[first - 1]!.text)
    const isSpokenAmount = before.isSpoken && amount.isSpoken && first - before.last <= 2
    if (!isDecimal && !isSpokenAmount) return
    first = before.first
    items.pop()
    joins.pop()
  }
}

/**
 * End of a written calendar date, time, decimal, amount with thousands or network address that begins at the number `at`;
 * `at` itself where it is none of them. Only numbers and single marks without blanks count as one.
 */
function plainNumberEnd(sequence: readonly RedactionToken[], at: number): number {
  const before = sequence[at - 1]
  const isGlued = before?.kind === 'mark' && !before.isSpaced && !sequence[at]!.isSpaced
  // In the middle of a longer chain of numbers: judged from its beginning.
  if (isGlued && sequence[at - 2]?.kind === 'number' && './-:,'.includes(before.text)) return at
  const parts: string[] = [sequence[at]!.text]
  const marks: string[] = []
  let end = at + 1
  while (end - at < 14) {
    const mark = sequence[end]
    const next = sequence[end + 1]
    if (mark?.kind !== 'mark' || next?.kind !== 'number' || mark.isSpaced || next.isSpaced) break
    if (!'./-:,'.includes(mark.text)) break
    marks.push(mark.text)
    parts.push(next.text)
    end += 2
  }
  if (marks.length === 0) return at
  const lengths = parts.map((part) => part.length)
  const isAlike = marks.every((mark) => mark === marks[0])
  if (isAlike && parts.length === 3 && marks[0] !== ',' && marks[0] !== ':' && isDate(parts)) return end
  if (marks[0] === ':' && isAlike && lengths.every((length) => length <= 2)) return end
  if (isAlike && marks[0] === '.' && parts.length === 2 && lengths[1]! <= 2) return end
  if (isAlike && marks[0] === '.' && parts.length === 4 && parts.every((part) => Number(part) <= 255))
    return lengths.some((length) => length < 3) && !lengths.every((length) => length === 2) ? end : at
  const isThousands = marks[0] === ',' && lengths[0]! <= 3 && lengths[1] === 3
  const withCents = marks.at(-1) === '.' ? marks.length - 1 : marks.length
  const isGrouped = marks.slice(0, withCents).every((mark) => mark === ',')
  if (isThousands && isGrouped && lengths.slice(1, withCents + 1).every((length) => length === 3))
    return lengths.reduce((sum, length) => sum + length, 0) < 13 ? end : at
  return at
}

function isDate(parts: readonly string[]): boolean {
  const [one, two, three] = parts.map(Number)
  const [first, second, third] = parts.map((part) => part.length)
  const isDayAndMonth = (a: number, b: number) =>
    a >= 1 && b >= 1 && ((a <= 12 && b <= 31) || (b <= 12 && a <= 31))
  if (first! <= 2 && second! <= 2 && (third === 4 || third === 2)) return isDayAndMonth(one!, two!)
  return (
    first === 4 && second! <= 2 && third! <= 2 && one! > 1900 && one! < 2100 && isDayAndMonth(two!, three!)
  )
}
