import { Trans } from '@lingui/react/macro'
import classes from './interval-plot.module.css'

/** What the marks of small interval plots mean, once below a table of them. */
export function IntervalKey({
  hasBenchmark = false,
  hasPeers = false,
}: {
  hasBenchmark?: boolean
  hasPeers?: boolean
}) {
  return (
    <p className={classes.key}>
      <span>
        <Trans>
          <svg width={22} height={12} viewBox="-11 -6 22 12" aria-hidden>
            <rect className={classes.interval} x={-11} y={-3} width={22} height={6} rx={3} />
            <circle className={classes.mean} r={4} />
          </svg>
          estimate with 95% interval
        </Trans>
      </span>
      <span>
        <Trans>
          <svg width={6} height={14} viewBox="-3 -7 6 14" aria-hidden>
            <line className={classes.peerMean} y1={-6} y2={6} />
          </svg>
          mean of the peers
        </Trans>
      </span>
      {hasBenchmark && (
        <span>
          <Trans>
            <svg width={6} height={14} viewBox="-3 -7 6 14" aria-hidden>
              <line className={classes.benchmark} y1={-7} y2={7} />
            </svg>
            benchmark
          </Trans>
        </span>
      )}
      {hasPeers && (
        <span>
          <Trans>
            <svg width={18} height={10} viewBox="-9 -5 18 10" aria-hidden>
              {[-7, -3, 0, 2, 6].map((x) => (
                <line key={x} className={classes.peer} x1={x} x2={x} y1={-3} y2={3} />
              ))}
            </svg>
            each peer
          </Trans>
        </span>
      )}
    </p>
  )
}
