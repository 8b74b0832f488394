import type { MetricCell } from '../../metrics/index.ts'

/** Rollup cells by metric. */
export interface CellBook {
  of(metricId: string): readonly MetricCell[]
}

/** A book over cells that were read together. */
export function createCellBook(cells: readonly MetricCell[]): CellBook {
  const byMetric = Map.groupBy(cells, (cell) => cell.metricId)
  return { of: (metricId) => byMetric.get(metricId) ?? [] }
}

/**
 * What only the page of an agent shows is read for the people that agent is compared with, when it is first asked for: a book for each
 * group of them.
 */
export function createGroupBooks(
  people: Iterable<number>,
  groupOf: (personId: string) => string,
  read: (personIds: readonly number[]) => MetricCell[],
): (personId: number) => CellBook {
  let members: Map<string, number[]> | undefined
  const books = new Map<string, CellBook>()
  return (personId) => {
    const group = groupOf(String(personId))
    members ??= Map.groupBy(people, (id) => groupOf(String(id)))
    let book = books.get(group)
    if (!book) books.set(group, (book = createCellBook(read(members.get(group) ?? [personId]))))
    return book
  }
}
