/** One row of a delimited file; quotes only where they are needed, as spreadsheet programs do. */
export const csvRow = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell) => {
      const text = String(cell)
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')

/** What kind of data a file holds, in the words of the import. */
export type SampleKind =
  | 'interactions'
  | 'evaluations'
  | 'surveys'
  | 'shifts'
  | 'periods'
  | 'roster'
  | 'transcripts'

export interface SampleFile {
  /** Path below the target folder, with forward slashes. */
  path: string
  kind: SampleKind
  content: string
}

/** A row planted so that an importer must refuse it, and say why. */
export interface PlantedBadRow {
  path: string
  /** Line of the file, the first is 1. */
  line: number
  reason: string
}

/** Puts rows at fixed places of a table (0 is the first data row), so that the damage sits in the middle of good data. */
export function withRowsAt(
  rows: string[],
  planted: readonly { at: number; row: string; reason: string }[],
  path: string,
  headerLines: number,
): { rows: string[]; badRows: PlantedBadRow[] } {
  const result = [...rows]
  const badRows: PlantedBadRow[] = []
  for (const { at, row, reason } of [...planted].sort((left, right) => left.at - right.at)) {
    const index = Math.min(at, result.length)
    result.splice(index, 0, row)
    badRows.push({ path, line: index + headerLines + 1, reason })
  }
  return { rows: result, badRows }
}
