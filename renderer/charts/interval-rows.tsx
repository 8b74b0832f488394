import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { IntervalLine } from './interval-line.tsx'
import classes from './interval-rows.module.css'

export interface IntervalRow {
  key: string | number
  label: ReactNode
  value: number
  low: number
  high: number
  /** The figure as text, or as a button with it. */
  figure: ReactNode
  /** How many it rests on. */
  count: string
  /** Drawn in the colour of what stands out; said in the label too. */
  isMarked?: boolean
}

/**
 * Values with their intervals under each other on one scale, with a line for what they are compared with; the figures beside them make
 * it a table.
 */
export function IntervalRows({
  name,
  head,
  rows,
  low,
  high,
  reference = null,
  ends,
}: {
  name: string
  head: [label: string, figure: string, count: string]
  rows: readonly IntervalRow[]
  /** The ends of the scale. */
  low: number
  high: number
  /** What the line stands for, and where it stands. */
  reference?: { value: number; says: string } | null
  ends: [string, string]
}) {
  const [label, figure, count] = head
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className={classes.scale}>
              <span className={classes.ends} aria-hidden>
                <span>{ends[0]}</span>
                <span>{ends[1]}</span>
              </span>
              <span className={classes.hidden}>
                <Trans>drawn</Trans>
              </span>
            </th>
            <th scope="col" className={classes.figure}>
              {figure}
            </th>
            <th scope="col" className={classes.figure}>
              {count}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-marked={row.isMarked || undefined}>
              <th scope="row">{row.label}</th>
              <td className={classes.scale}>
                <IntervalLine
                  interval={row}
                  domain={{ low, high }}
                  reference={reference?.value ?? null}
                  isMarked={row.isMarked ?? false}
                />
              </td>
              <td className={classes.figure}>{row.figure}</td>
              <td className={classes.figure}>{row.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.key}>
        <Trans>
          Dot and bar: value with 95% interval.{reference === null ? '' : t` Line: ${reference.says}.`}
        </Trans>
      </p>
    </div>
  )
}
