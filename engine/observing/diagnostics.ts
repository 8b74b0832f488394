import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '#speech'
import type { BundlePart, Diagnostics } from '../../shared/contract/diagnostics.ts'
import type { EngineContext } from '../context.ts'
import { newestVersion } from '../store/index.ts'
import { version } from '../version.ts'
import type { CallTimes } from './call-times.ts'
import { readCrashReports } from './crash-reports.ts'
import { levels } from './log-event.ts'
import { readLog, type LogLine } from './read-log.ts'
import type { Stalls } from './stalls.ts'
import { countTables } from './tables.store.ts'
import { logFiles } from './write-log.ts'

type Observed = Pick<EngineContext, 'workspaceDir' | 'read' | 'write' | 'now'> & {
  calls: CallTimes
  stalls: Stalls | null
}

const DATABASE = 'debrief.sqlite'
const MEDIA = 'media'
const MOST_WARNINGS = 50
const MOST_JOBS = 20
const MOST_LINES = 500

/** How Debrief itself does on this workspace: numbers, words of its own code, and no text of the workspace. */
export async function diagnose(observed: Observed): Promise<Diagnostics> {
  const { workspaceDir, read, write, calls, stalls } = observed
  const lines = readLog(workspaceDir)
  return {
    version,
    schema: newestVersion,
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    isReadOnly: write === null,
    sizes: {
      database: bytesOf(join(workspaceDir, DATABASE)),
      writeAhead: bytesOf(join(workspaceDir, `${DATABASE}-wal`)),
      media: bytesIn(join(workspaceDir, MEDIA)),
      log: logFiles(workspaceDir).reduce((sum, file) => sum + bytesOf(file), 0),
    },
    tables: await countTables(read),
    check: lines.flatMap(checkOf)[0] ?? null,
    failedJobs: lines.flatMap(failedJobOf).slice(0, MOST_JOBS),
    calls: calls.list(),
    longestStallMs: stalls?.longest() ?? null,
    crashes: readCrashReports(workspaceDir).map(({ incidentId, at, where, how, fault, version: of }) => ({
      incidentId,
      at,
      where,
      how,
      fault,
      version: of,
    })),
    warnings: lines
      .filter(({ event }) => levels[event.event] !== 'info')
      .slice(0, MOST_WARNINGS)
      .map(({ at, event }) => ({ at, line: JSON.stringify(event) })),
  }
}

/** All of it as text in parts, for somebody to read and to pass on if they will. */
export async function bundle(observed: Observed): Promise<{ fileName: string; parts: BundlePart[] }> {
  const { workspaceDir, now } = observed
  const found = await diagnose(observed)
  const { version: of, schema, node, platform, isReadOnly, sizes, check } = found
  const asText = (value: unknown) => JSON.stringify(value, null, 2)
  const asLines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')
  return {
    fileName: `debrief-diagnostics-${new Date(now()).toISOString().slice(0, 10)}.json`,
    parts: [
      {
        id: 'program',
        title: t`Program and sizes`,
        text: asText({ version: of, schema, node, platform, isReadOnly, sizes, check }),
      },
      { id: 'tables', title: t`Rows in each table`, text: asLines(found.tables) },
      { id: 'jobs', title: t`Jobs that failed`, text: asLines(found.failedJobs) },
      { id: 'calls', title: t`How long calls took`, text: asLines(found.calls) },
      { id: 'crashes', title: t`Crashes`, text: asLines(found.crashes) },
      {
        id: 'log',
        title: t`The end of the log`,
        text: asLines(readLog(workspaceDir).slice(0, MOST_LINES).map(shown)),
      },
    ],
  }
}

function shown({ at, event }: LogLine): unknown {
  return { at: new Date(at).toISOString(), level: levels[event.event], ...event }
}

function checkOf({ at, event }: LogLine): NonNullable<Diagnostics['check']>[] {
  return event.event === 'checked' ? [{ at, problems: event.problems }] : []
}

function failedJobOf({ at, event }: LogLine): Diagnostics['failedJobs'] {
  if (event.event === 'job-refused') return [{ at, job: event.job, kind: event.kind, code: event.code }]
  if (event.event !== 'job-failed') return []
  return [{ at, job: event.job, kind: event.kind, code: `INTERNAL ${event.incidentId}` }]
}

function bytesOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

/** Of all files in a folder and below; one that goes meanwhile counts nothing. */
function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + bytesOf(join(parentPath, name)), 0)
}
