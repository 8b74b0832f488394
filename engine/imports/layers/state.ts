import { countedKinds, type AffectedDays, type CountedKind } from '../../affected-days.ts'
import { daysBesideTranscript, daysBesideUndated } from '../../interactions/index.ts'
import { areWordsDeleted } from '../../recordings/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { factKinds, type FactKind, type Statement } from '../../fact-kinds.ts'
import { changeFact, changeOwner, countedDay, readFact } from './facts.store.ts'
import { differences, fold, spellOut, type Layer, type SpelledLayer } from './fold.ts'
import { deleteLayers, maskOf, readLayer, readLayers, writeLayer } from './layers.store.ts'

/** Whose row a fact or a statement is. */
export interface Owner {
  importId: number
  rowNumber: number
}

/** A fact as it stands, with the import it belongs to. */
export interface StandingFact extends Owner {
  values: Statement
}

/**
 * Lets an import state something of a fact that another one brought (once: see `createRowMatcher`). What it states is compared with
 * what stands: it agrees on every column it fills (`unchanged`), or the newer statement wins (`updated`). Either way it is remembered,
 * so that undoing any of the imports leaves what the others state. The days the fact counted on and counts on now are added to
 * `affected` when it changes.
 */
export function stateAgain(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  owner: Owner,
  stated: Statement,
  affected: AffectedDays,
): 'unchanged' | 'updated' {
  const standing = readFact(database, kind, id)
  if (!standing) throw new Error(`${kind} ${id} vanished while it was being stated`)
  // what was said and deleted is stated in vain
  if (kind === 'transcripts' && areWordsDeleted(database, id)) return 'unchanged'
  const differing = differences(standing.values, stated)
  if (differing.length === 0) {
    const agreeing = maskOf(kind, stated)
    writeLayer(database, kind, id, owner, agreeing === undefined ? { values: stated } : { agreeing })
    return 'unchanged'
  }
  keepBase(database, kind, id, standing)
  writeLayer(database, kind, id, owner, { values: stated })
  noteDay(database, kind, id, affected)
  changeFact(database, kind, id, new Map(differing.map((column) => [column, stated.get(column)!])))
  noteDay(database, kind, id, affected)
  return 'updated'
}

/** What one import has stated of a fact; undefined where it has not. */
export function statedBy(
  database: ReadableDatabase,
  kind: FactKind,
  id: number,
  importId: number,
): Statement | undefined {
  const layer = readLayer(database, kind, id, importId)
  if (layer?.values) return layer.values
  const standing = readFact(database, kind, id)
  if (layer)
    return new Map([...(standing?.values ?? [])].filter(([column]) => layer.columns.includes(column)))
  return standing?.importId === importId ? standing.values : undefined
}

/** Notes the day a fact counts on; for a contact without one (or a transcript's), the days of what belongs to it. */
export function noteDay(
  database: ReadableDatabase,
  kind: FactKind,
  id: number,
  affected: AffectedDays,
): void {
  if (!isCounted(kind)) return
  const day = countedDay(database, kind, id)
  affected.changed(kind, day)
  const besides =
    kind === 'transcripts'
      ? daysBesideTranscript(database, id)
      : kind === 'interactions' && day === null
        ? daysBesideUndated(database, id)
        : []
  for (const beside of besides) affected.changed(kind, beside)
}

function isCounted(kind: FactKind): kind is CountedKind {
  return (countedKinds as readonly FactKind[]).includes(kind)
}

/** Spells out what the owner states before somebody else's values overwrite it. */
function keepBase(database: WritableDatabase, kind: FactKind, id: number, standing: StandingFact): void {
  const layers = readLayers(database, kind, id)
  if (layers.some((layer) => layer.importId === standing.importId)) return
  writeLayer(database, kind, id, standing, { values: standing.values })
}

/** Everything stated of a fact, oldest import first, spelled out. */
export function layersOf(
  database: ReadableDatabase,
  kind: FactKind,
  id: number,
  standing: StandingFact,
): SpelledLayer[] {
  const layers = readLayers(database, kind, id)
  const hasBase = layers.some((layer) => layer.importId === standing.importId)
  // nobody changed anything yet: all that stands is the owner's
  const base: Layer = { ...standing, columns: factKinds[kind].columns }
  const complete = hasBase ? layers : [...layers, base].sort((a, b) => a.importId - b.importId)
  return spellOut(complete)
}

/** Makes a fact what these layers say, and nothing else; the oldest owns it. */
export function settleFact(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  standing: StandingFact,
  layers: readonly SpelledLayer[],
): void {
  const next = fold(layers)
  const cleared = [...standing.values.keys()].filter((column) => !next.has(column))
  const changed = differences(standing.values, next)
  if (changed.length + cleared.length > 0)
    changeFact(database, kind, id, new Map(changed.map((column) => [column, next.get(column)!])), cleared)
  changeOwner(database, kind, id, layers[0]!)
  keepLayers(database, kind, id, layers)
}

/** Remembers the layers of a fact; one that stands alone needs none. */
export function keepLayers(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  layers: readonly SpelledLayer[],
): void {
  deleteLayers(database, kind, id)
  if (layers.length > 1)
    for (const layer of layers) writeLayer(database, kind, id, layer, { values: layer.values })
}

/** Takes what one import states out of a fact that others state too; the fact then is as if that import had never been. */
export function withdraw(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  importId: number,
  affected: AffectedDays,
): void {
  const standing = readFact(database, kind, id)
  if (!standing) return
  const remaining = layersOf(database, kind, id, standing).filter((layer) => layer.importId !== importId)
  if (remaining.length === 0) return
  noteDay(database, kind, id, affected)
  settleFact(database, kind, id, standing, remaining)
  noteDay(database, kind, id, affected)
}
