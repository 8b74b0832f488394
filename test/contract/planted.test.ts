import { fork } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyContractProcedure } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { logFile } from '../../engine/log-file.ts'
import { fakeLanguageModelServer } from '../support/fake-language-model-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { contactLens, csv } from '../support/workspace.ts'

/** What must stand in no log, report or bundle, in whatever way it came near one. */
const planted: Record<string, string> = {
  agent: 'Wilhelmina Zyxwell',
  customer: '4155550199',
  phone: '+1 415 555 0123',
  card: '4111 1111 1111 1111',
  email: 'walter.bishop@harvard.example',
  said: 'my parrot swallowed the router',
  comment: 'grumpy-but-thorough remark',
  fileName: 'zyxwell-personal-notes',
  passphrase: 'correct horse battery staple',
  key: 'sk-planted-4f9d2c7b1a',
  vocabulary: 'Quuxometer',
}
const everything = Object.values(planted).join(' / ')

interface Found {
  what: string
  where: string
}

function plantedIn(texts: Record<string, string>): Found[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    Object.entries(planted)
      .filter(([, value]) => text.toLowerCase().includes(value.toLowerCase()))
      .map(([what]) => ({ what, where })),
  )
}

/** Every call of the contract, by its path. */
function callsOf(part: object, path: string[] = []): string[][] {
  return Object.entries(part).flatMap(([name, inner]: [string, object | AnyContractProcedure]) =>
    '~orpc' in inner ? [[...path, name]] : callsOf(inner, [...path, name]),
  )
}

/** Inputs that are planted through and through: most are refused, and some are taken. */
const inputs: unknown[] = [
  undefined,
  {},
  everything,
  {
    id: 1,
    name: planted['agent'],
    text: everything,
    query: planted['said'],
    comment: planted['comment'],
    key: planted['key'],
    file: `/nowhere/${planted['fileName']}.csv`,
    address: `http://127.0.0.1:9/${planted['fileName']}`,
  },
  {
    interactionId: 1,
    transcriptId: 1,
    personId: 1,
    scorecardId: 1,
    sessionId: 1,
    jobId: 1,
    text: everything,
  },
]
const apart = new Set(['jobs.watch', 'workspace.loadSample', 'recordings.downloadModel'])

async function callAll(client: Client): Promise<{ made: number; failed: number }> {
  let made = 0
  let failed = 0
  for (const path of callsOf(contract).filter((one) => !apart.has(one.join('.')))) {
    const procedure = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client)
    for (const input of inputs) {
      made++
      await (procedure as (input: unknown) => Promise<unknown>)(input).catch(() => failed++)
    }
  }
  return { made, failed }
}

const files: Record<string, string> = {
  [`${planted['fileName']}.csv`]: csv(
    Array.from({ length: 12 }, (_, at) => ({
      contact_id: `C-${1000 + at}`,
      agent_name: planted['agent'],
      started_at: `2026-03-02T${String(8 + at).padStart(2, '0')}:00:00Z`,
      queue: 'Billing',
      reason: everything,
      customer_phone: planted['customer'],
      handle_seconds: 300,
    })),
  ),
  [`${planted['fileName']}-broken.csv`]: `"${everything}\n\u0000${everything}`,
  [`${planted['fileName']}.json`]: `{"${everything}": [`,
  'C-1000.json': contactLens('C-1000', [
    ['AGENT', 0, 3000, 'Thank you for calling.'],
    ['CUSTOMER', 3500, 6000, `You know, ${everything}`],
  ]),
}

test('no planted name, number, key or word said is in the log, the crash reports, the diagnostics or the bundle', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'workspace')
  const engine = await createEngine({
    workspace,
    takesPaths: true,
    isResident: true,
    log: logFile(workspace),
    startTranscriber: () => crashingChild(folder),
  })
  onTestFinished(() => engine.close())
  const client = directClient(engine)
  const ended = async () => {
    await expect
      .poll(async () => (await client.jobs.list()).every(({ state }) => !/queued|running/.test(state)), {
        timeout: 60_000,
      })
      .toBe(true)
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, content)
    await client.imports.start({ files: [{ reference: { path }, timeZone: 'UTC' }] }).catch(() => {})
  }
  await ended()
  // a server that quotes what it was sent in its error
  const server = await fakeLanguageModelServer(({ prompt }) => ({
    status: 500,
    body: { error: { message: `${everything} ${prompt}` } },
  }))
  await client.judge.setSettings({ address: server.address, model: 'small-model' })
  await client.judge.setKey({ key: planted['key']! }).catch(() => {})
  await client.judge.try().catch(() => {})
  await client.workspace.check()
  const { made, failed } = await callAll(client)
  expect(failed).toBeGreaterThan(made / 3)
  await ended()

  // an error nobody expected, thrown inside a procedure with everything in its message
  const { read } = engine.context
  const broken = directClient({
    router: engine.router,
    context: {
      ...engine.context,
      get read(): typeof read {
        throw Object.assign(new TypeError(everything, { cause: new Error(everything) }), {
          code: planted['agent'],
        })
      },
    },
  })
  await expect(broken.workspace.summary()).rejects.toThrow(/incident [0-9a-f]{8}/)
  // a child that dies with everything on its lips
  const child = engine.context.startTranscriber()
  const over = new Promise<string>((resolve) => {
    child.onExit(resolve)
  })
  expect(await over).toContain(planted['agent'])
  // a process that dies so
  await dyingProcess(folder, workspace)
  // a page may tell nothing else either
  await expect(
    client.diagnostics.pageCrashed({
      fault: { name: planted['agent']!, code: null, frames: [], causes: [] },
    }),
  ).rejects.toThrow('validation')

  const log = readFileSync(join(workspace, 'debrief.log'), 'utf8')
  const crashes = readdirSync(join(workspace, 'crashes'))
  const diagnostics = await client.diagnostics.get()
  expect(diagnostics.crashes.map(({ where }) => where).toSorted()).toEqual(['engine', 'transcriber'])
  const looked = {
    log,
    diagnostics: JSON.stringify(diagnostics),
    bundle: JSON.stringify(await client.diagnostics.bundle()),
    ...Object.fromEntries(
      crashes.map((name) => [name, readFileSync(join(workspace, 'crashes', name), 'utf8')]),
    ),
  }
  const found = plantedIn(looked)
  const lines = log.trimEnd().split('\n')
  process.stdout.write(
    `log: ${lines.length} lines, ${Object.keys(planted).length} planted values, ${found.length} found; ${made} calls, ${failed} of them refused or failed\n`,
  )
  expect(found).toEqual([])
  expect(lines.length).toBeGreaterThan(3)
  expect(log).toContain('"event":"call-failed","call":"workspace.summary"')
  expect(log).not.toContain('left-out')

  // the search does find a leak; and what got into the file from elsewhere gets into no bundle
  appendFileSync(join(workspace, 'debrief.log'), `{"message":"${planted['agent']}"}\n`)
  const leaked = readFileSync(join(workspace, 'debrief.log'), 'utf8')
  expect(plantedIn({ log: leaked })).toEqual([{ what: 'agent', where: 'log' }])
  expect(plantedIn({ bundle: JSON.stringify(await client.diagnostics.bundle()) })).toEqual([])
}, 180_000)

/** A child of Node's that throws at once. */
function crashingChild(folder: string) {
  const script = join(folder, 'dying.mjs')
  if (!existsSync(script)) writeFileSync(script, `throw new RangeError(${JSON.stringify(everything)})\n`)
  const child = fork(script, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
  let lines = ''
  child.stderr?.on('data', (text: Buffer) => (lines += text.toString('utf8')))
  return {
    say() {},
    onWord() {},
    onExit: (listen: (lastLines: string) => void) => void child.once('close', () => listen(lines)),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** A process of the engine's kind that ends by a promise nobody caught. */
async function dyingProcess(folder: string, workspace: string): Promise<void> {
  const script = join(folder, 'dying-engine.mjs')
  const reports = new URL('../../engine/crash-reports.ts', import.meta.url).href
  writeFileSync(
    script,
    `import { reportOwnCrash } from ${JSON.stringify(reports)}
reportOwnCrash('engine', () => ${JSON.stringify(workspace)})
await new Promise((resolve) => setTimeout(resolve, 1))
void Promise.reject(new Error(${JSON.stringify(everything)}))
setTimeout(() => {}, 10_000)
`,
  )
  const child = fork(script, [], { stdio: 'ignore', execArgv: [] })
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  expect(code).not.toBe(0)
}
