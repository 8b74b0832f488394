import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

let folder: string
let engine: Engine
let client: Client

beforeEach(async () => {
  folder = makeTemporaryFolder()
  engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: true })
  client = directClient(engine)
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

async function importFile(name: string, content: string, more: { timeZone?: string } = {}) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const { jobId } = await client.imports.start({ files: [{ reference: { path }, ...more }] })
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)
    if (job && job.state !== 'queued' && job.state !== 'running') break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return (await client.imports.reports({ jobId }))[0]!
}

const calls = [
  'contact id,agent id,agent name,queue,start time,talk time (s)',
  ...Array.from(
    { length: 12 },
    (_, index) => `C-${index},a1,Ada Byron,Billing,2026-03-02 09:${10 + index}:00,${60 + index}`,
  ),
  'C-90,a1,Ada Byron,Billing,2026-13-45 09:00:00,60',
  '',
].join('\n')

test('a source keeps the time zone it was given, so that the same file again says nothing new', async () => {
  const first = await importFile('calls.csv', calls, { timeZone: 'Asia/Tokyo' })
  const second = await importFile('calls.csv', calls)
  expect({ first: first.rows, second: second.rows }).toEqual({
    first: { read: 13, added: 12, updated: 0, unchanged: 0, quarantined: 1 },
    second: { read: 13, added: 0, updated: 0, unchanged: 12, quarantined: 1 },
  })
})

test('a bad row of a file read twice stands in quarantine once, and still after the second reading is undone', async () => {
  await importFile('calls.csv', calls)
  const second = await importFile('calls.csv', calls)
  expect((await client.workspace.summary()).quarantined).toBe(1)
  expect((await client.imports.quarantine({})).total).toBe(1)
  await client.imports.undo({ importId: second.importId! })
  expect((await client.workspace.summary()).quarantined).toBe(1)
})
