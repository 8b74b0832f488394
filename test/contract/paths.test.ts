import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a door for browsers reads no file by its path, whatever the call', async () => {
  const file = join(folder, 'calls.csv')
  writeFileSync(file, 'contact id,agent,start\n1,Ada,2026-01-02 10:00\n')
  const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: false })
  try {
    const client = directClient(engine)
    const reference = { path: file }
    const mapping = {
      kind: 'interactions' as const,
      shape: 'rows' as const,
      timeZone: 'UTC',
      columns: [],
      questions: [],
    }
    const calls = [
      client.imports.inspect({ files: [{ reference }] }),
      client.imports.preview({ reference, sheet: null, mapping }),
      client.imports.start({ files: [{ reference }] }),
      client.imports.retry({ importId: 1, reference }),
    ]
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes).toEqual(
      calls.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'UNSUPPORTED' }) })),
    )
  } finally {
    await engine.close()
  }
})
