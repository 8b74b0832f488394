import { importFiles, withEngine } from '../lib/engine-run.ts'
import { reportFigures } from '../lib/in-child.ts'

// One import of argv[3] into the workspace argv[2], everything included.
const [workspace, file] = process.argv.slice(2) as [string, string]
await withEngine(workspace, (client) =>
  reportFigures(async () => (await importFiles(client, [file])).map(({ rows }) => rows)),
)
