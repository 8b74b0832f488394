import { stat } from 'node:fs/promises'
import { plural, t } from '#speech'
import type { FilePreview, FileToImport, ParsedPreview, TablePreview } from '../../shared/contract/imports.ts'
import { formatSeconds } from '../../shared/domain/format.ts'
import type { Mapping } from '../../shared/domain/import-kinds.ts'
import { redact } from '../language/index.ts'
import { asProblem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { identifyFile } from './file-identity.ts'
import { findImportOfFile } from './imports.store.ts'
import { FileProblem, openFile, type OpenedFile, type OpenedTable } from './readers/index.ts'
import { recogniseDocument } from './recognise/index.ts'
import { previewRows } from './rows/index.ts'
import { shownName, withShownName } from './shown-name.ts'
import { defaultSourceName } from './source-name.ts'
import { chooseMapping, LEAST_CONFIDENCE } from './table-mapping.ts'

const PREVIEW_ROWS = 20

/** What a file is and how it would be read, without importing anything. A file that cannot be read says so in `error`. */
export async function inspectFile(
  database: ReadableDatabase,
  place: { path: string; name: string },
  request: FileToImport,
): Promise<FilePreview> {
  const source = request.source ?? null
  const empty: FilePreview = {
    file: shownName(place.name),
    reference: request.reference,
    bytes: 0,
    format: null,
    source: source ?? defaultSourceName(place.name),
    tables: [],
    contents: null,
    isRecording: false,
    importedBefore: null,
    error: null,
  }
  try {
    const bytes = (await stat(place.path)).size
    const { sha256 } = await identifyFile(place.path)
    const opened = await openFile(place.path)
    const described = describe(database, opened, place.name, request)
    return {
      ...empty,
      bytes,
      format: opened.format,
      importedBefore: findImportOfFile(database, sha256) ?? null,
      ...described,
    }
  } catch (error) {
    const sentence = error instanceof FileProblem ? error.message : asProblem(error)?.message
    if (sentence === undefined) throw error
    return { ...empty, error: withShownName(sentence, place.name) }
  }
}

function describe(
  database: ReadableDatabase,
  opened: OpenedFile,
  name: string,
  request: FileToImport,
): Partial<FilePreview> {
  if (opened.form === 'transcripts') {
    const { transcripts } = opened
    const turns = transcripts.reduce((sum, transcript) => sum + transcript.segments.length, 0)
    const vendor = transcripts.find((transcript) => transcript.vendor !== 'unknown')?.vendor ?? null
    const said = t`${plural({ transcripts: transcripts.length }, { one: 'One transcript', other: '# transcripts' })}, ${plural({ turns }, { one: '# turn', other: '# turns' })}`
    return {
      ...(vendor && !request.source && { source: vendor }),
      contents: vendor ? `${said} (${vendor})` : said,
    }
  }
  if (opened.form === 'recording') {
    const { durationMs, channelCount: channels, format } = opened
    return {
      isRecording: true,
      ...(!request.source && { source: 'Recordings' }),
      contents:
        durationMs === null
          ? t`A recording, ${plural({ channels }, { one: 'one channel', other: '# channels' })} (${{ format }})`
          : t`A recording, ${{ length: formatSeconds(durationMs / 1000) }}, ${plural({ channels }, { one: 'one channel', other: '# channels' })} (${{ format }})`,
    }
  }
  if (opened.form === 'document') {
    const recognised = recogniseDocument(opened.document)
    if (!recognised) return { error: t`Debrief could not tell what "${{ name: shownName(name) }}" holds.` }
    const evaluations = recognised.facts.length
    const maker = recognised.vendor ?? t`unknown maker`
    return {
      ...(recognised.vendor && !request.source && { source: recognised.vendor }),
      contents: t`${plural({ evaluations }, { one: 'One evaluation', other: '# evaluations' })} (${{ maker }})`,
    }
  }
  const tables = opened.tables.map((table) => previewTable(database, table, name, request))
  const vendor = tables.find((table) => table.vendor !== null)?.vendor
  return { tables, ...(vendor && !request.source && { source: vendor }) }
}

function previewTable(
  database: ReadableDatabase,
  table: OpenedTable,
  name: string,
  request: FileToImport,
): TablePreview {
  const given = request.mappings?.[table.name ?? '']
  const { mapping, basis, recognition } = chooseMapping(database, table, {
    fileName: name,
    source: request.source ?? null,
    timeZone: request.timeZone ?? null,
    ...(request.kind && { kind: request.kind }),
    ...(given && { given }),
  })
  const isKnown = basis !== 'recognised' || recognition.confidence >= LEAST_CONFIDENCE
  return {
    sheet: table.name,
    kind: isKnown ? mapping.kind : null,
    vendor: recognition.vendor,
    confidence: basis === 'recognised' ? recognition.confidence : 1,
    reasons: recognition.reasons,
    warnings: recognition.warnings,
    mapping,
    basis,
    columns: recognition.columns.map((column) => ({
      ...column,
      examples: column.examples.map((example) => redact(example).text),
    })),
    rows: table.sample.slice(0, PREVIEW_ROWS).map((row, index) => ({
      rowNumber: table.firstDataRow + index,
      cells: row.map((cell) => redact(cell).text),
    })),
  }
}

/** The first rows of a table read with a mapping: each cell as written and as understood. */
export async function previewMapping(
  path: string,
  sheet: string | null,
  mapping: Mapping,
): Promise<ParsedPreview> {
  const opened = await openFile(path)
  const table = opened.form === 'table' ? opened.tables.find((one) => one.name === sheet) : undefined
  if (!table) return { rows: [], problems: [t`That table is not in the file any more.`] }
  const rows = table.sample.slice(0, PREVIEW_ROWS)
  try {
    const previewed = previewRows(mapping, table.columns, rows)
    return {
      problems: [],
      rows: previewed.map(({ outcome, cells }, index) => ({
        rowNumber: table.firstDataRow + index,
        outcome: outcome.outcome,
        message:
          outcome.outcome === 'rejected'
            ? redact(outcome.rejection.message).text
            : outcome.outcome === 'skipped'
              ? outcome.why
              : null,
        cells: cells.map((cell) => ({
          raw: cell.isFreeText ? redact(cell.raw).text : cell.raw,
          parsed: cell.display === null ? null : cell.isFreeText ? redact(cell.display).text : cell.display,
          problem: cell.problem,
        })),
      })),
    }
  } catch (error) {
    return { rows: [], problems: [error instanceof Error ? error.message : String(error)] }
  }
}
