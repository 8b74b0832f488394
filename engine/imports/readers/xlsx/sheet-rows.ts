import { fileProblem } from '../file-problems.ts'
import { isoText, numberText, unescapeText } from './cell-text.ts'
import type { NumberKind } from './number-formats.ts'
import type { TextStore } from './text-store.ts'
import { readXml } from './xml-events.ts'

export interface SheetContext {
  path: string
  is1904: boolean
  styleKinds: readonly NumberKind[]
  sharedStrings: TextStore | null
  /** A short reference may stand for a long text: of more than this in its cells a sheet of this size has none. */
  mostCharacters: number
}

/** Answers false to stop reading. */
type OnSheetRows = (firstRowNumber: number, rows: string[][]) => boolean | Promise<boolean>

const mostColumns = 16_384
const mostRows = 1_048_576
const rowsPerBatch = 2000

/** Empty rows up to here are handed on as such; beyond, the rows after them begin a new run. */
const longestGap = 100

/**
 * Reads a worksheet's XML and hands on runs of consecutive rows, empty trailing cells left out, empty rows
 * in between as []. Formulas are never evaluated: the value Excel stored is taken. Errors such as #N/A
 * become ''. Throws FileProblem 'damaged' for rows and cells beyond what a sheet can hold.
 */
export async function readSheetRows(
  bytes: AsyncIterable<Buffer>,
  context: SheetContext,
  onRows: OnSheetRows,
): Promise<void> {
  let runs: { firstRowNumber: number; rows: string[][] }[] = []
  let rows: string[][] = []
  let waitingRows = 0
  let rowNumber = 0
  let lastRowNumber = 0
  let row: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let text = ''
  let takesText = false
  let isPhonetic = false
  let cellsInRow = 0
  let isInData = false
  let characters = 0

  const openRow = (attributes: Record<string, string>): void => {
    const given = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r'])
    if (!Number.isInteger(given) || given <= rowNumber || given > mostRows)
      throw fileProblem('damaged', context.path)
    rowNumber = given
    row = []
    column = -1
    cellsInRow = 0
  }

  const closeRow = (): void => {
    const gap = rowNumber - lastRowNumber - 1
    if (runs.length === 0 || gap > longestGap) {
      rows = []
      runs.push({ firstRowNumber: rowNumber, rows })
    } else {
      for (let empty = 0; empty < gap; empty++) rows.push([])
    }
    rows.push(row)
    lastRowNumber = rowNumber
    waitingRows++
  }

  const openCell = (attributes: Record<string, string>): void => {
    const reference = attributes['r']
    column = reference === undefined ? column + 1 : columnOf(reference)
    if (!(column >= 0 && column < mostColumns) || ++cellsInRow > mostColumns) {
      throw fileProblem('damaged', context.path)
    }
    type = attributes['t'] ?? ''
    style = Number(attributes['s'] ?? 0)
    text = ''
  }

  const closeCell = (): void => {
    const value = text === '' ? '' : cellText(type, style, text, context)
    if (value === '') return
    characters += value.length
    if (characters > context.mostCharacters) throw fileProblem('archive-bomb', context.path)
    while (row.length < column) row.push('')
    row[column] = value
  }

  const handOn = (): boolean | Promise<boolean> => {
    const complete = runs
    runs = []
    waitingRows = 0
    return inOrder(complete, onRows)
  }

  await readXml(
    bytes,
    context.path,
    {
      onOpen: (name, attributes) => {
        if (name === 'sheetData') isInData = true
        if (!isInData) return
        if (name === 'c') openCell(attributes)
        else if (name === 'v') takesText = true
        else if (name === 't') takesText = !isPhonetic
        else if (name === 'row') openRow(attributes)
        else if (name === 'rPh') isPhonetic = true
      },
      onText: (piece) => {
        if (takesText) text += piece
      },
      onClose: (name) => {
        if (!isInData) return
        if (name === 'v' || name === 't') takesText = false
        else if (name === 'c') closeCell()
        else if (name === 'row') closeRow()
        else if (name === 'rPh') isPhonetic = false
        else if (name === 'sheetData') isInData = false
      },
    },
    () => (waitingRows < rowsPerBatch ? true : handOn()),
  )
  await handOn()
}

function inOrder(
  runs: readonly { firstRowNumber: number; rows: string[][] }[],
  onRows: OnSheetRows,
): boolean | Promise<boolean> {
  for (const [index, run] of runs.entries()) {
    const answer = onRows(run.firstRowNumber, run.rows)
    if (answer === false) return false
    if (answer !== true) return answer.then((goesOn) => goesOn && inOrder(runs.slice(index + 1), onRows))
  }
  return true
}

function cellText(type: string, style: number, text: string, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.sharedStrings?.get(Number(text)) ?? ''
    case 'str':
    case 'inlineStr':
      return unescapeText(text)
    case 'b':
      return text.trim() === '1' || text.trim() === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    case 'd':
      return isoText(text.trim())
    default:
      return numberText(text, context.styleKinds[style] ?? 'number', context.is1904)
  }
}

/** Zero-based column of a reference such as 'AB12'; -1 when it is none. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length && index < 4; index++) {
    const letter = reference.charCodeAt(index) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
