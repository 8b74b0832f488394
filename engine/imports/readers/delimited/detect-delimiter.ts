import { createRecordParser } from './record-parser.ts'

const candidates = [',', ';', '\t', '|'] as const

/** Excel's own first line, 'sep=;': the delimiter it names and the text after it. */
export function takeSeparatorLine(text: string): { delimiter: string; length: number } | null {
  const match = /^"?sep=(\t|[^\r\n"])"?(?:\r\n|\n|\r|$)/i.exec(text)
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length }
}

/**
 * The delimiter under which most records have the same number of cells and quotes stand where they
 * belong. Text with one column gets a comma.
 * @param text The beginning of the file, without an Excel 'sep=' line.
 */
export function detectDelimiter(text: string): string {
  const head = text.slice(0, 1 << 16)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    if (!head.includes(delimiter)) continue
    const score = consistency(head, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Share of records with the commonest width, more for wider records, less for broken quotes. */
function consistency(text: string, delimiter: string): number {
  const parser = createRecordParser({ delimiter })
  const { rows, flaws } = parser.parse(text, text.length < 1 << 16)
  const filled = rows.filter((row) => row.length > 1 || row[0] !== '')
  if (filled.length === 0) return 0
  const counts = new Map<number, number>()
  for (const row of filled) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let width = 1
  let most = 0
  for (const [rowWidth, count] of counts) {
    // Titles and footers have one cell; they say nothing about the table's width.
    if (rowWidth > 1 && count * Math.log2(rowWidth + 1) > most) {
      most = count * Math.log2(rowWidth + 1)
      width = rowWidth
    }
  }
  if (width === 1) return 0
  const share = (counts.get(width) ?? 0) / filled.length
  return share * share * Math.log2(width + 1) * (1 - Math.min(flaws.length / filled.length, 0.9))
}
