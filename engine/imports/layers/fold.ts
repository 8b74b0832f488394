import type { Statement } from './fact-kinds.ts'

/** What one import states of a fact. `values` explicit, or the `columns` it found equal to what stood there. */
export interface Layer {
  importId: number
  rowNumber: number
  values: Statement | null
  columns: readonly string[]
}

/** A layer with its values spelled out. */
export interface SpelledLayer {
  importId: number
  rowNumber: number
  values: Statement
}

/** The layers in import order with every value spelled out: an agreeing layer states what stood there when it came. */
export function spellOut(layers: readonly Layer[]): SpelledLayer[] {
  const state: Statement = new Map()
  return layers.map((layer) => {
    const values: Statement = layer.values ?? new Map()
    if (!layer.values) {
      for (const column of layer.columns) {
        const value = state.get(column)
        if (value !== undefined) values.set(column, value)
      }
    }
    for (const [column, value] of values) state.set(column, value)
    return { importId: layer.importId, rowNumber: layer.rowNumber, values }
  })
}

/** What stands after all layers: for each column the newest statement. */
export function fold(layers: readonly SpelledLayer[]): Statement {
  const state: Statement = new Map()
  for (const layer of layers) for (const [column, value] of layer.values) state.set(column, value)
  return state
}

/** The columns of `stated` whose value differs from `standing`. Numbers within 1e-9 of each other agree. */
export function differences(standing: Statement, stated: Statement): string[] {
  const columns: string[] = []
  for (const [column, value] of stated) {
    const now = standing.get(column)
    const agrees =
      now === value ||
      (typeof now === 'number' &&
        typeof value === 'number' &&
        Math.abs(now - value) <= 1e-9 * Math.max(1, Math.abs(value)))
    if (!agrees) columns.push(column)
  }
  return columns
}
