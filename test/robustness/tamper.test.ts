import Database from 'better-sqlite3-multiple-ciphers'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { eachLink } from '../../engine/governance/audit/audit.store.ts'
import { checkChain } from '../../engine/governance/audit/verify.ts'
import { createEngine } from '../../engine/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The file of a workspace with some entries in its log, closed, and the head they end in. */
async function workspaceFile(): Promise<{ bytes: Buffer; head: { seq: number; hash: string } }> {
  const workspace = join(temporaryFolder(), 'workspace')
  const engine = await createEngine({ workspace, takesPaths: true, now: () => 1_700_000_000_000 })
  const client = directClient(engine)
  await client.workspace.setPreferences({ timeZone: 'UTC' })
  for (const name of ['North', 'South', 'Ost', 'Wést']) await client.merging.setName({ name })
  await client.sessions.get({ id: 3 }).catch(() => {})
  const head = await client.audit.head()
  await engine.close()
  const bytes = readFileSync(join(workspace, 'debrief.sqlite'))
  // a file that is opened from memory has no log beside it
  bytes.fill(1, 18, 20)
  return { bytes, head }
}

type Row = Record<string, unknown>

/** What a file tells of its log: that it is damaged, where it breaks, or its rows. */
function look(bytes: Buffer, head: { seq: number; hash: string }): { seen: string } | { rows: Row[] } {
  let raw: Database.Database | undefined
  try {
    raw = new Database(bytes)
    const database = { raw, canRead: true as const }
    const { broken } = checkChain(eachLink(database), [head])
    if (broken) return { seen: broken.sentence }
    return { rows: raw.prepare('SELECT * FROM audit_log ORDER BY seq').all() as Row[] }
  } catch (error) {
    return { seen: String((error as { code?: unknown }).code) }
  } finally {
    raw?.close()
  }
}

test('no byte of the pages that hold the log can be changed without being seen', async () => {
  const { bytes, head } = await workspaceFile()
  const whole = new Database(bytes)
  const pageSize = whole.pragma('page_size', { simple: true }) as number
  const pages = whole.prepare("SELECT pageno FROM dbstat WHERE name = 'audit_log'").pluck().all() as number[]
  whole.close()
  const untouched = look(bytes, head)
  expect(untouched).toEqual({ rows: expect.objectContaining({ length: head.seq }) as Row[] })
  let seen = 0
  let without = 0
  for (const page of pages)
    for (let at = (page - 1) * pageSize; at < page * pageSize; at++) {
      const before = bytes[at]!
      bytes[at] = before ^ (1 << (at % 8))
      const found = look(bytes, head)
      bytes[at] = before
      if ('seen' in found) seen += 1
      else {
        // a byte that belongs to no row: the log reads as it did
        expect(found).toEqual(untouched)
        without += 1
      }
    }
  expect(seen + without).toBe(pages.length * pageSize)
  // the rows themselves are hundreds of bytes each
  expect(seen).toBeGreaterThan(head.seq * 150)
  process.stdout.write(`Bytes of the audit log tampered with: ${seen} seen, ${without} in no entry.\n`)
}, 120_000)
