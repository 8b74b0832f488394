import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { connect, findDamage } from '../../engine/store/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { dump, strays } from './support/dump.ts'
import { keepWorkers, type Workers } from './support/killing.ts'
import { perform, type Work } from './support/perform.ts'

const KILLS = { fresh: 64, again: 40, undo: 12, analyze: 12, backup: 8 }

const root = makeTemporaryFolder()
const files = join(root, 'files')
const folder = (name: string) => join(root, name)
let workers: Workers

/** Always the same numbers, spread over 0 to 1. */
function shares(n: number): number[] {
  return Array.from({ length: n }, (_, index) => (index * 0.6180339887 + 0.31) % 1)
}

function write(name: string, lines: readonly string[]): string {
  const path = join(files, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const agents = Array.from({ length: 12 }, (_, index) => ({
  id: `agent-${100 + index}`,
  name: `${'Ada Ben Cleo Dan Eve Finn Gus Hana Ian Joy Kim Lou'.split(' ')[index]} Marsh${'abcdefghijkl'[index]}`,
}))

function contactLog(name: string, n: number, talkOf: (index: number) => number): string {
  const rows = Array.from({ length: n }, (_, index) => {
    const agent = agents[index % agents.length]!
    const startedAt = new Date(Date.UTC(2026, 2, 2 + (index % 20), 9, index % 60, index % 50)).toISOString()
    return `K-${index},${agent.id},${agent.name},Team ${index % 3},${['Billing', 'Sales'][index % 2]},${startedAt},${talkOf(index)},10,20`
  })
  return write(name, [
    'contact_id,agent_id,agent_name,team,queue,started_at,talk_seconds,hold_seconds,acw_seconds',
    ...rows,
  ])
}

function conversation(index: number): string {
  const turn = (participant: string, text: string, at: number) => ({
    Id: `${index}-${at}`,
    ParticipantId: participant,
    Content: text,
    BeginOffsetMillis: at,
    EndOffsetMillis: at + 2500,
    Sentiment: 'NEUTRAL',
  })
  return write(`conversation-${index}.json`, [
    JSON.stringify({
      Version: '1.1.0',
      Channel: 'VOICE',
      LanguageCode: 'en-US',
      JobStatus: 'COMPLETED',
      CustomerMetadata: { ContactId: `K-${index}` },
      Participants: [
        { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
        { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
      ],
      Transcript: [
        turn('AGENT', 'Thank you for calling, how can I help you today?', 0),
        turn('CUSTOMER', 'My bill is wrong again and I am very angry about it.', 2000),
        turn('AGENT', 'I am sorry to hear that. Could I have your full name please?', 6000),
        turn('CUSTOMER', 'Yes of course, thank you, that is kind.', 9000),
      ],
    }),
  ])
}

/** Everything a workspace holds; `null` while nothing was ever committed to it. */
async function contents(workspace: string): Promise<Record<string, string[]> | null> {
  if (!existsSync(join(workspace, 'debrief.sqlite'))) return null
  const engine = await createEngine({ workspace, takesPaths: true })
  try {
    const problems = (await directClient(engine).workspace.check()).problems
    expect([...problems, ...strays(engine.context.read)]).toEqual([])
    return dump(engine.context.read)
  } finally {
    await engine.close()
  }
}

const nothing = (held: Record<string, string[]> | null) =>
  held === null || Object.values(held).every((rows) => rows.length === 0)

/** Kills the work again and again on fresh copies; each time the workspace must hold one of `allowed` and then complete to `after`. */
async function killAgainAndAgain(
  name: string,
  kills: number,
  base: string | null,
  work: (workspace: string) => Work,
  allowed: (held: Record<string, string[]> | null) => string | undefined,
  finish: (workspace: string) => Promise<void>,
): Promise<Record<string, number>> {
  const began = performance.now()
  const prepare = (workspace: string) => {
    if (base) cpSync(base, workspace, { recursive: true })
    else mkdirSync(workspace)
  }
  prepare(folder(`${name}-whole`))
  let whole = await workers.finish(work(folder(`${name}-whole`)))
  const found: Record<string, number> = {}
  for (const [index, share] of shares(kills).entries()) {
    const workspace = folder(`${name}-${index}`)
    prepare(workspace)
    const hadEnded = await workers.kill(work(workspace), share * whole)
    const state = allowed(await contents(workspace))
    expect(
      `kill ${index}, after ${Math.round(share * whole)} of ${Math.round(whole)} ms: ${state}`,
    ).not.toMatch(/undefined/)
    found[state!] = (found[state!] ?? 0) + 1
    // the machine may be busier or freer than before: kills are to fall all over the work, and hardly any behind it
    whole *= hadEnded ? 0.85 : 1.03
    await finish(workspace)
    rmSync(workspace, { recursive: true, force: true })
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(
    `${name}: ${kills} kills within ${Math.round(whole)} ms of work, ${JSON.stringify(found)}, in ${seconds} s\n`,
  )
  return found
}

describe('a process that is killed outright', () => {
  let batches: string[][]
  let corrections: string[][]
  let states: Record<'log' | 'all' | 'corrected' | 'undone' | 'read', Record<string, string[]>>
  const is = (held: Record<string, string[]> | null, ...names: (keyof typeof states)[]) =>
    names.find((name) => JSON.stringify(states[name]) === JSON.stringify(held))

  beforeAll(async () => {
    workers = keepWorkers()
    mkdirSync(files)
    batches = [
      [contactLog('contacts.csv', 2000, (index) => 60 + (index % 300))],
      [
        write('surveys.csv', [
          'Survey ID,Contact ID,Agent Name,Submitted At,CSAT (1-5),Comment',
          ...Array.from(
            { length: 100 },
            (_, index) =>
              `R-${index},K-${index * 7},${agents[(index * 7) % 12]!.name},2026-03-${String(5 + (index % 20)).padStart(2, '0')}T10:00:00Z,${1 + (index % 5)},It took ${index} days`,
          ),
        ]),
        ...Array.from({ length: 40 }, (_, index) => conversation(index)),
      ],
    ]
    corrections = [[contactLog('corrected.csv', 1500, (index) => 61 + (index % 300))]]
    const base = folder('base')
    await perform({ kind: 'import', workspace: base, batches: batches.slice(0, 1) })
    const log = await contents(base)
    await perform({ kind: 'import', workspace: base, batches: batches.slice(1) })
    const all = await contents(base)
    cpSync(base, folder('corrected'), { recursive: true })
    await perform({ kind: 'import', workspace: folder('corrected'), batches: corrections })
    const corrected = await contents(folder('corrected'))
    cpSync(base, folder('undone'), { recursive: true })
    await perform({ kind: 'undo', workspace: folder('undone'), importId: 1 })
    const undone = await contents(folder('undone'))
    cpSync(base, folder('read'), { recursive: true })
    await perform({ kind: 'analyze', workspace: folder('read') })
    const read = await contents(folder('read'))
    states = { log: log!, all: all!, corrected: corrected!, undone: undone!, read: read! }
    expect(states.all['interactions']).toHaveLength(2000)
    expect(states.all['transcripts']).toHaveLength(40)
    expect(states.read['evaluations']).toHaveLength(40)
    expect(states.corrected).not.toEqual(states.all)
  }, 120_000)

  afterAll(() => {
    workers.close()
    rmSync(root, { recursive: true, force: true })
  })

  test('while it makes a workspace and imports leaves whole files or none, and the next try completes', async () => {
    const work = (workspace: string): Work => ({ kind: 'import', workspace, batches })
    const found = await killAgainAndAgain(
      'import',
      KILLS.fresh,
      null,
      work,
      (held) => (nothing(held) ? 'nothing' : is(held, 'log', 'all')),
      async (workspace) => {
        await perform(work(workspace))
        const held = (await contents(workspace))!
        for (const part of ['interactions', 'surveys', 'transcripts', 'segments', 'people', 'contactDays'])
          expect(held[part]).toEqual(states.all[part])
      },
    )
    expect(Object.keys(found).length).toBeGreaterThan(1)
  })

  test('while it corrects what is there leaves the one or the other', async () => {
    const work = (workspace: string): Work => ({ kind: 'import', workspace, batches: corrections })
    await killAgainAndAgain(
      'correct',
      KILLS.again,
      folder('base'),
      work,
      (held) => is(held, 'all', 'corrected'),
      async (workspace) => {
        await perform(work(workspace))
        expect((await contents(workspace))!['interactions']).toEqual(states.corrected['interactions'])
      },
    )
  })

  test('while it undoes an import leaves it standing or undone', async () => {
    const work = (workspace: string): Work => ({ kind: 'undo', workspace, importId: 1 })
    await killAgainAndAgain(
      'undo',
      KILLS.undo,
      folder('base'),
      work,
      (held) => is(held, 'all', 'undone'),
      async (workspace) => {
        if (is(await contents(workspace), 'undone')) return
        await perform(work(workspace))
        expect(is(await contents(workspace), 'undone')).toBe('undone')
      },
    )
  })

  test('while it reads conversations loses no more than those in work', async () => {
    const work = (workspace: string): Work => ({ kind: 'analyze', workspace })
    await killAgainAndAgain(
      'analyze',
      KILLS.analyze,
      folder('base'),
      work,
      (held) => {
        const parts = held?.['evaluations']?.length ?? -1
        return parts === 40 || parts === 0 ? `${parts} read` : undefined
      },
      async (workspace) => {
        await perform(work(workspace))
        expect(is(await contents(workspace), 'read')).toBe('read')
      },
    )
  })

  test('while it makes a backup leaves a whole one or none under its name', async () => {
    const work = (workspace: string): Work => ({
      kind: 'backup',
      workspace,
      file: join(workspace, 'backup.sqlite'),
    })
    const isWhole = (workspace: string) => {
      const file = join(workspace, 'backup.sqlite')
      if (!existsSync(file)) return false
      const copy = connect(file, 'read')
      expect(findDamage(copy)).toEqual([])
      expect(dump(copy)).toEqual(states.all)
      copy.raw.close()
      return true
    }
    await killAgainAndAgain(
      'backup',
      KILLS.backup,
      folder('base'),
      work,
      (held) => is(held, 'all'),
      async (workspace) => {
        if (!isWhole(workspace)) await perform(work(workspace))
        expect(isWhole(workspace)).toBe(true)
      },
    )
  })
})
