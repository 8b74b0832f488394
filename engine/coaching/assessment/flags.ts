import { benjaminiHochberg } from '../../statistics/index.ts'
import type { Candidate } from './group-candidate.ts'

export const FALSE_DISCOVERY_RATE = 0.1

/**
 * Flags of one family (teams x drivers, or queues x drivers), one for each candidate: discoveries at 10% that also differ by more
 * than delta, a queue from its own people's other queues as well.
 */
export function flagsOf(candidates: readonly Candidate[]): boolean[] {
  const discoveries = benjaminiHochberg(
    candidates.map(({ finding }) => finding.pValue ?? 1),
    FALSE_DISCOVERY_RATE,
  )
  return candidates.map(
    ({ finding, delta, differenceToOwnOthers: own }, i) =>
      discoveries[i] === true && finding.difference > delta && (own === null || own > delta),
  )
}
