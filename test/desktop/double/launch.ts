import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { Deed } from './app.ts'
import type { Report } from './report.ts'

/** The built shell, run by Node over the double of Electron, with its page attached. */
export interface RunningDouble {
  page: Page
  reports: Report[]
  /** What went wrong in the page: errors and messages of the console. */
  pageErrors: string[]
  /** Resolves with the first report of this type, already there or still to come. */
  reported<Type extends Report['type']>(type: Type): Promise<Extract<Report, { type: Type }>>
  /** Has the system, or a person, do something. */
  make(deed: Deed): void
  /** Resolves to the exit code once the shell has ended by itself. */
  ended: Promise<number | null>
  /** Quits as a person does; resolves to the exit code. */
  quit(): Promise<number | null>
}

/** Starts `dist/main/main.js` under `appFolder` with a workspace and application-data folder of the test's own. */
export async function launchDouble(
  appFolder: string,
  env: Record<string, string>,
  asked: readonly string[] = [],
): Promise<RunningDouble> {
  const register = join(import.meta.dirname, 'register.ts')
  const child = fork(join(appFolder, 'dist', 'main', 'main.js'), asked, {
    execArgv: ['--import', register],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const reports: Report[] = []
  const output: string[] = []
  child.stdout?.on('data', (piece) => output.push(String(piece)))
  child.stderr?.on('data', (piece) => output.push(String(piece)))
  child.on('message', (message) => reports.push(message as Report))
  const reported = waitFor(child, reports, output)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const { debuggingUrl } = await reported('ready')
  await reported('window')
  const page = await attach(debuggingUrl).catch(async (error: unknown) => {
    // a shell that ends while it is attached to says why itself; what the connection says of it differs by the moment
    if (await endsSoon(child)) throw new Error(`The shell ended with ${child.exitCode}: ${output.join('')}`)
    throw error
  })
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()))
  return {
    page,
    reports,
    pageErrors,
    reported,
    make: (deed) => void child.send(deed),
    ended,
    quit() {
      child.send({ do: 'quit' } satisfies Deed)
      return ended
    },
  }
}

function waitFor(child: ChildProcess, reports: Report[], output: string[]): RunningDouble['reported'] {
  return (type) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = reports.find((one) => one.type === type)
        if (found) resolve(found as Extract<Report, { type: typeof type }>)
        return found !== undefined
      }
      if (look()) return
      child.on('message', look)
      child.once('exit', (code) =>
        reject(new Error(`The shell ended with ${code} before "${type}": ${output.join('')}`)),
      )
    })
}

function endsSoon(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true)
  return new Promise((resolve) => {
    const waited = setTimeout(() => resolve(false), 5000)
    child.once('exit', () => {
      clearTimeout(waited)
      resolve(true)
    })
  })
}

async function attach(debuggingUrl: string): Promise<Page> {
  const browser: Browser = await chromium.connectOverCDP(debuggingUrl)
  for (let tries = 0; tries < 200; tries++) {
    const page = browser.contexts().flatMap((context) => context.pages())[0]
    if (page) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The shell opened no page.')
}
