import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEngine } from '../../../engine/index.ts'
import { directClient } from '../../../engine/direct-client.ts'
import { folderForSaved, putInPlace, salvageWorkspace } from '../../../engine/salvaging.ts'
import { overwrite } from '../../robustness/support/damaging.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { csv, openWorkspace } from '../../support/workspace.ts'

/** A workspace whose last rows stand in the log beside its file alone, as after a power cut. */
async function cutOff(folder: string): Promise<void> {
  const workspace = await openWorkspace()
  await workspace.take(
    'contacts.csv',
    csv(
      Array.from({ length: 300 }, (_, at) => ({
        contact_id: `C-${at}`,
        agent_name: 'Ada Byron',
        started_at: '2026-03-11T09:00:00Z',
        handle_seconds: 60 + at,
      })),
    ),
    { source: 'acd' },
  )
  cpSync(workspace.engine.context.workspaceDir, folder, { recursive: true })
  await workspace.engine.close()
}

test('what was saved takes the place of the damaged file, and no log of that file is played into it', async () => {
  const folder = join(temporaryFolder(), 'mine')
  await cutOff(folder)
  const file = join(folder, 'debrief.sqlite')
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0)
  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups', 'one'), 'a backup')
  overwrite(file, 0, Buffer.alloc(100, 0x11))
  const damaged = readFileSync(file)
  const log = readFileSync(`${file}-wal`)

  const saved = folderForSaved(folder)
  expect(saved).toBe(`${folder}-salvaged`)
  salvageWorkspace(folder, saved, Date.now)
  expect(folderForSaved(folder)).toBe(`${folder}-salvaged-2`)
  putInPlace(folder, saved)

  expect(readFileSync(`${file}.damaged`).equals(damaged)).toBe(true)
  expect(readFileSync(`${file}.damaged-wal`).equals(log)).toBe(true)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(existsSync(saved)).toBe(false)
  expect(readFileSync(join(folder, 'backups', 'one'), 'utf8')).toBe('a backup')
  const engine = await createEngine({ workspace: folder, takesPaths: true })
  const client = directClient(engine)
  expect((await client.workspace.summary()).interactions).toBe(300)
  expect((await client.workspace.check()).problems).toEqual([])
  expect((await client.audit.verify({})).broken).toBeNull()
  await engine.close()
})
