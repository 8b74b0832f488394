import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
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
    <table className={classes.table} aria-label={t`How the priority of ${driver.driver.label} came about`}>
      <tbody>
        <Step name={t`Seen`} figure={shown(driver.raw)}>
          {driver.isDrawn ? t`each weighted by its chance of being drawn, over` : t`the plain figure over`}{' '}
          {countedAs(driver.driver.kind, driver.n)}
          {driver.restsOn !== null && `. ${driver.restsOn}`}
        </Step>
        <Step name={t`Adjusted`} figure={shown(driver.adjusted)}>
          <Trans>for the queues, reasons and channels this agent takes</Trans>
        </Step>
        <Step
          name={t`Estimate`}
          figure={`${shown(posterior.mean)} (${formatInterval(posterior.low, posterior.high, unit)})`}
        >
          <Trans>
            drawn toward the peers’ {shown(driver.peerMean)}, since small samples lie; reliability{' '}
            {formatNumber(driver.reliability, 2)} of 1; 95% interval
          </Trans>
        </Step>
        <Step name={t`Gap`} figure={formatDifference(gap, unit).replace('+', '')}>
          <Trans>
            to the benchmark {shown(driver.benchmark)}; probability that a gap worth acting on is there:{' '}
            {formatProbability(driver.probabilityOfGap)}
          </Trans>
        </Step>
        {expectedGap !== null && (
          <Step name={t`Expected gap`} figure={formatDifference(expectedGap, unit).replace('+', '')}>
            <Trans>averaged over the whole interval, counting no gap where there is none</Trans>
          </Step>
        )}
        <Step
          name={t`× Weight`}
          figure={t`${points(weight.value)} (${points(weight.low)} to ${points(weight.high)})`}
        >
          <Trans>
            {outcome.label} in points of 100 for {step.label}: {basisLabels[weight.basis]}{' '}
            <WeightPin driver={driver} outcome={outcome} coaching={coaching} />
          </Trans>
        </Step>
        <Step name={t`× Contacts a week`} figure={formatNumber(driver.contactsPerWeek, 1)}>
          <Trans>in which it applies</Trans>
        </Step>
      </tbody>
      <tbody>
        <Step name={t`= Gain`} figure={<strong>{formatNumber(driver.gainPerWeek, 2)}</strong>}>
          <Trans>{outcome.label} a week, in contacts that go from the lowest to the highest result</Trans>
        </Step>
        <Step name={t`× Coachability`} figure={formatNumber(driver.coachability, 2)}>
          <Trans>how much of such a gap coaching usually moves</Trans>
        </Step>
        <Step name={t`× Freshness`} figure={formatNumber(driver.freshness, 2)}>
          {driver.freshness < 1
            ? t`lowered: it was coached a short while ago`
            : t`not coached in the last six weeks`}
        </Step>
      </tbody>
      <tbody>
        <Step name={t`= Priority`} figure={<strong>{formatNumber(driver.priority, 2)}</strong>}>
          <Trans>what the order of actions and of the team goes by</Trans>
        </Step>
      </tbody>
    </table>
  )
}
