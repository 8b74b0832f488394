import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox } from '@mantine/core'
import type { QuarantineGroup } from './group-quarantine.ts'
import styles from './quarantine.module.css'

interface QuarantinedRowsProps {
  group: QuarantineGroup
  chosen: number[]
  onChosen(ids: number[]): void
}

/** The rows as they stand in the file, the column at fault first after the row's number and marked. */
export function QuarantinedRows({ group, chosen, onChosen }: QuarantinedRowsProps) {
  const columns = group.rows[0]?.columns ?? []
  const order = columns
    .map((column, place) => ({ column, place, isBad: column === group.column }))
    .toSorted((a, b) => Number(b.isBad) - Number(a.isBad))
  const messages = new Set(group.rows.map(({ message }) => message))
  return (
    <div className={styles.table} tabIndex={0} role="region" aria-label={t`Rows: ${group.title}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">
                <Trans>Choose</Trans>
              </span>
            </th>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            {order.map(({ column, place, isBad }) => (
              <th scope="col" key={place} data-bad={isBad} translate="no">
                {column}
              </th>
            ))}
            {messages.size > 1 && (
              <th scope="col">
                <Trans>Why</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={t`Choose row ${row.rowNumber}`}
                  checked={chosen.includes(row.id)}
                  onChange={(event) =>
                    onChosen(
                      event.currentTarget.checked
                        ? [...chosen, row.id]
                        : chosen.filter((other) => other !== row.id),
                    )
                  }
                />
              </td>
              <td className={styles.number}>{row.rowNumber}</td>
              {order.map(({ place, isBad }) => (
                <td key={place} data-bad={isBad} title={isBad ? row.message : undefined}>
                  {row.cells[place] ? (
                    <span translate="no" title={isBad ? undefined : row.cells[place]}>
                      {row.cells[place]}
                    </span>
                  ) : (
                    isBad && t`empty`
                  )}
                </td>
              ))}
              {messages.size > 1 && (
                <td className={styles.message} title={row.message}>
                  {row.message}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
