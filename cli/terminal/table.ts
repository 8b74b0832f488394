/** Rows as aligned columns for reading; the first row is the heading. Numbers are set to the right. */
export function table(heading: string[], rows: (string | number | null)[][]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '-' : shortened(String(cell)))))
  const isNumeric = heading.map((_, column) => rows.every((row) => typeof row[column] !== 'string'))
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [heading, ...cells].map(line).join('\n')
}

const LONGEST_CELL = 72

/** One long name must not push all other columns out of sight; its beginning and its end tell it from others. */
function shortened(cell: string): string {
  if (cell.length <= LONGEST_CELL) return cell
  const half = (LONGEST_CELL - 1) / 2
  return `${cell.slice(0, Math.ceil(half))}…${cell.slice(-Math.floor(half))}`
}

/** A number for reading: at most `digits` decimals, `-` for what is undefined. */
export function figure(value: number | null, digits = 2): string {
  return value === null ? '-' : value.toLocaleString('en', { maximumFractionDigits: digits })
}

/** The local day and minute of an instant, or `-`. */
export function moment(instantMs: number | null): string {
  return instantMs === null ? '-' : new Date(instantMs).toISOString().slice(0, 16).replace('T', ' ')
}
