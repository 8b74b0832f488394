import type { ImportRecord } from '../../../../shared/contract/imports.ts'

const togetherMs = 10 * 60_000
const leastTogether = 3

/** Imports that belong together: a folder of transcripts is one thing to a person, however many files it had. */
export interface ImportBatch {
  key: string
  records: ImportRecord[]
}

/**
 * Imports in the given order, those of one source and kind that came within ten minutes of each other taken together from three on.
 * What is undone stands apart from what is not.
 */
export function batchesOf(imports: readonly ImportRecord[]): ImportBatch[] {
  const runs: ImportRecord[][] = []
  for (const record of imports) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && belongTogether(last, record)) run.push(record)
    else runs.push([record])
  }
  return runs.flatMap((records) =>
    records.length >= leastTogether
      ? [{ key: `batch ${records[0]?.id}`, records }]
      : records.map((record) => ({ key: `import ${record.id}`, records: [record] })),
  )
}

function belongTogether(a: ImportRecord, b: ImportRecord): boolean {
  return (
    a.source === b.source &&
    a.kind === b.kind &&
    (a.undoneAt === null) === (b.undoneAt === null) &&
    Math.abs(a.importedAt - b.importedAt) <= togetherMs
  )
}

/** The rows of several imports as those of one. */
export function sumOfRows(records: readonly ImportRecord[]): ImportRecord['rows'] {
  const sum = (part: keyof ImportRecord['rows']) => records.reduce((total, { rows }) => total + rows[part], 0)
  return {
    read: sum('read'),
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    quarantined: sum('quarantined'),
  }
}

/** The facts of several imports added up, by name. */
export function sumOfFacts(records: readonly ImportRecord[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { facts } of records) {
    for (const [fact, n] of Object.entries(facts)) sums[fact] = (sums[fact] ?? 0) + n
  }
  return sums
}
