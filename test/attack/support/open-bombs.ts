import { openFile } from '../../../engine/imports/readers/index.ts'

// A process of its own with little memory: opens each file named, reads all rows of it, and says in a line of JSON what came of it.
for (const path of process.argv.slice(2)) {
  let outcome = 'read'
  let rows = 0
  try {
    const opened = await openFile(path)
    if (opened.form === 'table')
      for (const table of opened.tables)
        await table.rows((batch) => {
          rows += batch.rows.length
          return undefined
        })
  } catch (error) {
    outcome =
      error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error)
  }
  process.stdout.write(
    `${JSON.stringify({ path, outcome, rows, peakMb: process.resourceUsage().maxRSS >> 10 })}\n`,
  )
}
