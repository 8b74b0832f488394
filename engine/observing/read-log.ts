import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { levels, logEvent, type LogEvent } from './log-event.ts'
import { logFiles } from './write-log.ts'

/** A line of the log as it was written. */
export interface LogLine {
  /** Milliseconds UTC. */
  at: number
  event: LogEvent
}

/** So much of the end of the log is looked at, that a page of it comes at once. */
const LOOKED_AT_BYTES = 512 * 1024

/** The newest lines, newest first. A line that is torn or holds anything the log may not tell is passed over. */
export function readLog(workspaceDir: string): LogLine[] {
  return logFiles(workspaceDir)
    .slice(0, 2)
    .flatMap((file) => endOf(file).split('\n').toReversed())
    .flatMap(lineOf)
}

function lineOf(text: string): LogLine[] {
  if (text === '') return []
  try {
    const { at, level, ...rest } = z
      .looseObject({ at: z.iso.datetime(), level: z.string() })
      .parse(JSON.parse(text))
    const event = logEvent.parse(rest)
    return levels[event.event] === level ? [{ at: Date.parse(at), event }] : []
  } catch {
    return []
  }
}

function endOf(file: string): string {
  if (!existsSync(file)) return ''
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const length = Math.min(size, LOOKED_AT_BYTES)
    const bytes = Buffer.alloc(length)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, size - length))
  } finally {
    closeSync(handle)
  }
}
