import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { analyzeNew } from '../../engine/conversations/index.ts'
import { importFiles } from '../../engine/imports/index.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../shared/domain/import-kinds.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** What a person would say of a file beside its content. */
export interface SaidOfFile {
  kind?: ImportKind
  source?: string
  mapping?: Mapping
}

/** A real engine on a workspace of its own, with short ways to fill it. Days are those of UTC unless told otherwise. */
export interface TestWorkspace {
  folder: string
  engine: Engine
  client: Client
  /** The clock the engine sees. */
  clock: { now: number }
  /** Imports one file and fails where a row of it is not taken. */
  take(name: string, content: string, said?: SaidOfFile): Promise<ImportReport>
  /** Imports many files at once, as those of one folder, and fails where a row of any is not taken. */
  takeAll(files: readonly { name: string; content: string }[], said?: SaidOfFile): Promise<ImportReport[]>
  /** Imports one file, whatever becomes of its rows. */
  tryTaking(name: string, content: string, said?: SaidOfFile): Promise<ImportReport>
  analyze(): Promise<{ read: number }>
  close(): Promise<void>
}

/** Opens a new workspace in a temporary folder. */
export async function openWorkspace(timeZone = 'UTC'): Promise<TestWorkspace> {
  const folder = makeTemporaryFolder()
  const clock = { now: Date.UTC(2026, 2, 30, 12) }
  const engine = await createEngine({
    workspace: join(folder, 'workspace'),
    takesPaths: true,
    now: () => clock.now,
  })
  const client = directClient(engine)
  await client.workspace.setPreferences({ timeZone })
  const takeFiles = (files: readonly { name: string; content: string }[], said: SaidOfFile = {}) => {
    const { kind, source, mapping } = said
    const orders = files.map(({ name, content }) => {
      const path = join(folder, 'files', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return {
        path,
        name,
        keptPath: path,
        timeZone: 'UTC',
        ...(kind && { kind }),
        ...(source && { source }),
        ...(mapping && { mappings: { '': mapping } }),
      }
    })
    return importFiles(engine.context, orders, {})
  }
  const takeAll: TestWorkspace['takeAll'] = async (files, said) => {
    const reports = await takeFiles(files, said)
    for (const [at, report] of reports.entries())
      if (report.error !== null || report.rows.quarantined > 0)
        throw new Error(`${files[at]!.name}: ${JSON.stringify(report)}`)
    return reports
  }
  return {
    folder,
    engine,
    client,
    clock,
    takeAll,
    tryTaking: async (name, content, said) => (await takeFiles([{ name, content }], said))[0]!,
    take: async (name, content, said) => (await takeAll([{ name, content }], said))[0]!,
    analyze: () => analyzeNew(engine.context),
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The text of a CSV file: a row for each object, columns in the order they first appear. */
export function csv(rows: readonly Record<string, string | number | null | undefined>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : /[",\n]/.test(String(value))
        ? `"${String(value).replaceAll('"', '""')}"`
        : String(value)
  return (
    [
      columns.map(cell).join(','),
      ...rows.map((row) => columns.map((column) => cell(row[column])).join(',')),
    ].join('\n') + '\n'
  )
}

/** One turn: who, from when to when (milliseconds), what. */
export type Turn = [role: 'AGENT' | 'CUSTOMER', beginMs: number, endMs: number, text: string]

/** A conversation as Contact Lens exports it. */
export function contactLens(
  contactId: string,
  turns: readonly Turn[],
  more: { channel?: 'VOICE' | 'CHAT'; language?: string } = {},
): string {
  return JSON.stringify({
    Version: '1.1.0',
    Channel: more.channel ?? 'VOICE',
    LanguageCode: more.language ?? 'en-US',
    JobStatus: 'COMPLETED',
    CustomerMetadata: { ContactId: contactId },
    Participants: [
      { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
      { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
    ],
    Transcript: turns.map(([role, begin, end, text], index) => ({
      Id: `t${index}`,
      ParticipantId: role,
      Content: text,
      BeginOffsetMillis: begin,
      EndOffsetMillis: end,
      Sentiment: 'NEUTRAL',
    })),
  })
}
