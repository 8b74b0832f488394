import type { Dealer } from '../random.ts'
import type { Variant } from './script.ts'

/** One telling of a story: what has been said settles which alternatives still fit. */
export interface Plot {
  choose: <T>(section: string, variants: readonly Variant<T>[]) => T
  /** The same, or null where nothing that fits is left unsaid. */
  chooseAnother: <T>(section: string, variants: readonly Variant<T>[]) => T | null
}

export function createPlot(storyId: string, isSolved: boolean, dealer: Dealer): Plot {
  const settled = new Map<string, string>([['solved', isSolved ? 'yes' : 'no']])
  const said = new Set<Variant<unknown>>()
  const fits = ({ facts }: Variant<unknown>) =>
    Object.entries(facts).every(([fact, values]) => {
      const value = settled.get(fact)
      return value === undefined || values.includes(value)
    })
  const settle = ({ facts }: Variant<unknown>) => {
    for (const [fact, values] of Object.entries(facts)) {
      const [only, ...others] = values
      if (only !== undefined && others.length === 0) settled.set(fact, only)
    }
  }
  const take = <T>(
    section: string,
    variants: readonly Variant<T>[],
    allowed: (variant: Variant<T>) => boolean,
  ) => {
    const chosen = dealer.deal(`${storyId}/${section}`, variants, allowed)
    settle(chosen)
    said.add(chosen)
    return chosen.content
  }
  return {
    choose: (section, variants) => take(section, variants, variants.some(fits) ? fits : () => true),
    chooseAnother: (section, variants) => {
      const isNew = (variant: (typeof variants)[number]) => fits(variant) && !said.has(variant)
      return variants.some(isNew) ? take(section, variants, isNew) : null
    },
  }
}
