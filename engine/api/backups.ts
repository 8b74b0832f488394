import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import {
  backupList,
  madeAt,
  openSource,
  previewRestore,
  readBackupSettings,
  removeStored,
  restore,
  restoreClosed,
  sourceOfFile,
  sourceOfId,
  writeBackupSettings,
  type RestoreOrder,
  type RestoreSource,
} from '../backups/index.ts'
import { writable, writing } from '../context.ts'
import { actAtHand, putLockedInForce } from '../governance/index.ts'
import { copyPrivacy, eraseAgain } from '../privacy/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { isEncrypted } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'
import { api } from './base.ts'
import { reachable } from './reachable.ts'

function chosen(context: EngineServices, input: { id: string } | { file: string }): RestoreSource {
  if ('id' in input) return sourceOfId(context, input.id)
  return sourceOfFile(reachable(context, input.file, t`a backup`, 'debrief backup restore'))
}

/** The same once this process can read it. */
async function opened(
  context: EngineServices,
  input: ({ id: string } | { file: string }) & { text?: string | undefined },
): Promise<RestoreSource> {
  const source = chosen(context, input)
  await openSource(source, input.text)
  return source
}

/** A folder that a person chose; it has to be there when it is chosen, and outside the files of the workspace. */
function requireFolder(context: EngineServices, folder: string | null | undefined): void {
  if (folder === null || folder === undefined) return
  if (!context.takesPaths)
    throw new Problem(
      'UNSUPPORTED',
      t`From the browser no folder can be chosen; use \`debrief backup folder DIR\`.`,
    )
  if (!path.isAbsolute(folder)) throw new Problem('INVALID_INPUT', t`Give the whole path of the folder.`)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Problem('NOT_FOUND', t`There is no folder ${{ folder }}; make it first.`)
}

type Restored = { restored: string; before: string | null }

export const backupsApi = api.backups.router({
  list: api.backups.list.handler(({ context }) => backupList(context, context.jobs.list())),
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
    return backupList(context, context.jobs.list())
  }),
  make: api.backups.make.handler(async ({ context }) => ({
    jobId: await context.jobs.start('backup', t`Making a backup`, { why: 'by-hand' }),
  })),
  remove: api.backups.remove.handler(async ({ context, input }) => {
    await removeStored(context, input.id)
    context.events.emit({ type: 'data.changed', topics: ['backups'], job: null })
    return backupList(context, context.jobs.list())
  }),
  preview: api.backups.preview.handler(async ({ context, input }) =>
    previewRestore(context, await opened(context, input)),
  ),
  restore: api.backups.restore.handler(async ({ context, input }) => {
    writable(context)
    const source = await opened(context, input)
    // what is still being done would go on in what is restored
    if (context.jobs.list().some(({ state }) => state === 'running' || state === 'queued'))
      throw new Problem(
        'CONFLICT',
        t`Something is still being done here: let it end or cancel it, then restore. Nothing was changed.`,
      )
    const order: RestoreOrder = {
      source,
      who: actAtHand(),
      carryOver(from, to) {
        copyPrivacy(from, to)
        eraseAgain(to, context.now())
      },
    }
    return isEncrypted(databaseOf(context.workspaceDir))
      ? restoreWhileClosed(context, order)
      : restoreInPlace(context, order)
  }),
  shown: api.backups.shown.handler(({ context }) => ({
    at: madeAt(context.workspaceDir),
    canReturn: context.backupDoor?.canReturn() ?? false,
  })),
  openAsOf: api.backups.openAsOf.handler(async ({ context, input }) => {
    const { name, file } = sourceOfId(context, input.id)
    if (!context.backupDoor)
      throw new Problem(
        'UNSUPPORTED',
        t`At the terminal a backup is looked at by its folder: add --workspace ${{ file: path.dirname(file) }}.`,
      )
    if (madeAt(path.dirname(file)) === null)
      throw new Problem(
        'UNSUPPORTED',
        t`${{ name }} was kept before an update, so this version cannot show it; restoring it brings it up to date.`,
      )
    // it can be told in the log only while that is open
    if (context.write) await writing(context, () => {})
    await context.backupDoor.open(path.dirname(file))
    return { opened: true as const }
  }),
  backToNow: api.backups.backToNow.handler(async ({ context }) => {
    if (!context.backupDoor?.canReturn())
      throw new Problem('CONFLICT', t`No backup was opened from here; open the workspace itself.`)
    await context.backupDoor.back()
    return { opened: true as const }
  }),
})

async function restoreInPlace(context: EngineServices, order: RestoreOrder): Promise<Restored> {
  const { id } = await restore(context, order)
  const { lockedPolicy } = context
  if (lockedPolicy)
    await writing(context, (write) => putLockedInForce({ read: write, write }, lockedPolicy, context.now()))
  context.signedIn.leaveEverybody()
  return { restored: order.source.name, before: id }
}

/** A door opens the workspace again, with IT's policy in force and nobody in a profile; at the terminal it stays closed. */
async function restoreWhileClosed(context: EngineServices, order: RestoreOrder): Promise<Restored> {
  const { workspaceDir, now, log, secrets, protection } = context
  const closed = { workspaceDir, now, log, secrets }
  const restored = order.source.name
  if (protection.canClose) {
    protection.begin((onProgress) => restoreClosed(closed, { ...order, onProgress }))
    return { restored, before: null }
  }
  // what this call did can be told in the log of before only while that is open
  await writing(context, () => {})
  await context.close()
  const { id } = await restoreClosed(closed, order)
  return { restored, before: id }
}
