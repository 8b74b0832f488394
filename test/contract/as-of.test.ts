import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { ruleOf } from '../../engine/governance/index.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { inputsOfCalls } from '../support/inputs-of-calls.ts'
import { openPlantedTeams, type PlantedTeams } from '../support/planted-teams.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { transports } from '../support/transports.ts'

function pathsOf(part: object, before: string[] = []): string[][] {
  if ('~orpc' in part) return [before]
  return Object.entries(part).flatMap(([name, inner]) => pathsOf(inner as object, [...before, name]))
}

/** What is told in the log and changes nothing of the workspace: files that are written for people, and what finds nothing to change. */
const WITHOUT_CHANGE = new Set([
  'workspace.backup',
  'exports.write',
  'sessions.sheet',
  'sessions.calendar',
  'reports.write',
  'policy.export',
  'audit.export',
  'access.write',
  'protection.unlock',
  'recordings.pauseWatching',
  'jobs.cancel',
])
/** It looks into watched folders to take in what is there. */
const LOOKS_TO_CHANGE = 'imports.look'

async function backedUp(client: Client): Promise<string> {
  const { jobId } = await client.backups.make()
  for (let state = 'queued'; state !== 'done';) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    state = (await client.jobs.list()).find(({ id }) => id === jobId)!.state
    expect(state).not.toBe('failed')
  }
  return (await client.backups.list()).backups[0]!.id
}

/** Every file of a folder with what is in it. */
const stateOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )

describe('a workspace as of a backup', () => {
  let planted: PlantedTeams
  let then: Engine | undefined
  let copy: string
  beforeAll(async () => {
    planted = await openPlantedTeams()
    const id = await backedUp(planted.workspace.client)
    copy = join(planted.workspace.engine.context.workspaceDir, 'backups', id)
    then = await createEngine({ workspace: copy, takesPaths: true, readOnly: true })
  }, 240_000)
  afterAll(async () => {
    await then?.close()
    await planted.workspace.close()
  })

  test('shows every view, and each call that would change it is refused in one sentence', async () => {
    const client = directClient(then!)
    const inputs = inputsOfCalls(planted)
    const before = stateOf(copy)
    const outcomes = { shown: 0, refused: 0 }
    const wrong: string[] = []
    for (const path of pathsOf(contract)) {
      const call = path.join('.')
      let ask: unknown = client
      for (const name of path) ask = (ask as Record<string, unknown>)[name]
      // what listens until it is told to stop, and what reaches out to other computers
      if (/^(jobs\.watch|judge\.|recordings\.(models|tryServer)|updates\.)/.test(call)) continue
      for (const input of inputs[call]!.slice(0, 2)) {
        try {
          await (ask as (input: unknown) => Promise<unknown>)(input)
          outcomes.shown++
          if (ruleOf(path)!.told === 'always' && !WITHOUT_CHANGE.has(call)) wrong.push(`${call} was done`)
        } catch (error) {
          const { code, message } = error as { code?: string; message: string }
          if (code === 'INTERNAL' || code === undefined) wrong.push(`${call}: ${message}`)
          if (code === 'WORKSPACE_READ_ONLY') {
            outcomes.refused++
            if (ruleOf(path)!.told === 'never' && call !== LOOKS_TO_CHANGE)
              wrong.push(`${call} is a view, and was refused`)
            if (!/^[A-Z][^\n]*\.$/.test(message)) wrong.push(`${call}: ${message}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(outcomes.shown).toBeGreaterThan(100)
    expect(outcomes.refused).toBeGreaterThan(60)
    expect(stateOf(copy)).toEqual(before)
  }, 240_000)
})

describe.each(transports.filter(([name]) => name !== 'direct'))('over %s', (_name, openTransport) => {
  test('a backup is shown in place of the workspace, nothing of it can be changed, and one comes back', async () => {
    const folder = makeTemporaryFolder()
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const transport = await openTransport(folder, write)
    try {
      const { client } = transport
      const search = { query: 'refund' }
      await client.search.save({ name: 'Then', search })
      const id = await backedUp(client)
      await client.search.save({ name: 'Now', search })
      expect(await client.backups.shown()).toEqual({ at: null, canReturn: false })
      await expect(client.backups.openAsOf({ id: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await client.backups.openAsOf({ id })).toEqual({ opened: true })
      // a page is loaded anew then
      const page = await transport.again()
      const { backups } = await page.backups.list()
      expect(backups).toEqual([])
      expect((await page.jobs.list()).filter(({ endedAt }) => endedAt === null)).toEqual([])
      expect((await page.backups.shown()).canReturn).toBe(true)
      expect((await page.workspace.status()).asOf).not.toBeNull()
      expect((await page.search.saved()).map(({ name }) => name)).toEqual(['Then'])
      await expect(page.search.save({ name: 'No', search })).rejects.toMatchObject({
        code: 'WORKSPACE_READ_ONLY',
      })
      await page.backups.backToNow()
      const now = await transport.again()
      expect((await now.search.saved()).map(({ name }) => name).toSorted()).toEqual(['Now', 'Then'])
      expect(await now.backups.shown()).toEqual({ at: null, canReturn: false })
      await expect(now.backups.backToNow()).rejects.toMatchObject({ code: 'CONFLICT' })
      const told = (await now.audit.list({ act: 'backups.openAsOf' })).entries
      expect(told.map(({ outcome }) => outcome)).toContain('done')
    } finally {
      await transport.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
