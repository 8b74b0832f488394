import type { FactValue, Statement } from '../../fact-kinds.ts'

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

function agree(one: FactValue | undefined, other: FactValue): boolean {
  if (one === other) return true
  if (typeof one !== 'number' || typeof other !== 'number') return false
  // instants, durations and hashes are whole numbers, and exact; shares may have been through a text
  if (Number.isInteger(one) && Number.isInteger(other)) return false
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
}

/** The columns of `stated` whose value differs from `standing`. Fractions within 1e-9 of each other agree. */
export function differences(standing: Statement, stated: Statement): string[] {
  return [...stated].flatMap(([column, value]) => (agree(standing.get(column), value) ? [] : [column]))
}
