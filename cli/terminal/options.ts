import { isoDay } from '../../shared/domain/time.ts'
import { UsageError } from '../errors.ts'

/** A whole number of at least `least`, or a usage error that names the option. */
export function wholeNumber(option: string, text: string | undefined, least = 0): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new UsageError(`${option} takes a whole number of at least ${least}, not "${text}".`)
}

/** A day `YYYY-MM-DD`, or a usage error that names the option. */
export function day(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (isoDay.safeParse(text).success && !Number.isNaN(Date.parse(text))) return text
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
