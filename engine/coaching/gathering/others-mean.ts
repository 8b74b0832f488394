import type { Assessment, DriverAssessment } from '../assessment/index.ts'

interface Tally {
  n: number
  sum: number
}

/**
 * Makes each driver's `peerMean` what the word says on the screen: the mean of the other peers' estimates, the person left out, drawn reviews beside drawn ones. (The
 * assessment's own is the centre its prior has, the person included.) Changes the assessment in place; people without peers keep theirs.
 */
export function leavePersonOut(assessment: Assessment, groupOf: (agentId: string) => string): void {
  const tallies = new Map<string, Tally>()
  const keyOf = (agentId: string, driver: DriverAssessment) =>
    `${driver.driverId}\u001f${driver.drawn !== null}\u001f${groupOf(agentId)}`
  for (const { agentId, drivers } of assessment.agents)
    for (const driver of drivers) {
      const key = keyOf(agentId, driver)
      const tally = tallies.get(key)
      if (!tally) tallies.set(key, { n: 1, sum: driver.posterior.mean })
      else {
        tally.n++
        tally.sum += driver.posterior.mean
      }
    }
  for (const { agentId, drivers } of assessment.agents)
    for (const driver of drivers) {
      const { n, sum } = tallies.get(keyOf(agentId, driver))!
      if (n > 1) driver.peerMean = (sum - driver.posterior.mean) / (n - 1)
    }
}
