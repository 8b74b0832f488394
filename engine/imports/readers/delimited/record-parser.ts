import Papa from 'papaparse'
import type { RowProblemCode } from '../types.ts'

export interface ParsedRecords {
  /** In file order, empty lines included as ['']. */
  rows: string[][]
  /** About rows[rowIndex]. */
  flaws: { rowIndex: number; code: Extract<RowProblemCode, 'broken-quotes' | 'unclosed-quote'> }[]
}

interface RecordParser {
  /** Parses as far as records are complete; the rest waits for the next text, or is ended by `isLast`. */
  parse: (text: string, isLast: boolean) => ParsedRecords
  /** How many cells a whole record has, once known; it decides how broken quotes are read. */
  expectWidth: (width: number) => void
}

interface RecordParserOptions {
  delimiter: string
  /** A record longer than this has lost its closing quote. */
  maxRecordLength?: number
}

type Flaw = ParsedRecords['flaws'][number]

/**
 * Splits delimited text into records with papaparse. A quote that is never closed would swallow all rows
 * up to the next quote, or to the end of the file: such a record is recognised (papaparse reports the
 * quote; the lines it swallowed are records by themselves; or it has no end) and only its first line is
 * read, quotes as text, with a flaw. Line ends \n, \r\n and \r are all understood; in cells they become \n.
 */
export function createRecordParser(options: RecordParserOptions): RecordParser {
  const { delimiter, maxRecordLength = 2_000_000 } = options
  const newRun = (step?: (results: Papa.ParseStepResult<string[]>) => void) =>
    new Papa.Parser({ delimiter, newline: '\n', ...(step === undefined ? {} : { step }) } as Papa.ParseConfig)
  const whole = newRun()
  let rest = ''
  let width: number | null = null

  const parseLine = (line: string): { cells: string[]; isSound: boolean } => {
    const { data, errors } = resultOf(whole.parse(line, 0, false))
    return { cells: data[0] ?? [''], isSound: errors.length === 0 }
  }

  const loneLine = (line: string): string[] => {
    const { cells } = parseLine(line)
    const literal = line.split(delimiter)
    return cells.length === width && literal.length !== width ? cells : literal
  }

  const swallowedRecords = (raw: string, cells: string[]): boolean => {
    const lines = raw.replace(/\n$/, '').split('\n')
    if (lines.length === 1) return false
    const areRecords = lines.every((line, index) => {
      const own = index === 0 ? loneLine(line) : parseLine(line).cells
      return own.length === width && own.length > 1
    })
    return areRecords || cells.length !== width
  }

  const parseRepairing = (text: string, isLast: boolean): ParsedRecords => {
    const rows: string[][] = []
    const flaws: Flaw[] = []
    let position = 0
    // Reading a swallowed stretch again and again must not take forever on a file full of lone quotes.
    let effortLeft = text.length * 8 + 1_000_000
    while (position < text.length) {
      const start = position
      let isBroken = false
      const run = newRun((results) => {
        const end = start + results.meta.cursor
        const raw = text.slice(position, end)
        const cells = resultOf(results).data[0] ?? ['']
        const quotes = results.errors.filter((error) => error.type === 'Quotes')
        const isUnclosed = quotes.some((error) => error.code === 'MissingQuotes')
        if (isUnclosed || (quotes.length > 0 && swallowedRecords(raw, cells))) {
          isBroken = true
          effortLeft -= raw.length
          run.abort()
          return
        }
        if (quotes.length > 0) flaws.push({ rowIndex: rows.length, code: 'broken-quotes' })
        rows.push(cells)
        position = end
      })
      run.parse(start === 0 ? text : text.slice(start), 0, !isLast)
      if (!isBroken && text.length - position > maxRecordLength) {
        isBroken = true
        effortLeft -= text.length - position
      }
      if (!isBroken) break
      const lineEnd = text.indexOf('\n', position)
      if (lineEnd === -1 && !isLast && text.length - position <= maxRecordLength) break
      const end = lineEnd === -1 ? text.length : lineEnd
      flaws.push({ rowIndex: rows.length, code: 'unclosed-quote' })
      rows.push(loneLine(text.slice(position, end)))
      position = Math.min(end + 1, text.length)
      if (effortLeft < 0) position = parseEachLine(text, position, isLast, rows, flaws)
    }
    rest = isLast ? '' : text.slice(position)
    return { rows, flaws }
  }

  const parseEachLine = (
    text: string,
    from: number,
    isLast: boolean,
    rows: string[][],
    flaws: Flaw[],
  ): number => {
    let position = from
    for (;;) {
      const lineEnd = text.indexOf('\n', position)
      if (lineEnd === -1 && (!isLast || position >= text.length)) return position
      const line = text.slice(position, lineEnd === -1 ? text.length : lineEnd)
      const { cells, isSound } = parseLine(line)
      if (!isSound) flaws.push({ rowIndex: rows.length, code: 'unclosed-quote' })
      rows.push(isSound ? cells : loneLine(line))
      if (lineEnd === -1) return text.length
      position = lineEnd + 1
    }
  }

  return {
    expectWidth: (expected) => {
      width = expected
    },
    parse: (given, isLast) => {
      // A carriage return at the very end may belong to a line feed that comes next.
      const raw = rest + given
      const held = !isLast && raw.endsWith('\r') ? '\r' : ''
      const text = normaliseLineEnds(held === '' ? raw : raw.slice(0, -1))
      const { data, errors, meta } = resultOf(whole.parse(text, 0, !isLast))
      let parsed: ParsedRecords
      if (errors.length === 0 && text.length - meta.cursor <= maxRecordLength) {
        parsed = { rows: data, flaws: [] }
        rest = isLast ? '' : text.slice(meta.cursor)
      } else {
        parsed = parseRepairing(text, isLast)
      }
      rest += held
      // The line end of the last record is no record of its own.
      if (isLast && text.endsWith('\n') && isBlank(parsed.rows.at(-1))) parsed.rows.pop()
      if (isLast && text === '') parsed.rows = []
      return parsed
    },
  }
}

function resultOf(result: unknown): Papa.ParseResult<string[]> {
  // papaparse declares the result of its low-level parser as any.
  return result as Papa.ParseResult<string[]>
}

function isBlank(row: string[] | undefined): boolean {
  return row !== undefined && row.length === 1 && row[0] === ''
}

function normaliseLineEnds(text: string): string {
  if (!text.includes('\r')) return text
  const joined = text.replaceAll('\r\n', '\n')
  return joined.includes('\r') ? joined.replace(/\r\n|\r/g, '\n') : joined
}
