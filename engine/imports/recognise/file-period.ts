import { findPeriod } from '../values/periods.ts'
import type { FilePeriod, TableSample } from './types.ts'

/** Two lines above a table, each with an end of the period. */
const FROM_LINE = /^\W*(?:from|start|begin|von|desde|du|de)\b/i
const TO_LINE = /^\W*(?:to|end|until|bis|hasta|au|a)\b/i

/** Looks for a period in the lines above a table, then in the name of its sheet and of its file; null where none names one. */
export function filePeriodOf(sample: TableSample): FilePeriod | null {
  const fileName = (sample.fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const lines = sample.preamble ?? []
  const from = lines.find((line) => FROM_LINE.test(line))
  const to = lines.find((line) => TO_LINE.test(line))
  const ends = from && to ? [`${lastDate(from)} - ${lastDate(to)}`] : []
  const places = [
    ...[...lines, ...ends].map((text) => ({ text, statedIn: 'title above the table' as const })),
    { text: sample.sheetName ?? '', statedIn: "sheet's name" as const },
    { text: fileName, statedIn: "file's name" as const },
  ]
  for (const { text, statedIn } of places) {
    const period = findPeriod(text)
    if (period) return { ...period, statedIn }
  }
  return null
}

/** What follows the label of a line: `From: 2026-09-01`. */
function lastDate(line: string): string {
  return line.replace(/^[^\d]*?(?=\d|\p{L}{3,9}\.? \d)/u, '').trim()
}
