import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { directClient } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'

// Restores the oldest backup of a workspace, as a process that may be killed at any moment.

const workspace = process.argv[2]!
const [id] = readdirSync(join(workspace, 'backups'))
  .filter((name) => !name.startsWith('.'))
  .toSorted()
const engine = await createEngine({ workspace, takesPaths: true })
process.stdout.write('begun\n')
await directClient(engine).backups.restore({ id: id! })
process.stdout.write('done\n')
await engine.close()
