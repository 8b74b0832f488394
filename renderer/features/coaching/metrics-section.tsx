import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChartLine, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgentMetric } from '../../../shared/contract/coaching.ts'
import { IntervalKey } from '../../charts/interval-key.tsx'
import { IntervalLegend } from '../../charts/interval-legend.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { Sparkline } from '../../charts/sparkline.tsx'
import { formatCount, formatDifference, formatInterval, formatValue } from '../../ui/format.ts'
import { MetricTerm } from '../../ui/metric-term.tsx'
import { Section } from '../../ui/page.tsx'
import { DriverCourse } from './driver-course.tsx'
import classes from './metrics-section.module.css'
import { changeWords } from './words.ts'

const roles: { role: AgentMetric['metric']['role']; label: string }[] = [
  { role: 'outcome', label: t`Outcomes` },
  { role: 'driver', label: t`Drivers` },
  { role: 'context', label: t`Context, never coached by itself` },
]

function MetricRow({ figure, onTrend }: { figure: AgentMetric; onTrend: () => void }) {
  const { metric, posterior, peerMean, weekly, previous } = figure
  const { unit, scale } = metric
  const value = posterior?.mean ?? figure.adjusted ?? figure.raw
  // Like with like: the window before is not drawn toward the peers either. Noise is no movement.
  const now = figure.adjusted ?? figure.raw
  const moved = figure.change === 'changed' && now !== null && previous !== null ? now - previous : null
  const Trend = moved !== null && moved < 0 ? IconTrendingDown : IconTrendingUp
  return (
    <li className={classes.metric}>
      <div className={classes.name}>
        <MetricTerm definition={metric} />
        <span className={classes.sub}>
          n {formatCount(figure.n)}
          {moved !== null && Math.abs(moved) >= metric.smallestDifference && (
            <span className={classes.moved} title={t`Against the window before`}>
              <Trend size={13} aria-hidden /> {formatDifference(moved, unit, scale)}
            </span>
          )}
        </span>
      </div>
      <UnstyledButton className={classes.spark} onClick={onTrend} aria-label={t`${metric.label} by week`}>
        <Sparkline
          values={weekly.map((week) => week.value)}
          reference={peerMean}
          label={t`${metric.label} over ${weekly.length} weeks: ${changeWords[figure.change]}`}
          height={26}
        />
      </UnstyledButton>
      <div className={classes.value}>
        <strong>{formatValue(value, unit, scale)}</strong>
        <span className={classes.sub}>
          <Trans>peers {formatValue(peerMean, unit, scale)}</Trans>
        </span>
      </div>
      <div className={classes.plot}>
        {posterior && (
          <IntervalPlot
            isSmall
            name={metric.label}
            data={{ unit, scale, polarity: metric.polarity, posterior, peerMean, peers: figure.peers }}
          />
        )}
      </div>
    </li>
  )
}

function Trend({ figure }: { figure: AgentMetric }) {
  const { metric, posterior, peerMean, peers, raw, adjusted } = figure
  const { unit, scale } = metric
  const plot = posterior && {
    unit,
    scale,
    polarity: metric.polarity,
    posterior,
    peerMean,
    peers,
    raw,
    adjusted,
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {metric.definition}
      </Text>
      <DriverCourse figure={figure} />
      {plot && (
        <>
          <IntervalPlot name={metric.label} data={plot} />
          <IntervalLegend name={metric.label} data={plot} />
          <Text size="sm" c="dimmed">
            <Trans>
              95% interval {formatInterval(plot.posterior.low, plot.posterior.high, unit, scale)} over n ={' '}
              {formatCount(figure.n)}.{figure.restsOn !== null && ` ${figure.restsOn}`}
            </Trans>
          </Text>
        </>
      )}
    </Stack>
  )
}

/** The agent's figures beside the peers', each with its course by week, its interval and its definition. */
export function MetricsSection({ metrics }: { metrics: AgentMetric[] }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const open = metrics.find(({ metric }) => metric.id === openId)
  return (
    <Section id="metrics" title={t`Key figures`} note={t`adjusted for contact mix, beside the peers`}>
      {metrics.length === 0 && (
        <Text c="dimmed">
          <Trans>No metric has data in this window.</Trans>
        </Text>
      )}
      {roles.map(({ role, label }) => {
        const ofRole = metrics.filter(({ metric }) => metric.role === role)
        if (ofRole.length === 0) return null
        return (
          <div key={role} className={classes.group}>
            <h3 className={classes.role}>{label}</h3>
            <ul className={classes.list}>
              {ofRole.map((figure) => (
                <MetricRow
                  key={figure.metric.id}
                  figure={figure}
                  onTrend={() => setOpenId(figure.metric.id)}
                />
              ))}
            </ul>
          </div>
        )
      })}
      <Modal
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open && t`${open.metric.label} by week`}
        size={720}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {open && <Trend figure={open} />}
      </Modal>
      {metrics.length > 0 && (
        <>
          <IntervalKey hasPeers />
          <p className={classes.hint}>
            <Trans>
              <IconChartLine size={14} aria-hidden /> A line opens its weeks; a name opens its definition.
            </Trans>
          </p>
        </>
      )}
    </Section>
  )
}
