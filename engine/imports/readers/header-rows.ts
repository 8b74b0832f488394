import { isImportIdRow } from './column-names.ts'
import { isEmptyRow } from './row-batches.ts'

interface FoundHeader {
  /** Index of the first header row among the given rows; equals dataIndex when there is no header. */
  headerIndex: number
  /** Index of the first row that is data. */
  dataIndex: number
  /** How many columns the table has. */
  width: number
}

/**
 * Finds where a table's header stands. Above it there may be a title, 'Generated on' lines and empty
 * rows; it may have two rows (a question over its choices, a group over its columns) or Qualtrics' three.
 * A first row with the same numbers and dates as the rows below is data: the table has no header.
 * @param rows The first rows of the file, empty ones included.
 */
export function findHeader(rows: readonly string[][]): FoundHeader {
  const width = tableWidth(rows)
  const reaching = rows.findIndex((row, index) => !isEmptyRow(row) && reachesAcross(rows, index, width))
  const headerIndex = reaching === -1 ? -1 : (labelsBelow(rows, reaching, width) ?? reaching)
  const first = headerIndex === -1 ? rows.findIndex((row) => !isEmptyRow(row)) : headerIndex
  if (first === -1) return { headerIndex: 0, dataIndex: rows.length, width }
  const kinds = columnKinds(rows.slice(first + 1), width)
  if (isDataLike(rows[first] ?? [], kinds)) return { headerIndex: first, dataIndex: first, width }
  return { headerIndex: first, dataIndex: first + headerHeight(rows, first, width), width }
}

type ValueKind = 'number' | 'clock' | 'date'

/** Numbers, amounts and percentages; times; dates: what labels are not. null for text. */
function valueKind(cell: string): ValueKind | null {
  const text = cell.trim()
  if (text === '' || text.length > 40 || !/\d/.test(text)) return null
  if (/^-?\d+:\d{2}(:\d{2})?([.,]\d+)?(\s?[ap]m)?$/i.test(text)) return 'clock'
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T\s].*)?$/.test(text)) return 'date'
  if (/^\w{3},? \d{1,2} \w{3} \d{4}/.test(text)) return 'date'
  if (/^[-+(]?[$€£]?\s?[\d.,'\s]+\s?[%$€£)]?$/.test(text)) return 'number'
  return /^-?\d+(\.\d+)?e[-+]?\d+$/i.test(text) ? 'number' : null
}

function isValueLike(cell: string): boolean {
  return valueKind(cell) !== null
}

/** The commonest number of cells, wider rows counting more, never narrower than half the widest row. */
function tableWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const width = usedWidth(row)
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let best = 1
  let most = 0
  for (const [width, count] of counts) {
    const weight = count * Math.log2(width + 1)
    if (weight > most || (weight === most && width > best)) {
      most = weight
      best = width
    }
  }
  return best
}

function usedWidth(row: readonly string[]): number {
  if (isEmptyRow(row)) return 0
  return row.length
}

function filledCells(row: readonly string[]): number {
  let filled = 0
  for (const cell of row) if (cell.trim() !== '') filled++
  return filled
}

/** Whether a row, by itself or together with the row below it, names at least half of the columns. */
function reachesAcross(rows: readonly string[][], index: number, width: number): boolean {
  const row = rows[index] ?? []
  const filled = filledCells(row)
  if (filled * 2 >= width && (width < 3 || filled >= 2)) return true
  const below = rows[index + 1]
  if (below === undefined || filled < 2 || below.some(isValueLike) || row.some(isValueLike)) return false
  const lastFilled = row.findLastIndex((cell) => cell.trim() !== '') + 1
  if (row.length < width && lastFilled * 2 < width) return false
  const together = below.filter(
    (cell, column) => cell.trim() !== '' || (row[column] ?? '').trim() !== '',
  ).length
  return together * 10 >= width * 7 && isGroupRow(row, below)
}

/**
 * A narrow table reaches across with 'Generated on, 2025-03-01' already: the row of labels below such a line,
 * or below an empty row, is the header. null when there is none.
 */
function labelsBelow(rows: readonly string[][], index: number, width: number): number | null {
  const row = rows[index] ?? []
  const hasValues = row.some(isValueLike)
  if (filledCells(row) === width) return null
  let sawEmpty = false
  for (let below = index + 1; below < Math.min(rows.length, index + 10); below++) {
    const candidate = rows[below] ?? []
    if (isEmptyRow(candidate)) {
      sawEmpty = true
      continue
    }
    const filled = filledCells(candidate)
    const isFuller = filled > filledCells(row) && filled * 10 >= width * 7
    if (isFuller && (hasValues || sawEmpty)) return candidate.some(isValueLike) ? null : below
  }
  return null
}

function isGroupRow(row: readonly string[], below: readonly string[]): boolean {
  return row.every((cell, column) => cell !== '' || (below[column] ?? '') !== '' || column >= below.length)
}

function headerHeight(rows: readonly string[][], first: number, width: number): number {
  const [top = [], second, third] = rows.slice(first, first + 3)
  if (third !== undefined && isImportIdRow(third)) return 3
  if (second === undefined || isEmptyRow(second)) return 1
  if (isImportIdRow(second)) return 2
  if (second.some(isValueLike)) return 1
  const below = rows.slice(first + 2).filter((row) => !isEmptyRow(row))
  return isChoiceRow(top, second, below) || breaksEveryType(second, below, width) ? 2 : 1
}

/**
 * A second header row as survey tools write it: nothing under the respondent's own columns, choices or
 * 'Response' under the questions, a question standing over the first of its choices only.
 */
function isChoiceRow(top: readonly string[], second: readonly string[], below: readonly string[][]): boolean {
  const columns = Math.max(top.length, second.length)
  let onlySecond = 0
  let unnamed = 0
  let spanned = 0
  for (let column = 0; column < columns; column++) {
    const hasTop = (top[column] ?? '').trim() !== ''
    const hasSecond = (second[column] ?? '').trim() !== ''
    if (!hasTop && hasSecond) onlySecond++
    if (!hasTop && hasSecond && hasGroupBefore(top, column)) spanned++
    if (!hasTop && !hasSecond) unnamed++
  }
  const labels = second.filter((cell) => cell.trim() !== '')
  if (labels.length === 0) return false
  const startsEmpty = (second[0] ?? '').trim() === '' && (top[0] ?? '').trim() !== ''
  const rowsStartFilled = below.filter((row) => (row[0] ?? '') !== '').length * 10 >= below.length * 9
  const isGeneric = labels.every((label) => /response|choice|other|comment/i.test(label))
  if (startsEmpty && rowsStartFilled && (onlySecond > 0 || isGeneric)) return true
  // A group standing over several columns, every one of them named below it.
  return (
    spanned > 0 &&
    unnamed === 0 &&
    !startsEmpty &&
    labels.length === second.length &&
    new Set(labels).size === labels.length
  )
}

function hasGroupBefore(top: readonly string[], column: number): boolean {
  return top.slice(0, column).some((cell) => cell.trim() !== '')
}

/** A row of distinct labels in columns that below hold nothing but numbers and dates. */
function breaksEveryType(second: readonly string[], below: readonly string[][], width: number): boolean {
  const kinds = columnKinds(below, width)
  const typed = kinds.flatMap((kind, column) => (kind === null ? [] : [(second[column] ?? '').trim()]))
  const labels = typed.filter((cell) => cell !== '')
  if (labels.length < 2 || labels.length * 2 < typed.length) return false
  return (
    labels.every((label) => /^[\p{L}_][\p{L}\d _().%/#-]*$/u.test(label)) &&
    new Set(labels).size === labels.length
  )
}

/** Per column, the kind of value nine in ten of its filled cells are; null for text and empty columns. */
function columnKinds(rows: readonly string[][], width: number): (ValueKind | null)[] {
  return Array.from({ length: width }, (_, column) => {
    let filled = 0
    const counts = { number: 0, clock: 0, date: 0 }
    for (const row of rows) {
      const cell = row[column] ?? ''
      if (cell === '') continue
      filled++
      const kind = valueKind(cell)
      if (kind !== null) counts[kind]++
    }
    const kinds = ['number', 'clock', 'date'] as const
    return kinds.find((kind) => filled > 0 && counts[kind] * 10 >= filled * 9) ?? null
  })
}

/** Whether a row holds what the rows below it hold; dates over numbers are a header. */
function isDataLike(row: readonly string[], kinds: readonly (ValueKind | null)[]): boolean {
  let typed = 0
  let alike = 0
  for (const [column, kind] of kinds.entries()) {
    const cell = row[column] ?? ''
    if (kind === null || cell === '') continue
    typed++
    if (valueKind(cell) === kind) alike++
  }
  return alike > 0 && alike * 2 > typed
}
