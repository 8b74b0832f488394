import { observationsToSeeHalf } from '../../statistics/index.ts'
import type { FollowUp } from './types.ts'

const LONGEST_WEEKS = 26

/**
 * How long it takes to see half of the gap closed, given the gap, one observation's variance and those per
 * week.
 */
export function followUpFor(gap: number, observationVariance: number, observationsPerWeek: number): FollowUp {
  const contactsNeeded = observationsToSeeHalf(gap, observationVariance)
  if (contactsNeeded === null || !(observationsPerWeek > 0))
    return { contactsNeeded, weeks: null, isVisible: false }
  const weeks = contactsNeeded / observationsPerWeek
  return { contactsNeeded, weeks, isVisible: weeks <= LONGEST_WEEKS }
}
