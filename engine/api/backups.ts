import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  backupList,
  previewRestore,
  readBackupSettings,
  removeStored,
  restore,
  sourceOfFile,
  sourceOfId,
  writeBackupSettings,
  type RestoreSource,
} from '../backups/index.ts'
import { writing } from '../context.ts'
import { putLockedInForce } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'

function chosen(context: EngineServices, input: { id: string } | { file: string }): RestoreSource {
  if ('id' in input) return sourceOfId(context, input.id)
  return sourceOfFile(reachable(context, input.file, 'a backup', 'debrief backup restore'))
}

/** A folder that a person chose; it has to be there when it is chosen, and outside the files of the workspace. */
function requireFolder(context: EngineServices, folder: string | null | undefined): void {
  if (folder === null || folder === undefined) return
  if (!context.takesPaths)
    throw new Problem(
      'UNSUPPORTED',
      'From the browser no folder can be chosen; use `debrief backup folder DIR`.',
    )
  if (!path.isAbsolute(folder)) throw new Problem('INVALID_INPUT', 'Give the whole path of the folder.')
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Problem('NOT_FOUND', `There is no folder ${folder}; make it first.`)
}

export const backupsApi = api.backups.router({
  list: api.backups.list.handler(({ context }) => backupList(context)),
  setSettings: api.backups.setSettings.handler(async ({ context, input }) => {
    requireFolder(context, input.folder)
    await writing(context, (database) => {
      const before = readBackupSettings(database)
      writeBackupSettings(database, {
        isOn: input.isOn ?? before.isOn,
        folder: input.folder === undefined ? before.folder : input.folder,
      })
    })
    context.events.emit({ type: 'data.changed', topics: ['backups'], job: null })
    return backupList(context)
  }),
  make: api.backups.make.handler(async ({ context }) => ({
    jobId: await context.jobs.start('backup', 'Making a backup', { why: 'by-hand' }),
  })),
  remove: api.backups.remove.handler(async ({ context, input }) => {
    await removeStored(context, input.id)
    context.events.emit({ type: 'data.changed', topics: ['backups'], job: null })
    return backupList(context)
  }),
  preview: api.backups.preview.handler(({ context, input }) =>
    previewRestore(context, chosen(context, input)),
  ),
  restore: api.backups.restore.handler(async ({ context, input }) => {
    const source = chosen(context, input)
    // what is still being done would go on in what is restored
    if (context.jobs.list().some(({ state }) => state === 'running' || state === 'queued'))
      throw new Problem(
        'CONFLICT',
        'Something is still being done here: let it end or cancel it, then restore. Nothing was changed.',
      )
    const before = await restore(context, source)
    const { lockedPolicy } = context
    if (lockedPolicy)
      await writing(context, (write) => putLockedInForce({ read: write, write }, lockedPolicy, context.now()))
    context.signedIn.leaveEverybody()
    return { restored: source.name, before: before.id }
  }),
})
