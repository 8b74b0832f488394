import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { contactLog, finished, folderOf, merged } from '../../../../support/merging.ts'
import { openWorkspace } from '../../../../support/workspace.ts'
import { dump } from '../../dump.ts'
import { becomeOwn } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

/** Another workspace is merged in, and taken out again: all of it or nothing. */
export const merging: KillTarget = {
  name: 'merging',
  share: 10,
  async prepare(folder) {
    const other = await openWorkspace()
    await other.take('log.csv', contactLog('C', 900), { source: 'Genesys' })
    await other.engine.close()
    cpSync(folderOf(other), join(folder, 'other'), { recursive: true })
    rmSync(other.folder, { recursive: true })
    const director = await openWorkspace()
    await director.take('own.csv', contactLog('S', 100), { source: 'South log' })
    await becomeOwn(director, folder)
  },
  steps: (folder) => [
    async (at) => {
      const { error } = await merged(at, join(folder, 'other'), { name: 'North' })
      if (error !== null) throw new Error(error)
    },
    async ({ client }) => {
      const [only] = await client.merging.list()
      await finished(client, client.merging.undo({ id: only!.id }))
    },
  ],
  look(database) {
    const merges = database.raw.prepare('SELECT count(*) FROM merged_workspaces').pluck().get()
    return { merges, held: dump(database) }
  },
}
