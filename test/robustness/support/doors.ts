import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '../../../engine/direct-client.ts'
import { doorPaths } from '../../../shared/domain/bridge.ts'

/** A door that serves the workspace `own` of a folder from a process of its own. */
export interface Served {
  /** Calls it as the page does. */
  client: Client
  /** Kills its process outright; resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to close; resolves when it is gone. */
  close(): Promise<void>
}

/** Doors whose processes are loaded ahead of time, so that opening one takes no longer than opening its workspace. */
export interface Doors {
  open(folder: string): Promise<Served>
  close(): Promise<void>
}

interface DoorProcess {
  say(line: string): void
  /** What the next line says that begins with this word. */
  hears(word: string): Promise<string>
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

function startProcess(bundle: string): DoorProcess {
  const child = spawn(process.execPath, [join(bundle, 'door.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC' },
  })
  const output = { text: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output.text += piece))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (output.errors += piece))
  child.stdin.on('error', () => {})
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    say: (line) => child.stdin.write(`${line}\n`),
    hears: (word) =>
      new Promise((resolve, reject) => {
        const listen = () => {
          const said = new RegExp(`^${word}\\b ?(.*)\\n`, 'm').exec(output.text)?.[1]
          if (said !== undefined) resolve(said)
        }
        child.stdout.on('data', listen)
        void ended.then(() => reject(new Error(`The door ended before it was ${word}: ${output.errors}`)))
        listen()
      }),
    async end(signal) {
      child.kill(signal)
      await ended
      if (output.errors.trim() !== '') throw new Error(`The door failed by itself: ${output.errors}`)
    },
  }
}

/** Keeps one process loaded. `bundle` is where `children-once.ts` put it. */
export function keepDoors(bundle: string): Doors {
  const started: DoorProcess[] = []
  const start = () => {
    const door = startProcess(bundle)
    started.push(door)
    return door
  }
  let next = start()
  return {
    async open(folder) {
      const door = next
      next = start()
      await door.hears('ready')
      door.say(folder)
      const link = await door.hears('open')
      const entered = await fetch(link)
      const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
      const { origin } = new URL(link)
      return {
        client: createORPCClient(new RPCLink({ url: origin + doorPaths.calls, headers: { cookie, origin } })),
        kill: () => door.end('SIGKILL'),
        close: () => door.end('SIGTERM'),
      }
    },
    async close() {
      // those too that a failed test left open
      await Promise.all(started.map((door) => door.end('SIGKILL')))
    },
  }
}

/** What the log of the workspace in a folder says went wrong unexpectedly. */
export function incidents(folder: string): string[] {
  const log = join(folder, 'own', 'debrief.log')
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('incidentId'))
}
