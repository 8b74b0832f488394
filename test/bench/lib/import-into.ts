import { importFiles, withEngine } from './engine-run.ts'
import { reportFigures } from './in-child.ts'

// Imports the files argv[3...] into the workspace argv[2], everything included.
const [workspace, ...files] = process.argv.slice(2) as [string, ...string[]]
await withEngine(workspace, (client) =>
  reportFigures(async () => (await importFiles(client, files)).map(({ rows }) => rows)),
)
