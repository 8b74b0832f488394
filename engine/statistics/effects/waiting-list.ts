import { seededRandom } from '../seeded-random.ts'
import { studentTQuantile } from '../student-t.ts'

/**
 * Who goes first among people that tie: a random order of the ids by the seed, the same whatever order they are given in (Fisher & Yates 1938; Durstenfeld
 * 1964). Seed and ids are what has to be kept to draw it again.
 */
export function drawOrder(agentIds: readonly string[], seed: number): string[] {
  const order = [...new Set(agentIds)].toSorted((a, b) => (a < b ? -1 : 1))
  const random = seededRandom(seed)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = order[i]!
    order[i] = order[j]!
    order[j] = moved
  }
  return order
}

/** The comparison of those drawn to go first with those who wait; positive is better. */
export interface WaitingListEffect {
  effect: number
  low: number
  high: number
  /** Two-sided, by the draw itself: how often another draw would show as much. */
  pValue: number
  /** Every other draw was looked at; else 10,000 of them. */
  isExact: boolean
}

const MOST_DRAWS_LOOKED_AT = 20_000
const DRAWS = 10_000
const ROUNDING = 1e-9

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return Math.round(ways)
}

/** Sums of every choice of k of the values. */
function* sumsOfChoices(values: readonly number[], k: number, from = 0, sum = 0): Generator<number> {
  if (k === 0) {
    yield sum
    return
  }
  for (let i = from; i <= values.length - k; i++) yield* sumsOfChoices(values, k - 1, i + 1, sum + values[i]!)
}

/**
 * The effect of a drawn waiting list: difference of the means of the changes, its 95% interval with Neyman's variance s1^2/n1 + s0^2/n0 (Neyman 1923; Imbens &
 * Rubin 2015, chapter 6; Student's t with Welch's degrees of freedom), and the p-value of Fisher's test over all draws of as many (chapter 5), or over 10,000 of
 * them, seeded. Changes are beyond what was expected, positive is better. Null under two on either side.
 */
export function waitingListEffect(
  first: readonly number[],
  waiting: readonly number[],
  seed: number,
): WaitingListEffect | null {
  const [k, rest] = [first.length, waiting.length]
  if (k < 2 || rest < 2) return null
  const effect = mean(first) - mean(waiting)
  const [ofFirst, ofWaiting] = [variance(first) / k, variance(waiting) / rest]
  const total = ofFirst + ofWaiting
  const degreesOfFreedom =
    total > 0 ? total ** 2 / (ofFirst ** 2 / (k - 1) + ofWaiting ** 2 / (rest - 1)) : k + rest - 2
  const reach = studentTQuantile(0.975, degreesOfFreedom) * Math.sqrt(total)

  const all = [...first, ...waiting]
  const sumOfAll = all.reduce((sum, value) => sum + value, 0)
  const asMuch = Math.abs(effect) * (1 - ROUNDING)
  const differenceOf = (sum: number) => sum / k - (sumOfAll - sum) / rest
  const isExact = choose(all.length, k) <= MOST_DRAWS_LOOKED_AT
  let looked = 0
  let extreme = 0
  const look = (sum: number) => {
    looked++
    if (Math.abs(differenceOf(sum)) >= asMuch) extreme++
  }
  if (isExact) for (const sum of sumsOfChoices(all, k)) look(sum)
  else {
    // the draw that happened is one of them (Phipson & Smyth 2010)
    look(first.reduce((sum, value) => sum + value, 0))
    const random = seededRandom(seed)
    const shuffled = [...all]
    for (let draw = 0; draw < DRAWS; draw++) {
      let sum = 0
      for (let i = 0; i < k; i++) {
        const j = i + Math.floor(random() * (shuffled.length - i))
        const taken = shuffled[j]!
        shuffled[j] = shuffled[i]!
        shuffled[i] = taken
        sum += taken
      }
      look(sum)
    }
  }
  return { effect, low: effect - reach, high: effect + reach, pValue: extreme / looked, isExact }
}
