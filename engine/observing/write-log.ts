import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { levels, logEvent, type Log, type LogEvent } from './log-event.ts'

/** The log's name in the folder of a workspace; older parts have `.1` to `.4` after it. */
export const LOG_NAME = 'debrief.log'
/** A log this large makes way for a new one. */
export const LARGEST_BYTES = 2 * 1024 * 1024
/** The log and its older parts. */
export const MOST_FILES = 5
const DAY_MS = 86_400_000
/** A log is closed after a week and kept for another: no line gets older than two. */
const LONGEST_MS = 7 * DAY_MS
const LOOK_EVERY_MS = 3_600_000

/** The log and its older parts, the newest first, whether or not they are there. */
export function logFiles(workspaceDir: string): string[] {
  const file = join(workspaceDir, LOG_NAME)
  return Array.from({ length: MOST_FILES }, (_, age) => (age === 0 ? file : `${file}.${age}`))
}

/**
 * The log of a workspace: one JSON object per line with its moment and level, readable by its owner only. By size and age it makes way for a new
 * one. A log that cannot be written is given up without a word: it must never be what stops the work.
 */
export function writeLog(workspaceDir: string, now: () => number = Date.now): Log {
  const files = logFiles(workspaceDir)
  const file = files[0]!
  let lookedAt: number | null = null
  return (event) => {
    try {
      const at = now()
      if (lookedAt === null || at - lookedAt >= LOOK_EVERY_MS) {
        makeWayByAge(files, at)
        lookedAt = at
      }
      if (existsSync(file) && statSync(file).size > LARGEST_BYTES) makeWay(files)
      appendFileSync(file, `${endingBefore(file)}${lineOf(event, at)}\n`, { mode: 0o600 })
    } catch {
      // Read-only folder or full disk: the caller's own error says so.
    }
  }
}

/** The event as a line. What types let through by a cast is looked at once more: where it does not fit, only that is told. */
function lineOf(event: LogEvent, at: number): string {
  const fitting = logEvent.safeParse(event)
  const told: LogEvent = fitting.success ? fitting.data : { event: 'left-out' }
  return JSON.stringify({ at: new Date(at).toISOString(), level: levels[told.event], ...told })
}

function makeWay(files: readonly string[]): void {
  for (let age = files.length - 1; age > 0; age--)
    if (existsSync(files[age - 1]!)) renameSync(files[age - 1]!, files[age]!)
}

function makeWayByAge(files: readonly string[], at: number): void {
  for (const old of files.slice(1))
    if (existsSync(old) && at - statSync(old).mtimeMs > LONGEST_MS) rmSync(old, { force: true })
  const first = firstLine(files[0]!)
  if (first === null) return
  const begun = /^\{"at":"([^"]{24})","level":"[a-z]+","event":/.exec(first)?.[1]
  // a log of before this form may quote what errors said
  if (begun === undefined) rmSync(files[0]!, { force: true })
  else if (at - Date.parse(begun) > LONGEST_MS) makeWay(files)
}

/** A process that ended in the midst of a line must not spoil the one after it. */
function endingBefore(file: string): '' | '\n' {
  if (!existsSync(file)) return ''
  return read(file, (size) => ({ from: size - 1, length: 1 })) === '\n' ? '' : '\n'
}

function firstLine(file: string): string | null {
  if (!existsSync(file) || statSync(file).size === 0) return null
  return read(file, () => ({ from: 0, length: 200 }))
}

function read(file: string, where: (size: number) => { from: number; length: number }): string {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size === 0) return '\n'
    const { from, length } = where(size)
    const bytes = Buffer.alloc(length)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, from))
  } finally {
    closeSync(handle)
  }
}
