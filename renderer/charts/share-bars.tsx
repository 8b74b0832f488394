import { t } from '@lingui/core/macro'
import type { ReactNode } from 'react'
import { perCent } from '../../shared/domain/format.ts'
import classes from './share-bars.module.css'

/** Patterns that tell parts of a bar apart without their colour. */
export const sharePatterns = ['solid', 'lines', 'dots', 'cross', 'rise', 'fall', 'plain'] as const
export type SharePattern = (typeof sharePatterns)[number]

export interface SharePart {
  key: string
  label: string
  /** 0..1; the parts of a bar add up to 1. */
  share: number
  pattern: SharePattern
}

/** One bar of parts that make up a whole; parts wide enough say their share. The figures belong to the caller. */
export function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ key, share, pattern, label: name }) => (
          <span
            key={key}
            className={classes.part}
            data-pattern={pattern}
            style={{ width: `${(share * 100).toFixed(2)}%` }}
            title={`${name}: ${perCent(share)}`}
          >
            {share >= 0.08 && <span className={classes.figure}>{perCent(share)}</span>}
          </span>
        ))}
    </div>
  )
}

/** What the parts of the bars are. */
export function ShareKey({ parts }: { parts: readonly { label: ReactNode; pattern: SharePattern }[] }) {
  return (
    <ul className={classes.key} aria-label={t`What the parts are`}>
      {parts.map(({ label, pattern }) => (
        <li key={pattern}>
          <span className={classes.swatch} data-pattern={pattern} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  )
}
