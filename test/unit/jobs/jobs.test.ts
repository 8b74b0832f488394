import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Job } from '../../../shared/contract/jobs.ts'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function open(workspace: string, isResident = false) {
  const engine = await createEngine({ workspace, takesPaths: true, isResident })
  return { engine, client: directClient(engine) }
}

function aLog(folder: string, name: string, rows: number): string {
  const path = join(folder, name)
  const lines = Array.from(
    { length: rows },
    (_, index) => `${name}-${index},agent-${index % 7},2026-03-02T09:00:00Z,${60 + (index % 90)}`,
  )
  writeFileSync(path, ['contact_id,agent_id,started_at,talk_seconds', ...lines, ''].join('\n'))
  return path
}

const start = (client: Client, ...paths: string[]) =>
  client.imports.start({ files: paths.map((path) => ({ reference: { path }, timeZone: 'UTC' })) })

async function find(client: Client, id: number): Promise<Job> {
  return (await client.jobs.list()).find((job) => job.id === id)!
}

async function ended(client: Client, id: number): Promise<Job> {
  for (;;) {
    const job = await find(client, id)
    if (job.state !== 'queued' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('a job', () => {
  test('tells progress that never falls, and not too often', async () => {
    const folder = temporaryFolder()
    const { engine, client } = await open(join(folder, 'workspace'))
    onTestFinished(() => engine.close())
    const stop = new AbortController()
    const told: { progress: number; at: number }[] = []
    const listening = (async () => {
      for await (const { job } of await client.jobs.watch(undefined, { signal: stop.signal }))
        if (job?.state === 'running') told.push({ progress: job.progress, at: performance.now() })
    })()
    const paths = Array.from({ length: 4 }, (_, index) => aLog(folder, `log-${index}.csv`, 4000))
    const began = performance.now()
    const { jobId } = await start(client, ...paths)
    await ended(client, jobId)
    const seconds = (performance.now() - began) / 1000
    stop.abort()
    await listening.catch(() => {})
    expect(told.map(({ progress }) => progress)).toEqual(
      told.map(({ progress }) => progress).toSorted((a, b) => a - b),
    )
    expect(told.length).toBeLessThanOrEqual(2 + 5 * seconds + 1)
  })

  test('is cancelled within a second, and nothing of it stands', async () => {
    const folder = temporaryFolder()
    const { engine, client } = await open(join(folder, 'workspace'))
    onTestFinished(() => engine.close())
    const { jobId } = await start(client, aLog(folder, 'large.csv', 120_000))
    while ((await find(client, jobId)).progress < 0.1) await new Promise((resolve) => setTimeout(resolve, 5))
    const asked = performance.now()
    await client.jobs.cancel({ jobId })
    expect(await ended(client, jobId)).toMatchObject({ state: 'cancelled' })
    expect(performance.now() - asked).toBeLessThan(1000)
    expect(await client.imports.list()).toEqual([])
    expect(await client.workspace.summary()).toMatchObject({ interactions: 0, agents: 0 })
    expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('that waits is cancelled without being begun', async () => {
    const folder = temporaryFolder()
    const { engine, client } = await open(join(folder, 'workspace'))
    onTestFinished(() => engine.close())
    const first = await start(client, aLog(folder, 'first.csv', 5000))
    const second = await start(client, aLog(folder, 'second.csv', 10))
    await client.jobs.cancel({ jobId: second.jobId })
    await ended(client, first.jobId)
    expect(await ended(client, second.jobId)).toMatchObject({ state: 'cancelled' })
    expect((await client.imports.list()).map(({ file }) => file)).toEqual(['first.csv'])
  })

  test('whose end cannot be written is over all the same for who waits for it', async () => {
    const folder = temporaryFolder()
    const { engine, client } = await open(join(folder, 'workspace'))
    onTestFinished(() => engine.close())
    const { raw } = engine.context.write!
    raw.exec(`CREATE TEMP TRIGGER no_room BEFORE UPDATE ON jobs BEGIN SELECT raise(ABORT, 'no room'); END`)
    const { jobId } = await start(client, aLog(folder, 'log.csv', 10))
    expect(await ended(client, jobId)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })
})

describe('a job an earlier process left', () => {
  /** A workspace in which a process ended while the job had imported one of its two files. */
  async function interrupted(folder: string, attempt = 1): Promise<{ workspace: string; jobId: number }> {
    const workspace = join(folder, 'workspace')
    const { engine, client } = await open(workspace)
    const paths = [aLog(folder, 'one.csv', 100), aLog(folder, 'two.csv', 100)]
    const first = await start(client, paths[0]!)
    await ended(client, first.jobId)
    const reports = await client.imports.reports({ jobId: first.jobId })
    const { raw } = engine.context.write!
    raw
      .prepare(
        `UPDATE jobs SET state = 'running', attempt = ?, ended_at = NULL, result = ?, payload = ? WHERE id = ?`,
      )
      .run(
        attempt,
        JSON.stringify(reports),
        JSON.stringify({ files: paths.map((path) => ({ reference: { path }, timeZone: 'UTC' })) }),
        first.jobId,
      )
    await engine.close()
    return { workspace, jobId: first.jobId }
  }

  test('goes on where it was in a process that stays', async () => {
    const { workspace, jobId } = await interrupted(temporaryFolder())
    const { engine, client } = await open(workspace, true)
    onTestFinished(() => engine.close())
    expect(await ended(client, jobId)).toMatchObject({ state: 'done', progress: 1 })
    const reports = await client.imports.reports({ jobId })
    expect(reports.map(({ file, rows }) => [file, rows.added])).toEqual([
      ['one.csv', 100],
      ['two.csv', 100],
    ])
    expect((await client.imports.list()).map(({ file }) => file)).toEqual(['two.csv', 'one.csv'])
  })

  test('is marked as interrupted in one that does not', async () => {
    const { workspace, jobId } = await interrupted(temporaryFolder())
    const { engine, client } = await open(workspace)
    onTestFinished(() => engine.close())
    expect(await find(client, jobId)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/interrupted/),
    })
  })

  test('is given up when Debrief ended three times over it', async () => {
    const { workspace, jobId } = await interrupted(temporaryFolder(), 3)
    const { engine, client } = await open(workspace, true)
    onTestFinished(() => engine.close())
    expect(await find(client, jobId)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/not tried again/),
    })
  })
})
