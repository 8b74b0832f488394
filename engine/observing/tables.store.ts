import { setImmediate } from 'node:timers/promises'
import { all, one, type ReadableDatabase } from '../store/index.ts'

/** How many rows each table has, by name; other calls get their turn between two tables. */
export async function countTables(database: ReadableDatabase): Promise<{ table: string; rows: number }[]> {
  const tables = all<{ name: string }>(
    database,
    `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  )
  const counted = []
  for (const { name } of tables) {
    // the names are those of the schema itself
    const { rows } = one<{ rows: number }>(
      database,
      `SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`,
    )!
    counted.push({ table: name, rows })
    await setImmediate()
  }
  return counted
}
