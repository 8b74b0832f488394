import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { AgentMetric } from '../../../shared/contract/coaching.ts'
import { ControlChart } from '../../charts/control-chart.tsx'
import { formatDay } from '../../ui/dates.ts'
import { formatCount, formatInterval, formatValue } from '../../ui/format.ts'
import { Loading } from '../../ui/states.tsx'
import table from './tables.module.css'
import { changeWords } from './words.ts'

const TrendChart = lazy(async () => ({ default: (await import('../../charts/trend-chart.tsx')).TrendChart }))

const signalWords = { outside: t`outside the limits`, run: t`one of eight or more on one side` } as const

/** One agent's figure week by week with the limits of its usual ups and downs (XmR), and the same in a table: n a week, and what is no noise in words. */
export function DriverCourse({ figure }: { figure: AgentMetric }) {
  const { metric, weekly, xmr, peerMean } = figure
  const { unit, scale } = metric
  return (
    <div>
      {xmr === null ? (
        <Suspense fallback={<Loading label={t`the chart`} rows={4} />}>
          <TrendChart name={metric.label} points={weekly} peerMean={peerMean} unit={unit} scale={scale} />
        </Suspense>
      ) : (
        <ControlChart
          {...xmr}
          name={metric.label}
          points={weekly.flatMap(({ weekStart, value, n, signal, isWhole }, week) =>
            value === null ? [] : [{ from: weekStart, week, value, n, signal, isWhole }],
          )}
          unit={unit}
          scale={scale}
        />
      )}
      <Text size="sm" c="dimmed" my={6}>
        <Trans>
          As observed, over the weeks {changeWords[figure.change]}.
          {xmr !== null &&
            t` Mean ${formatValue(xmr.mean, unit, scale)}, limits ${formatInterval(xmr.lowerLimit, xmr.upperLimit, unit, scale)}: weeks between them differ by chance. A diamond is no chance.`}
        </Trans>
      </Text>
      <table className={table.table} aria-label={t`${metric.label} by week`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Week of</Trans>
            </th>
            <th scope="col" className={table.number}>
              n
            </th>
            <th scope="col" className={table.number}>
              {metric.label}
            </th>
            <th scope="col">
              <Trans>Signal</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {weekly.map((week) => (
            <tr key={week.weekStart}>
              <th scope="row">{formatDay(week.weekStart)}</th>
              <td className={table.number}>{formatCount(week.n)}</td>
              <td className={table.number}>{formatValue(week.value, unit, scale)}</td>
              <td>{week.signal !== null && signalWords[week.signal]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
