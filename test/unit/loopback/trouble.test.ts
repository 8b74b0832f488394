import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, onTestFinished, test } from 'vitest'
import { overwrite } from '../../robustness/support/damaging.ts'
import { encryptWorkspace, filesWith, lock, PASSPHRASE } from '../../support/encrypted.ts'
import { ask, enter, openTestDoor } from '../../support/loopback.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { csv, openWorkspace } from '../../support/workspace.ts'

/** A folder whose workspace `own` has some contacts. */
async function aFolder(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder()
  const workspace = await openWorkspace()
  await workspace.take(
    'contacts.csv',
    csv(
      Array.from({ length: 600 }, (_, at) => ({
        contact_id: `C-${at}`,
        agent_name: 'Ada Byron',
        queue: 'Billing',
        started_at: '2026-03-11T09:00:00Z',
        handle_seconds: 60 + at,
      })),
    ),
    { source: 'acd' },
  )
  await workspace.engine.close()
  cpSync(workspace.engine.context.workspaceDir, join(folder, 'own'), { recursive: true })
  rmSync(workspace.folder, { recursive: true })
  return { folder, file: join(folder, 'own', 'debrief.sqlite') }
}

test('a workspace of a newer Debrief gets a page that says so and what to do, and nothing of it is changed', async () => {
  const { folder, file } = await aFolder()
  const raw = new Database(file)
  raw.pragma('journal_mode = DELETE')
  raw.pragma('user_version = 9000')
  raw.close()
  const before = readFileSync(file)
  const door = await openTestDoor(folder)
  onTestFinished(() => door.close())
  expect((await ask(door.origin, '/')).status).toBe(403)
  const headers = await enter(door)
  const { status, body } = await ask(door.origin, '/', { headers })
  expect(status).toBe(200)
  expect(body).toContain('This workspace is newer than this Debrief')
  expect(body).toContain('Install the version that made the workspace')
  expect(body).toContain(join(folder, 'own'))
  expect((await ask(door.origin, '/api/workspace/status', { method: 'POST', headers })).status).toBe(503)
  expect((await ask(door.origin, '/trouble/salvage', { method: 'POST', headers })).status).toBe(503)
  // pragmas of an opening connection may not even turn it into another kind of file
  expect(readFileSync(file).subarray(60, 64)).toEqual(before.subarray(60, 64))
  expect(existsSync(`${file}.damaged`)).toBe(false)
  const instead = await ask(door.origin, '/workspace?open=sample', { method: 'POST', headers })
  expect([200, 204]).toContain(instead.status)
  const answer = await ask(door.origin, '/', { headers })
  expect(answer.body).toContain('page.js')
})

test('a damaged workspace gets a page from which the rest is saved and opened', async () => {
  const { folder, file } = await aFolder()
  const raw = new Database(file, { readonly: true })
  const page = raw
    .prepare(`SELECT max(pageno) FROM dbstat WHERE name = 'interactions' AND pagetype = 'leaf'`)
    .pluck()
    .get()
  raw.close()
  const bytes = readFileSync(file)
  overwrite(file, ((page as number) - 1) * 4096, Buffer.alloc(4096, 0x11))
  const damaged = readFileSync(file)
  expect(damaged.equals(bytes)).toBe(false)
  const door = await openTestDoor(folder)
  onTestFinished(() => door.close())
  const headers = await enter(door)
  const shown = await ask(door.origin, '/', { headers })
  expect(shown.body).toContain('The workspace file is damaged, in interactions;')
  expect(shown.headers['content-security-policy']).toContain("form-action 'self'")
  const foreign = { cookie: headers.cookie, origin: 'http://evil.example' }
  expect((await ask(door.origin, '/trouble/salvage', { method: 'POST', headers: foreign })).status).toBe(403)
  const saved = await ask(door.origin, '/trouble/salvage', { method: 'POST', headers })
  expect(saved.body).toContain('What could be read was saved')
  expect(saved.body).toMatch(/<td>interactions<\/td><td>\d+<\/td><td>\d+<\/td>/)
  expect((await ask(door.origin, '/trouble/saved', { method: 'POST', headers })).status).toBe(200)
  expect((await ask(door.origin, '/', { headers })).body).toContain('page.js')
  const { interactions } = await door.client().workspace.summary()
  expect(interactions).toBeGreaterThan(500)
  expect(interactions).toBeLessThan(600)
  // it stands where the damaged one was, which is kept beside it, and the next start opens it
  expect(readFileSync(`${file}.damaged`).equals(damaged)).toBe(true)
  expect(readdirSync(folder)).not.toContain('own-salvaged')
  expect((await door.client().workspace.status()).path).toBe(join(folder, 'own'))
  await door.close()
  const again = await openTestDoor(folder)
  onTestFinished(() => again.close())
  expect((await again.client().workspace.check()).problems).toEqual([])
})

test('an encrypted workspace that is damaged asks for its passphrase, then gets the page, and what is saved opens encrypted', async () => {
  const { folder, file } = await aFolder()
  const own = join(folder, 'own')
  await encryptWorkspace(own)
  lock(own)
  onTestFinished(() => {
    lock(own)
  })
  const { size } = statSync(file)
  overwrite(file, size - 4096 * 3, Buffer.alloc(4096, 0x11))
  const door = await openTestDoor(folder)
  onTestFinished(() => door.close())
  const headers = await enter(door)
  expect((await ask(door.origin, '/', { headers })).body).toContain('page.js')
  const give = (text: string) =>
    ask(door.origin, '/rpc/protection/unlock', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ json: { text } }),
    })
  expect((await give('not the passphrase')).body).toContain('KEY_WRONG')
  expect((await ask(door.origin, '/', { headers })).body).toContain('page.js')
  expect((await give(PASSPHRASE)).body).toContain('WORKSPACE_DAMAGED')
  const shown = await ask(door.origin, '/', { headers })
  expect(shown.body).toContain('This workspace is damaged')
  const saved = await ask(door.origin, '/trouble/salvage', { method: 'POST', headers })
  expect(saved.body).toContain('What could be read was saved')
  expect((await ask(door.origin, '/trouble/saved', { method: 'POST', headers })).status).toBe(200)
  expect((await ask(door.origin, '/', { headers })).body).toContain('page.js')
  expect((await door.client().protection.status()).state).toBe('open')
  expect((await door.client().workspace.check()).problems).toEqual([])
  expect(filesWith(own, ['Ada Byron'])).toEqual([])
})
