import './require-node.cjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Client } from '../engine/direct-client.ts'
import { defaultWorkspaceDir } from '../engine/index.ts'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { fetchElectron } from '../scripts/electron-binary.ts'
import { sentenceOf, UsageError } from './errors.ts'
import { openBrowser } from './open-browser.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import { policyOfThisMachine, refuseWhereOff } from './machine.ts'
import { openLoopbackDoor } from './serve.ts'
import { wholeNumber } from './terminal/options.ts'
import { processTerminal, type Terminal } from './terminal/terminal.ts'
import { workspaceFolder } from './workspace-folder.ts'

/** How long Electron may take to be fetched before the browser is used instead. */
const FETCH_MS = 10_000
/** An Electron that ends with an error within this time never showed a window. */
const FIRST_SECONDS_MS = 5000
/** When the page opens at the latest after the start, whether the sample is finished or still shows its progress. */
const OPEN_BY_MS = 15_000

const root = join(import.meta.dirname, '..')

interface StartOptions {
  workspace: string
  /** Named by the person; the usual one gives way to the sample until it has been made. */
  isChosen: boolean
  sample: string
  port: number | undefined
  isBrowserWanted: boolean
}

function readOptions(terminal: Terminal, policy: MachinePolicy): StartOptions {
  const values = parseOptions({
    workspace: { type: 'string' },
    port: { type: 'string' },
    browser: { type: 'boolean' },
  })
  const chosen = values.workspace ?? (terminal.env['DEBRIEF_WORKSPACE'] || undefined)
  const workspace = workspaceFolder(chosen, terminal, policy)
  return {
    workspace,
    isChosen: chosen !== undefined,
    sample: defaultWorkspaceDir('sample', terminal.env),
    port: wholeNumber('--port', values.port),
    isBrowserWanted: values.browser === true,
  }
}

function parseOptions<const Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Sets up what is missing and opens Debrief: the desktop app where it can be had, else the page in the browser. */
async function start(terminal: Terminal): Promise<void> {
  const policy = policyOfThisMachine(terminal)
  if (policy === null) process.exit(1)
  const options = readOptions(terminal, policy)
  const whenBuilt = ensureBuilt()
  // Its failure is thrown where it is awaited, whatever comes first.
  whenBuilt.catch(() => {})
  const desktop = await findDesktop(options)
  const why = typeof desktop === 'string' ? await runDesktop(desktop, options, whenBuilt) : desktop.why
  if (why !== null) await openInBrowser(terminal, options, whenBuilt, why, policy)
}

/** Electron's program, or why there is none. */
async function findDesktop({ isBrowserWanted }: StartOptions): Promise<string | { why: string }> {
  if (isBrowserWanted) return { why: 'As you wish' }
  if (!hasDisplay()) return { why: 'There is no display for the desktop app' }
  return (
    (await fetchElectron(FETCH_MS)) ?? {
      why: 'The desktop app (Electron) could not be fetched in 10 seconds',
    }
  )
}

function hasDisplay(): boolean {
  const needsServer = process.platform !== 'darwin' && process.platform !== 'win32'
  return !needsServer || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** Runs the desktop app until it is closed: null; or why it did not come up. */
async function runDesktop(
  program: string,
  { workspace, isChosen }: StartOptions,
  whenBuilt: Promise<unknown>,
): Promise<string | null> {
  await whenBuilt
  const startedAt = Date.now()
  const env = { ...process.env, ...(isChosen ? { DEBRIEF_WORKSPACE: workspace } : {}) }
  const app = spawn(program, [root], { stdio: ['ignore', 'inherit', 'ignore'], env })
  return new Promise((resolve) => {
    app.once('error', () => resolve('The desktop app could not be started'))
    app.once('exit', (code) => {
      const isShown = code === 0 || Date.now() - startedAt > FIRST_SECONDS_MS
      resolve(isShown ? null : 'The desktop app could not be started')
    })
  })
}

async function openInBrowser(
  terminal: Terminal,
  options: StartOptions,
  whenBuilt: Promise<unknown>,
  why: string,
  machinePolicy: MachinePolicy,
): Promise<void> {
  refuseWhereOff(machinePolicy)
  const door = await openLoopbackDoor({
    folders: { own: options.workspace, sample: options.sample },
    first: options.isChosen || existsSync(options.workspace) ? 'own' : 'sample',
    port: options.port,
    whenBuilt,
    machinePolicy,
  })
  if (door.isOpen()) await sampleIsReady(door.client())
  await terminal.write(`${why}, so Debrief opens in the browser: ${door.url} (Ctrl-C stops it)\n`)
  openBrowser(door.url)
  await door.stopped
}

/** Waits until no sample is being made, or until it is time to open anyway. */
async function sampleIsReady(client: Client): Promise<void> {
  // a locked workspace says nothing of its jobs; the page asks for its passphrase
  if ((await client.protection.status()).state === 'locked') return
  for (;;) {
    const jobs = await client.jobs.list()
    const isBusy = jobs.some(
      ({ kind, state }) => kind === 'sample' && (state === 'queued' || state === 'running'),
    )
    if (!isBusy || performance.now() > OPEN_BY_MS) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const terminal = processTerminal()
try {
  await start(terminal)
  process.exit(0)
} catch (error) {
  terminal.note(sentenceOf(error))
  if (terminal.env['DEBRIEF_DEBUG'] && error instanceof Error) terminal.note(error.stack ?? '')
  if (error instanceof UsageError)
    terminal.note('Usage: npm start -- [--workspace DIR] [--port N] [--browser]')
  process.exit(error instanceof UsageError ? 2 : 1)
}
