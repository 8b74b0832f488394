import { isoDay } from '../../shared/domain/time.ts'
import { UsageError } from '../errors.ts'

/** A whole number of at least `least` and at most `most`, or a usage error that names the option. */
export function wholeNumber(
  option: string,
  text: string | undefined,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  throw new UsageError(`${option} takes a whole number ${range}, not "${text}".`)
}

/** A day `YYYY-MM-DD`, or a usage error that names the option. */
export function day(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (isoDay.safeParse(text).success) return text
  throw new UsageError(`${option} takes a day written YYYY-MM-DD, not "${text}".`)
}

/** One of a closed list of words, or a usage error that lists them. */
export function word<Word extends string>(
  option: string,
  words: readonly Word[],
  text: string | undefined,
): Word | undefined {
  if (text === undefined) return undefined
  const found = words.find((one) => one === text)
  if (found) return found
  throw new UsageError(`${option} takes one of ${words.join(', ')}, not "${text}".`)
}
