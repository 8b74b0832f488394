import { basename, extname } from 'node:path'
import { t } from '#speech'
import type { RecordingFacts } from '../recording-facts.ts'
import { audioNames } from './audio-names.ts'
import { agreeingFacts, combineFacts } from './join-facts.ts'
import { readList, type SidecarTable } from './list-of-recordings.ts'
import { readSidecarRecord, type CellJudge, type SidecarFacts, type SidecarRecord } from './sidecar-fields.ts'

/** A file beside recordings, opened. */
export type OpenedSidecar =
  | { form: 'table'; tables: readonly SidecarTable[] }
  /** One JSON object: its fields at the top and one level down. */
  | { form: 'record'; record: SidecarRecord; tables: readonly SidecarTable[] }
  | { form: 'transcripts'; count: number }

/** How files and cells are read; the domain that reads exports brings it. */
export interface SidecarReaders extends CellJudge {
  /** Throws an error whose message is one sentence for a supervisor. */
  open(path: string): Promise<OpenedSidecar>
  sizeOf(path: string): Promise<number>
  /** UTC milliseconds of each text, null where it is no moment; the order of dates is decided over all of them. */
  readMoments(texts: readonly string[]): (number | null)[]
}

/** What lies beside the recordings of a batch. */
export interface FoundSidecars {
  /** By recording; those nothing tells of are not in it. */
  facts: Map<string, RecordingFacts>
  /** How many recordings each sidecar described. */
  consumed: Map<string, number>
  /** One sentence for each file that was to describe recordings and could not. */
  problems: Map<string, string>
  /** The transcript that lies beside a recording under its name; it is for the import to read. */
  transcripts: Map<string, string>
}

const LARGEST_SIDECAR_BYTES = 50 << 20
const SIDECAR_ENDINGS = new Set(['.json', '.csv', '.tsv', '.jsonl', '.ndjson', '.xlsx', '.vtt', '.srt'])

/** What one source says of a recording. `rank` 0: a file of its own, 1: a list of many. */
interface Told {
  audio: string
  path: string
  rank: 0 | 1
  told: SidecarFacts
}

/**
 * Finds what files beside recordings say of them: a file of the recording's own name, and lists (a table or JSON) in the same folder or
 * the one above, with a column that names recordings. What a recording's own file says goes before what a list says. Files are matched
 * by name only; nothing they hold is used as a path. Throws the signal's reason when aborted, nothing else.
 */
export async function findSidecars(
  audioPaths: readonly string[],
  otherPaths: readonly string[],
  readers: SidecarReaders,
  signal?: AbortSignal,
): Promise<FoundSidecars> {
  const names = audioNames(audioPaths)
  const told: Told[] = []
  const problems = new Map<string, string>()
  const transcripts = new Map<string, string>()
  for (const path of otherPaths) {
    signal?.throwIfAborted()
    if (!SIDECAR_ENDINGS.has(extname(path).toLowerCase()) || !names.isNear(path)) continue
    const owners = names.besideOf(path)
    try {
      if ((await readers.sizeOf(path)) > LARGEST_SIDECAR_BYTES) {
        problems.set(
          path,
          t`${{ file: basename(path) }} is over 50 MB and was not looked at for what it says of recordings.`,
        )
        continue
      }
      const opened = await readers.open(path)
      if (opened.form === 'transcripts') {
        if (opened.count === 1)
          for (const owner of owners) if (!transcripts.has(owner)) transcripts.set(owner, path)
        continue
      }
      const own = owners.length > 0 ? await ownRecord(opened, readers) : null
      if (own) for (const audio of owners) told.push({ audio, path, rank: 0, told: own })
      const listed = own ? 0 : await readLists(opened.tables, path)
      if (owners.length > 0 && !own && listed === 0 && !problems.has(path))
        problems.set(
          path,
          t`${{ file: basename(path) }} says nothing of its recording that Debrief knows, such as agent or start.`,
        )
    } catch (error) {
      signal?.throwIfAborted()
      // of other files the import itself says what is wrong with them
      if (owners.length > 0)
        problems.set(
          path,
          error instanceof Error ? error.message : t`${{ file: basename(path) }} cannot be read.`,
        )
    }
  }
  return { ...joined(told, readers), problems, transcripts }

  async function readLists(tables: readonly SidecarTable[], path: string): Promise<number> {
    let count = 0
    for (const table of tables) {
      const list = await readList(table, path, names)
      if (list?.problem) problems.set(path, list.problem)
      for (const [audio, records] of list?.records ?? []) {
        const facts = records.flatMap((record) => readSidecarRecord(record, readers) ?? [])
        for (const one of facts) told.push({ audio, path, rank: 1, told: one })
        if (facts.length > 0) count++
      }
    }
    return count
  }
}

/** What a file of one recording says: its fields, or the single row of its table. */
async function ownRecord(
  opened: Exclude<OpenedSidecar, { form: 'transcripts' }>,
  judge: CellJudge,
): Promise<SidecarFacts | null> {
  if (opened.form === 'record') return readSidecarRecord(opened.record, judge)
  const [table] = opened.tables
  if (!table || opened.tables.length > 1 || table.sample.length !== 1) return null
  const cells = table.sample[0]!
  return readSidecarRecord(new Map(table.columns.map((column, index) => [column, cells[index] ?? ''])), judge)
}

function joined(told: readonly Told[], readers: SidecarReaders): Pick<FoundSidecars, 'facts' | 'consumed'> {
  const texts = [...new Set(told.flatMap((one) => one.told.startText ?? []))]
  const moments = new Map(readers.readMoments(texts).map((instant, index) => [texts[index]!, instant]))
  const consumed = new Map<string, number>()
  const facts = new Map<string, RecordingFacts>()
  for (const [audio, ofOne] of Map.groupBy(told, (one) => one.audio)) {
    for (const path of new Set(ofOne.map((one) => one.path)))
      consumed.set(path, (consumed.get(path) ?? 0) + 1)
    const [surest, ...others] = [0, 1].flatMap((rank) => {
      const rows = ofOne.filter((one) => one.rank === rank)
      return rows.length === 0 ? [] : [agreeingFacts(rows.map((row) => withMoment(row.told, moments)))]
    }) as [RecordingFacts, ...RecordingFacts[]]
    facts.set(audio, combineFacts(surest, ...others))
  }
  return { facts, consumed }
}

function withMoment(
  { facts, startText }: SidecarFacts,
  moments: ReadonlyMap<string, number | null>,
): RecordingFacts {
  if (startText === null) return facts
  const startedAtMs = moments.get(startText) ?? null
  if (startedAtMs !== null) return { ...facts, startedAtMs }
  return {
    ...facts,
    warnings: [...facts.warnings, t`The start its sidecar states could not be read as a moment.`],
  }
}
