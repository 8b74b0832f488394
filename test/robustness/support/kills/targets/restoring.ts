import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBackup } from '../../../../../engine/backups/index.ts'
import { environmentSecrets, type Secrets } from '../../../../../engine/index.ts'
import { encryptWith, prepareKeys } from '../../../../../engine/workspace-protection.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import { openOwn } from '../do-steps.ts'
import type { AtWork, KillTarget } from '../target.ts'

const search = { query: 'refund' }

/** Makes a backup, and saves a search that it does not have. */
async function backUpAndGoOn(target: KillTarget, folder: string): Promise<void> {
  const { engine, client } = await openOwn(target, folder)
  await client.search.save({ name: 'Old', search })
  await makeBackup(engine.context, 'by-hand')
  await client.search.save({ name: 'New', search })
  await engine.close()
}

const look: KillTarget['look'] = ({ raw }) => ({
  searches: raw.prepare('SELECT name FROM saved_searches ORDER BY name').pluck().all(),
  restores: raw.prepare(`SELECT count(*) FROM audit_log WHERE act = 'audit.restored'`).pluck().get(),
})

async function restoreOldest({ client }: AtWork): Promise<void> {
  const { backups } = await client.backups.list()
  await client.backups.restore({ id: backups.findLast(({ why }) => why === 'by-hand')!.id })
}

/** How it stood before a restore is kept as a backup that opens. */
async function hasKeptBefore({ client }: AtWork): Promise<void> {
  const isRestored = (await client.search.saved()).length === 1
  const { backups } = await client.backups.list()
  const kept = backups.findLast(({ why }) => why === 'before-restore')
  if (isRestored) assert.ok(kept)
  if (!kept || !isRestored) return
  const { differences } = await client.backups.preview({ id: kept.id })
  const searches = differences.find(({ many }) => many === 'saved searches')
  assert.deepEqual(searches?.regainedNames, ['New'])
}

/** A backup takes the place of a workspace that stays open: the one or the other, and nothing between. */
export const restoring: KillTarget = {
  name: 'restoring',
  share: 7,
  async prepare(folder) {
    await aFilledWorkspace(folder)
    await backUpAndGoOn(restoring, folder)
  },
  steps: () => [restoreOldest],
  look,
  alsoHolds: hasKeptBefore,
  tellsOfItself: /restored from/,
}

/** A keychain in a file, which every process of a target reads. */
function keychainIn(folder: string): Secrets {
  const file = join(folder, 'keychain.json')
  const known = () =>
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | null>) : {}
  return {
    ...environmentSecrets,
    keptIn: 'keychain',
    get: (name) => known()[name] ?? null,
    async set(name, value) {
      writeFileSync(file, JSON.stringify({ ...known(), [name]: value }))
    },
  }
}

/** The same of an encrypted one, which is closed for it. */
export const restoringEncrypted: KillTarget = {
  name: 'restoring encrypted',
  share: 7,
  secrets: keychainIn,
  async prepare(folder) {
    await aFilledWorkspace(folder)
    const own = join(folder, 'own')
    const keychain = keychainIn(folder)
    await encryptWith(own, await prepareKeys(own, { by: 'keychain' }, keychain), keychain)
    await backUpAndGoOn(restoringEncrypted, folder)
  },
  steps: () => [
    async (at) => {
      await restoreOldest(at)
      Object.assign(at, await openOwn(restoringEncrypted, at.folder))
    },
  ],
  look,
  alsoHolds: hasKeptBefore,
  tellsOfItself: /restored from/,
}
