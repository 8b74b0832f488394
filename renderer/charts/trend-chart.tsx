import { t } from '@lingui/core/macro'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { formatDay } from '../ui/dates.ts'
import { formatValue, tickFormatter, type ShownScale } from '../ui/format.ts'
import { domainOf, ticksFor } from './scale.ts'

export interface TrendPoint {
  weekStart: string
  n: number
  value: number | null
}

/** A metric by week against the peers' mean. The table beside it belongs to the caller. */
export function TrendChart({
  name,
  points,
  peerMean,
  unit,
  scale = null,
  height = 200,
}: {
  name: string
  points: TrendPoint[]
  peerMean: number | null
  unit: MetricUnit
  scale?: ShownScale
  height?: number
}) {
  const domain = domainOf([...points.map(({ value }) => value), peerMean])
  const ticks = ticksFor(domain, unit, scale, 4)
  return (
    <div role="img" aria-label={t`${name} by week; the table below holds the figures`}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart
          data={points}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="weekStart"
            tickFormatter={(day: string) => formatDay(day, 'short')}
            tick={{ fill: 'var(--ink-dim)', fontSize: 11 }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickLine={false}
            minTickGap={24}
          />
          <YAxis
            domain={[domain.low, domain.high]}
            ticks={ticks}
            tickFormatter={tickFormatter(ticks, unit, scale)}
            tick={{ fill: 'var(--ink-dim)', fontSize: 11 }}
            axisLine={false}
            tickLine={false}
            width={52}
          />
          <Tooltip
            isAnimationActive={false}
            contentStyle={{
              background: 'var(--surface-card)',
              border: '1px solid var(--line-strong)',
              borderRadius: 7,
              fontSize: 12,
            }}
            labelFormatter={(day) => t`Week of ${formatDay(String(day), 'short')}`}
            formatter={(value) => [formatValue(Number(value), unit, scale), name]}
          />
          {peerMean !== null && (
            <ReferenceLine
              y={peerMean}
              stroke="var(--mark-peer)"
              strokeDasharray="4 3"
              label={{ value: 'peers', position: 'insideTopRight', fill: 'var(--ink-dim)', fontSize: 11 }}
            />
          )}
          <Line
            dataKey="value"
            stroke="var(--mark-agent)"
            strokeWidth={2}
            dot={{ r: 3, fill: 'var(--mark-agent)', strokeWidth: 0 }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
