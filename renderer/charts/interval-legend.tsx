import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { formatInterval, formatValue } from '../ui/format.ts'
import type { IntervalPlotData } from './interval-plot.tsx'
import classes from './interval-plot.module.css'

function Glyph({ children }: { children: ReactNode }) {
  return (
    <svg className={classes.glyph} width={16} height={14} viewBox="-8 -7 16 14" aria-hidden>
      {children}
    </svg>
  )
}

/** The figures of an interval plot, each beside its mark: the plot's key and its table in one. */
export function IntervalLegend({ name, data }: { name: string; data: IntervalPlotData }) {
  const { posterior, peerMean, benchmark = null, raw = null, adjusted = null, unit, scale = null } = data
  const shown = (value: number) => formatValue(value, unit, scale)
  return (
    <dl className={classes.legend} aria-label={t`Figures of the plot of ${name}`}>
      <div>
        <dt>
          <Trans>
            <Glyph>
              <rect className={classes.interval} x={-8} y={-3.5} width={16} height={7} rx={3.5} />
              <circle className={classes.mean} r={5} />
            </Glyph>
            Estimate
          </Trans>
        </dt>
        <dd>
          {shown(posterior.mean)} <span>({formatInterval(posterior.low, posterior.high, unit, scale)})</span>
        </dd>
      </div>
      {peerMean !== null && (
        <div>
          <dt>
            <Trans>
              <Glyph>
                <line className={classes.peerMean} y1={-6} y2={6} />
              </Glyph>
              Peers
            </Trans>
          </dt>
          <dd>{shown(peerMean)}</dd>
        </div>
      )}
      {benchmark !== null && (
        <div>
          <dt>
            <Trans>
              <Glyph>
                <line className={classes.benchmark} y1={-7} y2={7} />
              </Glyph>
              Benchmark
            </Trans>
          </dt>
          <dd>{shown(benchmark)}</dd>
        </div>
      )}
      {adjusted !== null && (
        <div>
          <dt>
            <Trans>
              <Glyph>
                <circle className={classes.raw} r={4} />
              </Glyph>
              Adjusted
            </Trans>
          </dt>
          <dd>{shown(adjusted)}</dd>
        </div>
      )}
      {raw !== null && (
        <div>
          <dt>
            <Trans>
              <Glyph>
                <path className={classes.raw} d="M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z" />
              </Glyph>
              Raw
            </Trans>
          </dt>
          <dd>{shown(raw)}</dd>
        </div>
      )}
    </dl>
  )
}
