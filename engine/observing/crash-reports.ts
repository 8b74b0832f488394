import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fault } from '../../shared/domain/fault-shape.ts'
import { faultOf } from '../../shared/domain/fault.ts'
import { version } from '../version.ts'

/** Beside the log, in the folder of the workspace. */
const FOLDER = 'crashes'
const MOST_REPORTS = 20
/** A process beats every few seconds while it lives. */
const KNOWN_WITHIN_MS = 60_000

const crashReport = z.strictObject({
  incidentId: z.string().regex(/^[0-9a-f]{8}$/),
  /** Milliseconds UTC. */
  at: z.int(),
  where: z.enum(['engine', 'transcriber', 'main', 'page']),
  /** Something was thrown that nobody caught, or the process was gone without a word: killed, or out of memory. */
  how: z.enum(['thrown', 'ended']),
  fault: fault.nullable(),
  /** Of the process that ended; null where it is not known. */
  pid: z.int().nullable(),
  version: z.string().regex(/^[\w.-]{1,40}$/),
  platform: z.string().regex(/^[a-z0-9]+-[a-z0-9_]+$/),
})
/** What is kept of a crash: on this computer only, and no message of an error. */
export type CrashReport = z.infer<typeof crashReport>

type Crash = Pick<CrashReport, 'where' | 'how' | 'fault' | 'pid'> & { at?: number }

/** Writes a report and removes all but the last 20; gives its number. One that cannot be written stops nothing. */
export function writeCrashReport(workspaceDir: string, { at = Date.now(), ...crash }: Crash): string {
  const incidentId = randomUUID().slice(0, 8)
  const report = { incidentId, at, ...crash, version, platform: `${process.platform}-${process.arch}` }
  try {
    const folder = join(workspaceDir, FOLDER)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${incidentId}.json`
    writeFileSync(join(folder, name), `${JSON.stringify(report)}\n`, { mode: 0o600, flag: 'wx' })
    const names = reportsIn(folder)
    for (const old of names.slice(0, Math.max(0, names.length - MOST_REPORTS)))
      rmSync(join(folder, old), { force: true })
  } catch {
    // a full disk or a read-only folder
  }
  return incidentId
}

/** Keeps that an engine was gone without a word, unless it or whoever saw it end said so; gives the report's number, null where there was one. */
export function reportLeftBehind(workspaceDir: string, left: { pid: number; at: number }): string | null {
  const isKnown = readCrashReports(workspaceDir).some(
    ({ pid, at }) => pid === left.pid && at >= left.at - KNOWN_WITHIN_MS,
  )
  if (isKnown) return null
  return writeCrashReport(workspaceDir, { where: 'engine', how: 'ended', fault: null, ...left })
}

/** The reports, newest first; what is torn or holds anything else is passed over. */
export function readCrashReports(workspaceDir: string): CrashReport[] {
  const folder = join(workspaceDir, FOLDER)
  return reportsIn(folder)
    .toReversed()
    .flatMap((name) => {
      try {
        return [crashReport.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))]
      } catch {
        return []
      }
    })
}

/** Removes the report of this number, or all of them where it is null, torn ones too; gives how many. */
export function removeCrashReports(workspaceDir: string, incidentId: string | null): number {
  const folder = join(workspaceDir, FOLDER)
  const gone = reportsIn(folder).filter((name) => incidentId === null || name.endsWith(`-${incidentId}.json`))
  for (const name of gone) rmSync(join(folder, name), { force: true })
  return gone.length
}

function reportsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-[\dTZ-]+-[0-9a-f]{8}\.json$/.test(name))
      .toSorted()
  } catch {
    return []
  }
}

/**
 * Writes a report of whatever this process does not survive, before it ends as it would have; the folder is asked for at that moment, null where
 * there is none. Call the answer to stop.
 */
export function reportOwnCrash(where: 'engine' | 'main', workspaceDir: () => string | null): () => void {
  const report = (error: unknown) => {
    const folder = workspaceDir()
    if (folder !== null)
      writeCrashReport(folder, { where, how: 'thrown', fault: faultOf(error), pid: process.pid })
  }
  process.on('uncaughtExceptionMonitor', report)
  return () => void process.off('uncaughtExceptionMonitor', report)
}
