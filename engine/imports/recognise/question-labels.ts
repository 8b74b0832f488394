import type { TableColumn } from './read-columns.ts'

/** The question's text and, where a first header row groups the columns, its section. */
export type LabelOf = (column: TableColumn) => { label: string; section: string | null }

/** Reads labels under these header rows. A group's name stands over its first column only; where each group begins is looked at once. */
export function questionLabels(headerRows: readonly (readonly string[])[]): LabelOf {
  if (headerRows.length < 2) return ({ name }) => ({ label: name, section: null })
  const [groups = []] = headerRows
  const last = headerRows.at(-1) ?? []
  const groupAt: string[] = []
  for (const [index, cell] of groups.entries()) groupAt.push(cell.trim() || (groupAt[index - 1] ?? ''))
  return ({ index, name }) => {
    const label = last[index]?.trim() || name
    const group = groupAt[index] ?? groupAt.at(-1) ?? ''
    return { label, section: group === '' || group === label ? null : group }
  }
}
