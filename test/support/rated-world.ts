import { seededRandom } from '../../engine/statistics/seeded-random.ts'
import type { Answer } from '../../engine/statistics/index.ts'

/** Items that are right or wrong, and raters who see it with some accuracy, each by themselves. */
export interface RatedWorld {
  items: number
  raters: number
  /** Share of items that are a yes. */
  prevalence: number
  /** Probability that a rater sees what is there. */
  accuracy: number
}

export function rateWorld(world: RatedWorld, seed: number): Answer[][] {
  const random = seededRandom(seed)
  return Array.from({ length: world.items }, () => {
    const isYes = random() < world.prevalence
    return Array.from({ length: world.raters }, () => (random() < world.accuracy === isYes ? 'yes' : 'no'))
  })
}

/** What the coefficients come to with endless items. Raters are alike, so Cohen's, Fleiss' and Krippendorff's are one. */
export function truthOf({ prevalence, accuracy }: RatedWorld): {
  agreement: number
  kappa: number
  ac1: number
} {
  const agreement = accuracy ** 2 + (1 - accuracy) ** 2
  const yes = prevalence * accuracy + (1 - prevalence) * (1 - accuracy)
  const byChance = yes ** 2 + (1 - yes) ** 2
  return {
    agreement,
    kappa: (agreement - byChance) / (1 - byChance),
    ac1: (agreement - (1 - byChance)) / byChance,
  }
}
