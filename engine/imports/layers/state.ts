import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { factKinds, type FactKind, type Statement } from './fact-kinds.ts'
import { changeFact, changeOwner, countedDay, readFact } from './facts.store.ts'
import { differences, fold, spellOut, type Layer, type SpelledLayer } from './fold.ts'
import { deleteLayers, maskOf, readLayer, readLayers, writeLayer } from './layers.store.ts'

/**
 * Lets an import state something of a fact that is there already. What it states is compared with what stands: it agrees on every
 * column it fills (`unchanged`), or the newer statement wins (`updated`). Either way it is remembered, so that undoing any of the
 * imports leaves what the others state. The days the fact counted on and counts on now are added to `affectedDays` when it changes.
 */
export function stateAgain(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  owner: { importId: number; rowNumber: number },
  stated: Statement,
  affectedDays: Set<number>,
): 'unchanged' | 'updated' {
  const standing = readFact(database, kind, id)
  if (!standing) throw new Error(`${kind} ${id} vanished while it was being stated`)
  const differing = differences(standing.values, stated)
  const mine = readLayer(database, kind, id, owner.importId)
  if (differing.length === 0) {
    const isOwn = standing.importId === owner.importId
    if (!isOwn && !mine) {
      const agreeing = maskOf(kind, stated)
      writeLayer(database, kind, id, owner, agreeing === undefined ? { values: stated } : { agreeing })
    }
    return 'unchanged'
  }
  keepBase(database, kind, id, standing)
  const before = mine?.values ?? readLayer(database, kind, id, owner.importId)?.values ?? new Map()
  writeLayer(database, kind, id, owner, { values: new Map([...before, ...stated]) })
  noteDay(database, kind, id, affectedDays)
  changeFact(database, kind, id, new Map(differing.map((column) => [column, stated.get(column)!])))
  noteDay(database, kind, id, affectedDays)
  return 'updated'
}

function noteDay(database: ReadableDatabase, kind: FactKind, id: number, days: Set<number>): void {
  const day = countedDay(database, kind, id)
  if (day !== null) days.add(day)
}

/** Spells out what the owner states before somebody else's values overwrite it. */
function keepBase(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  standing: { importId: number; rowNumber: number; values: Statement },
): void {
  const layers = readLayers(database, kind, id)
  if (layers.some((layer) => layer.importId === standing.importId && layer.values)) return
  writeLayer(database, kind, id, standing, { values: standing.values })
}

function layersWithBase(
  database: ReadableDatabase,
  kind: FactKind,
  id: number,
  standing: { importId: number; rowNumber: number; values: Statement },
): SpelledLayer[] {
  const layers = readLayers(database, kind, id)
  const hasBase = layers.some((layer) => layer.importId === standing.importId)
  // nobody changed anything yet: all that stands is the owner's
  const base: Layer = { ...standing, columns: factKinds[kind].columns }
  const complete = hasBase ? layers : [...layers, base].sort((a, b) => a.importId - b.importId)
  return spellOut(complete)
}

/** Takes what one import states out of a fact that others state too; the fact then is as if that import had never been. */
export function withdraw(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  importId: number,
  affectedDays: Set<number>,
): void {
  noteDay(database, kind, id, affectedDays)
  const standing = readFact(database, kind, id)
  if (!standing) return
  const remaining = layersWithBase(database, kind, id, standing).filter(
    (layer) => layer.importId !== importId,
  )
  const first = remaining[0]
  if (!first) return
  const next = fold(remaining)
  const cleared = [...standing.values.keys()].filter((column) => !next.has(column))
  const changed = differences(standing.values, next)
  changeFact(database, kind, id, new Map(changed.map((column) => [column, next.get(column)!])), cleared)
  changeOwner(database, kind, id, first)
  noteDay(database, kind, id, affectedDays)
  deleteLayers(database, kind, id)
  if (remaining.length > 1)
    for (const layer of remaining) writeLayer(database, kind, id, layer, { values: layer.values })
}
