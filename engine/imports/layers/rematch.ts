import type { AffectedDays } from '../../affected-days.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { ruleFor, rulesOf, type FactKind, type FactValue, type Statement } from '../../fact-kinds.ts'
import { deleteFact, findByKey, insertFact, readFact, sharedKeysOfImport } from './facts.store.ts'
import { differences, fold, type SpelledLayer } from './fold.ts'
import { deleteLayers } from './layers.store.ts'
import { createRowMatcher, type Candidate, type MatchingFacts } from './matching.ts'
import { keepLayers, layersOf, noteDay, settleFact, type StandingFact } from './state.ts'

interface KnownFact {
  id: number
  standing: StandingFact
  layers: SpelledLayer[]
}

/** A fact worked out anew: what is stated of it, oldest first. */
interface MadeFact {
  layers: SpelledLayer[]
}

/**
 * Takes an import out of the contacts, evaluations ... of which several stand under one key. Which of them a row is about can depend on
 * which others were there, so what the remaining imports say under the key is matched again from the beginning.
 */
export function rematchWithout(
  database: WritableDatabase,
  kind: FactKind,
  importId: number,
  affected: AffectedDays,
): void {
  if (rulesOf(kind).length === 0) return
  for (const { sourceId, key } of sharedKeysOfImport(database, kind, importId)) {
    const facts = findByKey(database, kind, sourceId, key).map(({ id }): KnownFact => {
      const standing = readFact(database, kind, id)!
      return { id, standing, layers: layersOf(database, kind, id, standing) }
    })
    const remaining = facts.flatMap(({ layers }) => layers.filter((layer) => layer.importId !== importId))
    // the import alone stands behind them all: they go with its other facts
    if (remaining.length > 0) replace(database, kind, sourceId, facts, matchAnew(kind, remaining), affected)
  }
}

function matchAnew(kind: FactKind, statements: readonly SpelledLayer[]): MadeFact[] {
  const made: MadeFact[] = []
  const byImport = Map.groupBy(statements, (statement) => statement.importId)
  for (const importId of [...byImport.keys()].toSorted((a, b) => a - b)) {
    const matcher = createRowMatcher(kind, factsInMemory(kind, made, importId))
    const rows = byImport.get(importId)!.toSorted((a, b) => a.rowNumber - b.rowNumber)
    for (const [index, { rowNumber, values }] of rows.entries()) matcher.write(rowNumber, values, index > 0)
    matcher.finish()
  }
  return made
}

/** The matcher's view of facts that are being worked out; their ids are their places in the list. */
function factsInMemory(kind: FactKind, made: MadeFact[], importId: number): MatchingFacts {
  const standing = (id: number) => fold(made[id]!.layers)
  return {
    candidates() {
      const ids = [...made.keys()].toSorted((a, b) => {
        const [one, other] = [made[a]!.layers[0]!, made[b]!.layers[0]!]
        return one.importId - other.importId || one.rowNumber - other.rowNumber
      })
      return ids.map((id): Candidate => {
        const values = standing(id)
        const telling = ruleFor(kind, values)!.telling.flatMap((column): [string, FactValue][] => {
          const value = values.get(column)
          return value === undefined ? [] : [[column, value]]
        })
        return { id, telling: new Map(telling) }
      })
    },
    standing,
    stated: (id) => made[id]!.layers.find((layer) => layer.importId === importId)?.values,
    add(rowNumber, values) {
      made.push({ layers: [{ importId, rowNumber, values }] })
    },
    again(id, rowNumber, values) {
      const outcome = differences(standing(id), values).length === 0 ? 'unchanged' : 'updated'
      made[id]!.layers.push({ importId, rowNumber, values })
      return outcome
    },
  }
}

/** Puts facts worked out anew in the place of those that stand; one that begins with the same row keeps its id. */
function replace(
  database: WritableDatabase,
  kind: FactKind,
  sourceId: number,
  known: readonly KnownFact[],
  made: readonly MadeFact[],
  affected: AffectedDays,
): void {
  const free = new Map(known.map((fact) => [fact.id, fact]))
  const beginning = ({ importId, rowNumber }: { importId: number; rowNumber: number }) =>
    `${importId}#${rowNumber}`
  for (const { id } of known) noteDay(database, kind, id, affected)
  for (const { layers } of made) {
    const first = beginning(layers[0]!)
    const kept = [...free.values()].find((fact) => fact.layers.some((layer) => beginning(layer) === first))
    if (kept) {
      free.delete(kept.id)
      settleFact(database, kind, kept.id, kept.standing, layers)
      noteDay(database, kind, kept.id, affected)
    } else noteDay(database, kind, addFact(database, kind, sourceId, layers), affected)
  }
  for (const { id } of free.values()) {
    deleteLayers(database, kind, id)
    deleteFact(database, kind, id)
  }
}

function addFact(
  database: WritableDatabase,
  kind: FactKind,
  sourceId: number,
  layers: readonly SpelledLayer[],
): number {
  const values: Statement = fold(layers)
  const id = insertFact(database, kind, { ...layers[0]!, sourceId }, values)
  keepLayers(database, kind, id, layers)
  return id
}
