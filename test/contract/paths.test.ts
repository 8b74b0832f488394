import { existsSync, rmSync, writeFileSync } from 'node:fs'
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

test('a door for browsers writes a backup beside the workspace and nowhere else', async () => {
  const engine = await createEngine({ workspace: join(folder, 'beside', 'own'), takesPaths: false })
  try {
    const client = directClient(engine)
    for (const file of [
      join(folder, 'elsewhere.sqlite'),
      join(folder, 'beside', '..', 'elsewhere.sqlite'),
      join(folder, 'beside', 'own', 'inside.sqlite'),
    ])
      await expect(client.workspace.backup({ file })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect(existsSync(join(folder, 'elsewhere.sqlite'))).toBe(false)
    const file = join(folder, 'beside', 'copy.sqlite')
    expect((await client.workspace.backup({ file })).file).toBe(file)
  } finally {
    await engine.close()
  }
})
