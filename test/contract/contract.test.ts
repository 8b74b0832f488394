import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDefinedError, safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { transports, type Transport } from '../support/transports.ts'

const calls = [
  'contact_id,agent_name,agent_id,queue,started_at,talk_seconds,hold_seconds',
  'C-1,Ada Byron,a1,Billing,2026-03-02T09:00:00Z,120,10',
  'C-2,Ada Byron,a1,Billing,2026-03-02T10:00:00Z,240,0',
  'C-3,Grace Hopper,g1,Sales,2026-03-03T09:30:00Z,180,20',
  '',
].join('\n')

describe.each(transports)('over %s', (_name, open) => {
  const folder = makeTemporaryFolder()
  let transport: Transport
  beforeAll(async () => {
    transport = await open(folder, (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    })
  })
  afterAll(async () => {
    await transport.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function importAndWait(name: string, content: string) {
    const { client } = transport
    const { jobId } = await client.imports.start({
      files: [{ reference: await transport.file(name, content), timeZone: 'UTC' }],
    })
    for (;;) {
      const job = (await client.jobs.list()).find(({ id }) => id === jobId)
      if (job && job.state !== 'queued' && job.state !== 'running') return client.imports.reports({ jobId })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test('a new workspace says where it lies and that it is empty', async () => {
    const status = await transport.client.workspace.status()
    expect(status).toMatchObject({ path: join(folder, 'own'), isReadOnly: false, isSample: false })
    const { agents, interactions, quarantined, from, to } = await transport.client.workspace.summary()
    expect({ agents, interactions, quarantined, from, to }).toEqual({
      agents: 0,
      interactions: 0,
      quarantined: 0,
      from: null,
      to: null,
    })
  })

  test('what a person chose is kept', async () => {
    const changed = await transport.client.workspace.setPreferences({ windowDays: 14, timeZone: 'UTC' })
    expect(await transport.client.workspace.preferences()).toEqual({
      ...changed,
      windowDays: 14,
      timeZone: 'UTC',
    })
  })

  test('an error arrives with its code and its sentence', async () => {
    const { error } = await safe(transport.client.imports.undo({ importId: 999 }))
    expect(isDefinedError(error)).toBe(true)
    expect(error).toMatchObject({
      code: 'NOT_FOUND',
      data: { sentence: expect.stringMatching(/^[A-Z].*\.$/) },
    })
  })

  test('an input that the contract does not allow is refused before the engine sees it', async () => {
    const { error } = await safe(transport.client.coaching.rank({ days: 0 }))
    expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 })
  })

  test('changes are told while they happen, in order, until the listener has had enough', async () => {
    const stop = new AbortController()
    const changes = await transport.client.jobs.watch(undefined, { signal: stop.signal })
    const progress: number[] = []
    const isDone = (async () => {
      for await (const { job } of changes) {
        if (job) progress.push(job.progress)
        if (job?.state === 'done') return job.kind
      }
      return null
    })()
    const reports = await importAndWait('calls.csv', calls)
    expect(reports).toMatchObject([
      {
        kind: 'interactions',
        rows: { read: 3, added: 3, updated: 0, unchanged: 0, quarantined: 0 },
        error: null,
      },
    ])
    expect(await isDone).toBe('import')
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    stop.abort()
  })

  test('listening ends when it is broken off', async () => {
    const stop = new AbortController()
    const changes = await transport.client.jobs.watch(undefined, { signal: stop.signal })
    const ended = changes.next().then(
      ({ done }) => done,
      () => true,
    )
    stop.abort()
    expect(await ended).toBe(true)
  })

  test('what was imported is counted, measured and can be taken back exactly', async () => {
    const { client } = transport
    expect(await client.workspace.summary()).toMatchObject({
      agents: 2,
      interactions: 3,
      from: '2026-03-02',
      to: '2026-03-03',
    })
    const talkTime = await client.metrics.query({ metricId: 'talk_time' })
    expect(talkTime.rows).toMatchObject([{ key: 'all', n: 3, value: 180 }])
    const again = await importAndWait('calls.csv', calls)
    expect(again).toMatchObject([{ rows: { read: 3, added: 0, updated: 0, unchanged: 3, quarantined: 0 } }])
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
    for (const { id } of await client.imports.list()) await client.imports.undo({ importId: id })
    expect(await client.workspace.summary()).toMatchObject({ interactions: 0, from: null, to: null })
  })

  test('many calls at once are each answered with their own answer', async () => {
    const { client } = transport
    const searches = Array.from({ length: 30 }, (_, index) => `nobody ${index}`)
    const answers = await Promise.all(searches.map((search) => client.people.list({ search })))
    expect(answers).toEqual(searches.map(() => []))
  })
})
