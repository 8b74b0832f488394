import type { ScorecardQuestion } from './definition.ts'

/** A yes/no question of a form with nothing else to it: scored, always asked, without a default. */
export function plainQuestion(
  given: Pick<ScorecardQuestion, 'id' | 'sectionId' | 'title' | 'weight'>,
): ScorecardQuestion {
  return {
    guidance: '',
    type: 'yes-no',
    isBonus: false,
    isCritical: false,
    isExcluded: false,
    allowsNotApplicable: true,
    options: [],
    ranges: [],
    leastPoints: 0,
    mostPoints: 0,
    defaultOptionId: null,
    condition: null,
    rootCauses: [],
    ...given,
  }
}
