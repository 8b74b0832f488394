import { t } from '#speech'
import { fileProblem } from '../file-problems.ts'
import { createRowDelivery } from '../row-batches.ts'
import { lookedAtRows, shapeOf, type TableShape } from '../table-shape.ts'
import type { FileState } from '../text-chunks.ts'
import type { OnRowBatch, OpenedTable, OpenedTables, ReadRowsOptions, RowsRead } from '../types.ts'
import { readSheetRows, type SheetContext } from './sheet-rows.ts'
import { openArchive, usualLimits, type ArchiveLimits, type WorkbookArchive } from './workbook-archive.ts'
import {
  readSharedStrings,
  readWorkbookParts,
  type WorkbookParts,
  type WorkbookSheet,
} from './workbook-parts.ts'

/**
 * Opens an .xlsx workbook: one table per worksheet that holds rows, in the workbook's order. Formulas are
 * never evaluated. Throws FileProblem for archive bombs, torn and damaged archives, other office files and
 * archives, and 'no-rows' when no sheet has any.
 */
export async function openXlsx(file: FileState, limits: ArchiveLimits = usualLimits): Promise<OpenedTables> {
  const archive = await openArchive(file, limits)
  try {
    refuseOtherArchives(archive, file.path)
    const parts = await readWorkbookParts(archive, file.path)
    const context = await sheetContext(archive, parts, file, limits)
    const tables: OpenedTable[] = []
    let hasHeaderOnly = false
    for (const sheet of parts.sheets) {
      const shape = await sheetShape(archive, sheet, context)
      if (shape === null) continue
      if (shape.sample.length === 0) hasHeaderOnly = true
      else tables.push(openedSheet(file, limits, sheet, shape))
    }
    if (tables.length === 0) throw fileProblem(hasHeaderOnly ? 'no-rows' : 'empty', file.path)
    return {
      form: 'table',
      format: 'xlsx',
      details: {
        encoding: null,
        hasByteOrderMark: false,
        delimiter: null,
        hiddenSheets: tables.flatMap((table) => (table.isHidden && table.name !== null ? [table.name] : [])),
        recordPath: null,
      },
      tables,
    }
  } finally {
    archive.close()
  }
}

function openedSheet(
  file: FileState,
  limits: ArchiveLimits,
  sheet: WorkbookSheet,
  shape: TableShape,
): OpenedTable {
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    ...shape,
    rows: (onBatch, options) => readRows(file, limits, sheet, shape, onBatch, options),
  }
}

async function readRows(
  file: FileState,
  limits: ArchiveLimits,
  sheet: WorkbookSheet,
  shape: TableShape,
  onBatch: OnRowBatch,
  options: ReadRowsOptions = {},
): Promise<RowsRead> {
  const archive = await openArchive(file, limits)
  try {
    const parts = await readWorkbookParts(archive, file.path)
    const context = await sheetContext(archive, parts, file, limits)
    const delivery = createRowDelivery(onBatch, {
      columnCount: shape.columns.length,
      firstDataRow: shape.firstDataRow,
      reportsWidth: false,
    })
    await readSheetRows(archive.read(sheet.partName, options), context, (firstRowNumber, rows) => {
      const waiting = delivery.deliver(firstRowNumber, rows)
      return waiting === undefined ? true : waiting.then(() => true)
    })
    options.onProgress?.(1)
    return delivery.result()
  } finally {
    archive.close()
  }
}

async function sheetContext(
  archive: WorkbookArchive,
  parts: WorkbookParts,
  { path, sizeBytes }: FileState,
  { ratio, ratioFromBytes }: ArchiveLimits,
): Promise<SheetContext> {
  const { sharedStringsPart, is1904, styleKinds } = parts
  const sharedStrings =
    sharedStringsPart === null ? null : await readSharedStrings(archive, path, sharedStringsPart)
  const mostCharacters = Math.max(ratioFromBytes, ratio * sizeBytes)
  return { path, is1904, styleKinds, sharedStrings, mostCharacters }
}

const farBelow = 100

async function sheetShape(
  archive: WorkbookArchive,
  sheet: WorkbookSheet,
  context: SheetContext,
): Promise<TableShape | null> {
  let head: string[][] = []
  let headStart = 1
  await readSheetRows(archive.read(sheet.partName), context, (firstRowNumber, rows) => {
    const gap = firstRowNumber - headStart - head.length
    if (gap > farBelow && head.filter((row) => row.length > 0).length > 1) return false
    if (head.length === 0 || gap > farBelow) {
      // A lone line far above the table does not belong to it.
      headStart = firstRowNumber
      head = []
    } else {
      head.push(...Array.from({ length: gap }, () => []))
    }
    head.push(...rows.slice(0, lookedAtRows - head.length))
    return head.length < lookedAtRows
  })
  return shapeOf(head, headStart)
}

function refuseOtherArchives(archive: WorkbookArchive, path: string): void {
  if (archive.has('xl/workbook.xml')) return
  if (archive.has('xl/workbook.bin')) throw fileProblem('binary-excel', path)
  const isOffice = ['word/document.xml', 'ppt/presentation.xml', 'content.xml'].some((part) =>
    archive.has(part),
  )
  if (isOffice) throw fileProblem('office-document', path)
  if (archive.has('[Content_Types].xml') && archive.has('_rels/.rels')) return
  const files = archive.partNames.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  const named = files.slice(0, 3).map((name) => name.slice(name.lastIndexOf('/') + 1).slice(0, 60))
  const list = named.join(', ')
  const more = files.length - named.length
  throw fileProblem('archive', path, (file) => {
    if (named.length === 0) return t`${{ file }} is an empty archive; export it again.`
    return more > 0
      ? t`${{ file }} is an archive holding ${{ list }} and ${{ more }} more; unpack it and import the files in it.`
      : t`${{ file }} is an archive holding ${{ list }}; unpack it and import the files in it.`
  })
}
