import { t } from '@lingui/core/macro'
import type { TablePreview } from '../../../../shared/contract/imports.ts'
import type { Mapping } from '../../../../shared/domain/import-kinds.ts'
import { columnUse } from '../mapping/edit-mapping.ts'
import styles from './import.module.css'

/** The first rows as they stand in the file; columns that are not taken stand back. */
export function RowsPreview({
  table,
  mapping,
  rows = 5,
}: {
  table: TablePreview
  mapping: Mapping
  rows?: number
}) {
  const taken = table.columns.map(({ column }) => columnUse(mapping, column).use !== 'nothing')
  return (
    <div className={styles.rows} tabIndex={0} role="region" aria-label={t`First rows of the file`}>
      <table>
        <thead>
          <tr>
            {table.columns.map(({ column }, place) => (
              <th scope="col" key={`${column}-${place}`} data-taken={taken[place]} title={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, rows).map((row) => (
            <tr key={row.rowNumber}>
              {table.columns.map(({ column }, place) => (
                <td key={`${column}-${place}`} data-taken={taken[place]} title={row.cells[place]}>
                  {row.cells[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
