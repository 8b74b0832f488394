import {
  roundWords,
  soundalikes,
  teenWords,
  tenWords,
  timesWords,
  unitWords,
  zeroWords,
} from './number-words.ts'
import type { RedactionToken } from './redaction-tokens.ts'

/** One number as it was written or said: "4111", "double five", "forty-one". */
export type DigitItem = {
  readonly digits: string
  /** Places in the sequence of tokens it was read from, both inclusive. */
  readonly first: number
  readonly last: number
  readonly isSpoken: boolean
  /** A word that merely sounds like a digit ("to", "for"). */
  readonly isUncertain: boolean
}

/** Reads the number that begins at `at`, or nothing. Looks at most four tokens ahead. */
export function digitItemAt(tokens: readonly RedactionToken[], at: number): DigitItem | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'number')
    return { digits: token.text, first: at, last: at, isSpoken: false, isUncertain: false }
  if (token.kind !== 'word') return undefined
  const word = token.text
  const unit = unitWords.get(word)
  if (unit !== undefined) return spoken(unit, at, at)
  const teen = teenWords.get(word)
  if (teen !== undefined) return spoken(teen, at, at)
  const ten = tenWords.get(word)
  if (ten !== undefined) {
    const next = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
    const small = unitWords.get(tokens[next]?.text ?? '')
    return small === undefined || small === '0' ? spoken(`${ten}0`, at, at) : spoken(ten + small, at, next)
  }
  const times = timesWords.get(word)
  if (times !== undefined) {
    const repeated = tokens[at + 1]
    const digit =
      unitWords.get(repeated?.text ?? '') ??
      (zeroWords.has(repeated?.text ?? '') ? '0' : undefined) ??
      (repeated?.kind === 'number' && repeated.text.length === 1 ? repeated.text : undefined)
    return digit === undefined ? undefined : spoken(digit.repeat(times), at, at + 1)
  }
  if (zeroWords.has(word)) return isDigitBeside(tokens, at) ? spoken('0', at, at) : undefined
  const zeroes = roundWords.get(word)
  if (zeroes !== undefined) return isDigitWord(tokens[at - 1]) ? spoken(zeroes, at, at) : undefined
  const sound = soundalikes.get(word)
  if (sound !== undefined && isSpokenUnit(tokens[at - 1]) && isSpokenUnit(tokens[at + 1]))
    return { digits: sound, first: at, last: at, isSpoken: true, isUncertain: true }
  return undefined
}

function spoken(digits: string, first: number, last: number): DigitItem {
  return { digits, first, last, isSpoken: true, isUncertain: false }
}

function isDigitBeside(tokens: readonly RedactionToken[], at: number): boolean {
  for (const step of [-1, 1]) {
    let place = at + step
    if (tokens[place]?.text === ',' || tokens[place]?.text === '-') place += step
    const beside = tokens[place]
    if (isDigitWord(beside) || beside?.kind === 'number' || zeroWords.has(beside?.text ?? '')) return true
  }
  return false
}

function isDigitWord(token: RedactionToken | undefined): boolean {
  if (token?.kind === 'number') return true
  if (token?.kind !== 'word') return false
  return unitWords.has(token.text) || teenWords.has(token.text) || tenWords.has(token.text)
}

function isSpokenUnit(token: RedactionToken | undefined): boolean {
  return token?.kind === 'word' && (unitWords.has(token.text) || zeroWords.has(token.text))
}
