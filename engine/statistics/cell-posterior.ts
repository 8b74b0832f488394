import type { Posterior } from './posterior.ts'

/**
 * A posterior as masses on the cells of a grid: `edges` has one entry more than `masses`, ascending; masses
 * sum to 1 and lie evenly within their cell, so that probabilities move smoothly and not in steps of one grid
 * point.
 */
export function cellPosterior(edges: Float64Array, masses: Float64Array): Posterior {
  const count = masses.length
  let mean = 0
  let square = 0
  for (let g = 0; g < count; g++) {
    const low = edges[g]!
    const high = edges[g + 1]!
    mean += (masses[g]! * (low + high)) / 2
  }
  for (let g = 0; g < count; g++) {
    const width = edges[g + 1]! - edges[g]!
    const distance = (edges[g]! + edges[g + 1]!) / 2 - mean
    square += masses[g]! * (distance * distance + (width * width) / 12)
  }
  return {
    mean,
    standardDeviation: Math.sqrt(square),
    probabilityBelow: (value) => {
      let total = 0
      for (let g = 0; g < count; g++) {
        const low = edges[g]!
        const high = edges[g + 1]!
        if (value >= high) total += masses[g]!
        else if (value > low) total += (masses[g]! * (value - low)) / (high - low)
        else break
      }
      return Math.min(1, total)
    },
    expectedShortfall: (bound) => {
      let total = 0
      for (let g = 0; g < count; g++) {
        const low = edges[g]!
        const high = edges[g + 1]!
        if (bound >= high) total += masses[g]! * (bound - (low + high) / 2)
        else if (bound > low) total += (masses[g]! * (bound - low) ** 2) / (2 * (high - low))
        else break
      }
      return total
    },
    quantile: (probability) => {
      let total = 0
      for (let g = 0; g < count; g++) {
        const mass = masses[g]!
        if (mass > 0 && total + mass >= probability) {
          const share = Math.min(1, Math.max(0, (probability - total) / mass))
          return edges[g]! + share * (edges[g + 1]! - edges[g]!)
        }
        total += mass
      }
      return edges[count]!
    },
  }
}
