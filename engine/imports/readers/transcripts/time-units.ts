import type { TimedItem } from './timed-fields.ts'

/** People speak about 150 words a minute; over a call with its pauses it is less. */
const usualWordsPerSecond = 2

/**
 * Whether bare numbers are seconds or milliseconds: the reading under which people speak at a believable
 * speed. Fractions speak for seconds.
 */
export function unitOfOpenTimes(items: readonly TimedItem[]): 'seconds' | 'ms' {
  let words = 0
  let first = Number.POSITIVE_INFINITY
  let last = 0
  let fractions = 0
  let times = 0
  for (const { text, start, end } of items) {
    words += text.trim().split(/\s+/).length
    for (const time of [start, end]) {
      if (time?.unit !== 'open') continue
      times++
      if (!Number.isInteger(time.value)) fractions++
      first = Math.min(first, time.value)
      last = Math.max(last, time.value)
    }
  }
  if (times === 0 || last <= 0) return 'seconds'
  const span = Math.max(last - first, Number.MIN_VALUE)
  const strangeness = (wordsPerSecond: number): number =>
    Math.abs(Math.log(wordsPerSecond / usualWordsPerSecond))
  const asSeconds = strangeness(words / span) - (fractions * 2 > times ? 3 : 0)
  const asMs = strangeness((words * 1000) / span)
  return asSeconds <= asMs ? 'seconds' : 'ms'
}
