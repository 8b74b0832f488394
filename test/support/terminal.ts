import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { run } from '../../cli/run.ts'

const root = join(import.meta.dirname, '..', '..')

/** The command line as it is built, which starts three times as fast as the sources. */
export const builtTerminal = join(root, 'dist', 'host', 'debrief.js')

export interface Ended {
  exitCode: number | null
  stdout: string
  stderr: string
}

interface TerminalOptions {
  /** Where the person stands. */
  standsIn: string
  input?: string
  env?: Record<string, string>
}

/** Runs `debrief` with these arguments in a process of its own. */
export function debrief(args: string[], { standsIn, input, env }: TerminalOptions): Promise<Ended> {
  const child = spawn(process.execPath, [builtTerminal, ...args], {
    cwd: root,
    env: { ...process.env, XDG_DATA_HOME: join(standsIn, 'data'), ...env, INIT_CWD: standsIn },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece))
  child.stdin.end(input ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

/** Runs a command line in this process, for what needs no process of its own. */
export async function runHere(args: string[], standsIn: string): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  const exitCode = await run(args, {
    write: async (text) => void (stdout += text),
    note: (line) => (stderr += `${line}\n`),
    isWatched: false,
    resolve: (path) => resolve(standsIn, path),
    env: { XDG_DATA_HOME: join(standsIn, 'data') },
  })
  return { exitCode, stdout, stderr }
}

/** `debrief serve` or `npm start` while it runs. */
export interface Serving {
  /** Everything on standard output until the door was open. */
  stdout: string
  url: string
  /** Sends the signal; resolves to the exit code. */
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null>
}

/** Runs a script that opens the loopback door until it has printed its link. */
export function startServing(script: string, args: string[], standsIn: string): Promise<Serving> {
  const env = { ...process.env, XDG_DATA_HOME: join(standsIn, 'data'), INIT_CWD: standsIn, CI: 'true' }
  Reflect.deleteProperty(env, 'DISPLAY')
  Reflect.deleteProperty(env, 'WAYLAND_DISPLAY')
  const child = spawn(process.execPath, [join(root, 'cli', script), ...args], { cwd: root, env })
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece))
  return new Promise((opened, failed) => {
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    void ended.then((code) => failed(new Error(`${script} ended with ${code}: ${stderr}`)))
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece
      const url = /http:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]+/.exec(stdout)?.[0]
      if (!url || !stdout.endsWith('\n')) return
      const stop = (signal: 'SIGINT' | 'SIGTERM') => {
        child.kill(signal)
        return ended
      }
      opened({ stdout, url, stop })
    })
  })
}
