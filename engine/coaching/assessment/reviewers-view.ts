import type { DriverAssessment, DriverFacts } from './types.ts'

/**
 * An unverified automated finding is no action where people answer the same question for the same agent and see no gap: at least
 * one of their questions is on track with enough evaluations, and none is proposed. It stays in the list, marked as seen otherwise.
 */
export function asReviewersSeeIt(
  assessed: readonly DriverAssessment[],
  facts: ReadonlyMap<string, DriverFacts>,
  askedByPeople: ReadonlyMap<string, readonly string[]>,
): readonly DriverAssessment[] {
  const byId = new Map(assessed.map((driver) => [driver.driverId, driver]))
  return assessed.map((driver) => {
    if (driver.status !== 'proposed') return driver
    const reviewed = (askedByPeople.get(driver.driverId) ?? []).flatMap((id) => byId.get(id) ?? [])
    const isSeenWell = reviewed.some(
      ({ driverId, status, n }) => status === 'on-track' && n >= facts.get(driverId)!.leastN,
    )
    const isSeenAlike = reviewed.some(({ status }) => status === 'proposed')
    return isSeenWell && !isSeenAlike ? { ...driver, status: 'reviewed-otherwise' } : driver
  })
}
