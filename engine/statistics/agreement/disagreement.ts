import type { DistanceWeights } from './types.ts'

/**
 * How far two answers are apart, 0 for the same and 1 for the furthest: one less the weight of agreement in the literature.
 * `between` sums it over all pairs of two lists of how often each category occurs; it needs one pass, not one for each pair.
 */
export interface Disagreement {
  of(a: number, b: number): number
  between(p: Float64Array, q: Float64Array): number
}

/** The same or not. */
export const plainDisagreement: Disagreement = {
  of: (a, b) => (a === b ? 0 : 1),
  between(p, q) {
    let sumP = 0
    let sumQ = 0
    let same = 0
    for (let k = 0; k < p.length; k++) {
      sumP += p[k]!
      sumQ += q[k]!
      same += p[k]! * q[k]!
    }
    return sumP * sumQ - same
  },
}

/** The distance on a scale, or its square, as a share of the longest there is (Cicchetti & Allison 1971; Fleiss & Cohen 1973). */
export function distanceDisagreement(positions: Float64Array, weights: DistanceWeights): Disagreement {
  const lowest = positions[0] ?? 0
  const range = (positions.at(-1) ?? 0) - lowest
  const places = positions.map((position) => (range > 0 ? (position - lowest) / range : 0))
  return weights === 'linear' ? linear(places) : quadratic(places)
}

function linear(places: Float64Array): Disagreement {
  return {
    of: (a, b) => Math.abs(places[a]! - places[b]!),
    // between two neighbours lies a step that every pair crosses of which one is below and one above
    between(p, q) {
      const sumP = sumOf(p)
      const sumQ = sumOf(q)
      let belowP = 0
      let belowQ = 0
      let total = 0
      for (let k = 0; k + 1 < places.length; k++) {
        belowP += p[k]!
        belowQ += q[k]!
        total += (places[k + 1]! - places[k]!) * (belowP * (sumQ - belowQ) + belowQ * (sumP - belowP))
      }
      return total
    },
  }
}

function quadratic(places: Float64Array): Disagreement {
  return {
    of: (a, b) => (places[a]! - places[b]!) ** 2,
    between: (p, q) => squaredDistances(p, q, places),
  }
}

/** The sum of (x - y)^2 over all pairs, from the sums of both lists. */
export function squaredDistances(p: Float64Array, q: Float64Array, places: Float64Array): number {
  let sumP = 0
  let sumQ = 0
  let firstP = 0
  let firstQ = 0
  let secondP = 0
  let secondQ = 0
  for (let k = 0; k < places.length; k++) {
    const place = places[k]!
    sumP += p[k]!
    sumQ += q[k]!
    firstP += p[k]! * place
    firstQ += q[k]! * place
    secondP += p[k]! * place * place
    secondQ += q[k]! * place * place
  }
  return Math.max(0, secondP * sumQ + secondQ * sumP - 2 * firstP * firstQ)
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
