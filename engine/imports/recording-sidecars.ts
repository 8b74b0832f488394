import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import {
  findSidecars,
  type FoundSidecars,
  type OpenedSidecar,
  type SidecarReaders,
} from '../recordings/index.ts'
import { FileProblem, openFile, type OpenedTable } from './readers/index.ts'
import { isTooDeep } from '../json-depth.ts'
import { flattenRecord } from './readers/json/flatten-record.ts'
import { isObject } from './readers/json/record-list.ts'
import { fileProblem, fromSystemError } from './readers/file-problems.ts'
import { createTextDecoding, detectEncoding } from './readers/text-decoding.ts'
import { columnValues } from './recognise/column-values.ts'
import { decideMoment } from './recognise/decide-moment.ts'
import { instantReader } from './values/moments.ts'
import { isNoStatement } from './values/no-statement.ts'
import { isPlaceholderAgent, isTemplateText } from './values/placeholders.ts'

interface SidecarOptions {
  timeZone: string
  /** Where files lie that were given under another name, such as uploads. */
  realPaths?: ReadonlyMap<string, string>
  signal?: AbortSignal
}

/**
 * What files beside recordings say of them, read as exports are: encodings, workbooks, JSON behind wrappers, dates decided over all
 * sidecars of the batch. `otherPaths` are the files given with the recordings. Throws the signal's reason when aborted, nothing else.
 */
export function findRecordingSidecars(
  audioPaths: readonly string[],
  otherPaths: readonly string[],
  { timeZone, realPaths, signal }: SidecarOptions,
): Promise<FoundSidecars> {
  const atItsPlace = async <Result>(
    path: string,
    read: (realPath: string) => Promise<Result>,
  ): Promise<Result> => {
    const realPath = realPaths?.get(path) ?? path
    try {
      return await read(realPath)
    } catch (error) {
      const known = fromSystemError(error, path)
      if (!(known instanceof FileProblem)) throw known
      throw new FileProblem(
        known.code,
        known.message.replace(basename(realPath), () => basename(path)),
      )
    }
  }
  const readers: SidecarReaders = {
    open: (path) => atItsPlace(path, (realPath) => open(realPath, path, signal)),
    sizeOf: (path) => atItsPlace(path, async (realPath) => (await stat(realPath)).size),
    readMoments: (texts) => readMoments(texts, timeZone),
    statesNothing: (cell) => isNoStatement(cell) || isTemplateText(cell),
    namesNobody: isPlaceholderAgent,
  }
  return findSidecars(audioPaths, otherPaths, readers, signal)
}

async function open(path: string, name: string, signal: AbortSignal | undefined): Promise<OpenedSidecar> {
  const opened = await openFile(path)
  if (opened.form === 'transcripts') return { form: 'transcripts', count: opened.transcripts.length }
  const tables = opened.form === 'table' ? opened.tables.map((table) => tableOf(table, signal)) : []
  const object = opened.form === 'document' ? opened.document : isJson(name) ? await readObject(path) : null
  return isObject(object)
    ? { form: 'record', record: flattenRecord(object), tables }
    : { form: 'table', tables }
}

function tableOf(
  table: OpenedTable,
  signal: AbortSignal | undefined,
): Extract<OpenedSidecar, { form: 'table' }>['tables'][number] {
  return {
    columns: table.columns,
    sample: table.sample,
    rows: async (onRow) => {
      await table.rows((batch) => batch.rows.forEach(onRow), signal ? { signal } : {})
    },
  }
}

/**
 * The one JSON object of a file, with the fields beside a list that a table of its records would leave out; null for anything else. The
 * file was opened before, so it is small enough, and no deeper than records are.
 */
async function readObject(path: string): Promise<unknown> {
  const bytes = await readFile(path)
  const detected = detectEncoding(bytes.subarray(0, 1 << 16))
  const decoding = createTextDecoding(detected)
  const text = decoding.decode(bytes.subarray(detected.byteOrderMarkLength)) + decoding.end()
  try {
    const value: unknown = JSON.parse(text)
    if (isTooDeep(value)) throw fileProblem('too-deep', path)
    return value
  } catch (error) {
    // JSON lines are no JSON; they were opened as a table
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Reads moments as a column of them: how they are written is decided over all. Sidecars of several systems write them in several ways,
 * so counts, dates in words or with the year first, and numeric dates are columns of their own.
 */
function readMoments(texts: readonly string[], timeZone: string): (number | null)[] {
  const instants = new Map<string, number>()
  for (const alike of Map.groupBy(texts, shapeOf).values()) {
    const decision = decideMoment(columnValues(alike), timeZone, false)
    // an order that is only assumed is not good enough for when a call was
    if (!decision || decision.assumption !== null) continue
    const read = instantReader(decision.order, timeZone)
    for (const text of alike) {
      const instant = read(text)
      if (Number.isFinite(instant)) instants.set(text, instant)
    }
  }
  return texts.map((text) => instants.get(text) ?? null)
}

function shapeOf(text: string): string {
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return `count of ${text.replace(/[.,].*/, '').length}`
  return /^\d{1,2}\D/.test(text) ? 'numeric' : 'year first or words'
}

function isJson(name: string): boolean {
  return extname(name).toLowerCase() === '.json'
}
