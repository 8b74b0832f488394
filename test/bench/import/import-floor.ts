import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
import { connect } from '../../../engine/store/index.ts'
import { reportFigures } from '../lib/in-child.ts'

// The least any import of argv[3] into a database can do: the same parser and SQLite, the cells as they are, one row a statement,
// one transaction, no index.
const [database, file] = process.argv.slice(2) as [string, string]
const { raw } = connect(database, 'write')
raw.pragma('synchronous = NORMAL')

await reportFigures(
  () =>
    new Promise((resolve, reject) => {
      let rows = 0
      let insert: ReturnType<typeof raw.prepare> | undefined
      raw.exec('BEGIN')
      Papa.parse<string[]>(createReadStream(file, 'utf8'), {
        delimiter: ',',
        chunk({ data }) {
          for (const cells of data) {
            if (cells.length === 1) continue
            if (!insert) {
              raw.exec(`CREATE TABLE rows (${cells.map((_, index) => `c${index} TEXT`).join(', ')}) STRICT`)
              insert = raw.prepare(`INSERT INTO rows VALUES (${cells.map(() => '?').join(', ')})`)
            } else {
              insert.run(cells)
              rows++
            }
          }
        },
        complete() {
          raw.exec('COMMIT')
          resolve(rows)
        },
        error: reject,
      })
    }),
)
raw.close()
