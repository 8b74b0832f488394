import { t } from '@lingui/core/macro'
import type { ImportRecord } from '../../../../shared/contract/imports.ts'
import { formatNumber } from '../../../ui/format.ts'
import styles from './history.module.css'

export const rowParts = [
  { part: 'added', label: t`added`, colour: 'var(--mark-agent)' },
  { part: 'updated', label: t`updated`, colour: 'var(--mark-agent-soft)' },
  { part: 'unchanged', label: t`unchanged`, colour: 'var(--mark-peer)' },
  { part: 'quarantined', label: t`quarantined`, colour: 'var(--state-act)' },
] as const

/** What became of the rows of an import, as shares of one bar. */
export function RowBar({ rows }: Pick<ImportRecord, 'rows'>) {
  const label = rowParts.map(({ part, label: name }) => `${formatNumber(rows[part])} ${name}`).join(', ')
  return (
    <div className={styles.bar} role="img" aria-label={label} title={label}>
      {rowParts
        .filter(({ part }) => rows[part] > 0)
        .map(({ part, colour }) => (
          <span key={part} style={{ flexGrow: rows[part], background: colour }} />
        ))}
    </div>
  )
}

/** What the colours of the bars mean. */
export function RowBarLegend() {
  return (
    <div className={styles.legend} aria-hidden>
      {rowParts.map(({ part, label, colour }) => (
        <span key={part}>
          <i style={{ background: colour }} />
          {label}
        </span>
      ))}
    </div>
  )
}
