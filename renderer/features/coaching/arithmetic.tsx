import type { ReactNode } from 'react'
import type { AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import {
  formatDifference,
  formatInterval,
  formatNumber,
  formatProbability,
  formatValue,
} from '../../ui/format.ts'
import classes from './arithmetic.module.css'
import type { CoachingActions } from './use-coaching-actions.ts'
import { WeightPin } from './weight-pin.tsx'
import { basisLabels, countedAs, weightStep } from './words.ts'

function Step({ name, children, figure }: { name: string; children: ReactNode; figure: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
      <td className={classes.figure}>{figure}</td>
    </tr>
  )
}

/** Room to improve, positive; inside a band there is none. */
function gapToBenchmark({ polarity, posterior, benchmark }: AssessedDriver): number {
  switch (polarity.direction) {
    case 'lower':
      return posterior.mean - benchmark
    case 'band':
      return Math.max(0, posterior.mean - polarity.high, polarity.low - posterior.mean)
    case 'higher':
    case 'context':
      return benchmark - posterior.mean
  }
}

/** The whole way from what was seen to the priority, one line a step. */
export function Arithmetic({
  driver,
  outcome,
  coaching,
}: {
  driver: AssessedDriver
  outcome: AgentPage['outcome']
  coaching: CoachingActions
}) {
  const { unit, posterior, weight } = driver
  const shown = (value: number | null) => formatValue(value, unit)
  const gap = gapToBenchmark(driver)
  const perContact = weight.value * driver.contactsPerWeek
  const expectedGap = perContact > 0 ? driver.gainPerWeek / perContact : null
  const step = weightStep(unit)
  const points = (value: number) => formatNumber(value * step.size * 100, 2)
  return (
    <table className={classes.table} aria-label={`How the priority of ${driver.driver.label} came about`}>
      <tbody>
        <Step name="Seen" figure={shown(driver.raw)}>
          {driver.isDrawn ? 'each weighted by its chance of being drawn, over' : 'the plain figure over'}{' '}
          {countedAs(driver.driver.kind, driver.n)}
          {driver.restsOn !== null && `. ${driver.restsOn}`}
        </Step>
        <Step name="Adjusted" figure={shown(driver.adjusted)}>
          for the queues, reasons and channels this agent takes
        </Step>
        <Step
          name="Estimate"
          figure={`${shown(posterior.mean)} (${formatInterval(posterior.low, posterior.high, unit)})`}
        >
          drawn toward the peers’ {shown(driver.peerMean)}, since small samples lie; reliability{' '}
          {formatNumber(driver.reliability, 2)} of 1; 95% interval
        </Step>
        <Step name="Gap" figure={formatDifference(gap, unit).replace('+', '')}>
          to the benchmark {shown(driver.benchmark)}; probability that a gap worth acting on is there:{' '}
          {formatProbability(driver.probabilityOfGap)}
        </Step>
        {expectedGap !== null && (
          <Step name="Expected gap" figure={formatDifference(expectedGap, unit).replace('+', '')}>
            averaged over the whole interval, counting no gap where there is none
          </Step>
        )}
        <Step
          name="× Weight"
          figure={`${points(weight.value)} (${points(weight.low)} to ${points(weight.high)})`}
        >
          {outcome.label} in points of 100 for {step.label}: {basisLabels[weight.basis]}{' '}
          <WeightPin driver={driver} outcome={outcome} coaching={coaching} />
        </Step>
        <Step name="× Contacts a week" figure={formatNumber(driver.contactsPerWeek, 1)}>
          in which it applies
        </Step>
      </tbody>
      <tbody>
        <Step name="= Gain" figure={<strong>{formatNumber(driver.gainPerWeek, 2)}</strong>}>
          {outcome.label} a week, in contacts that go from the lowest to the highest result
        </Step>
        <Step name="× Coachability" figure={formatNumber(driver.coachability, 2)}>
          how much of such a gap coaching usually moves
        </Step>
        <Step name="× Freshness" figure={formatNumber(driver.freshness, 2)}>
          {driver.freshness < 1
            ? 'lowered: it was coached a short while ago'
            : 'not coached in the last six weeks'}
        </Step>
      </tbody>
      <tbody>
        <Step name="= Priority" figure={<strong>{formatNumber(driver.priority, 2)}</strong>}>
          what the order of actions and of the team goes by
        </Step>
      </tbody>
    </table>
  )
}
