import { readDirectory } from '../people/index.ts'
import { revisionOf, type ReadableDatabase } from '../store/index.ts'
import { readAllFacts, readMeasure, readScores } from './facts.store.ts'

/** Stands for what is not known: no id, day or name has it. */
export const UNKNOWN = -1

/**
 * Facts of all conversations side by side, one place each: a filter then goes through plain numbers. Names are numbered in `names`;
 * values are NaN where there is none.
 */
export interface Columns {
  transcriptIds: Float64Array
  days: Int32Array
  personIds: Int32Array
  queues: Int32Array
  channels: Int32Array
  names: ReadonlyMap<string, number>
  /** The team of each conversation's agent on the day it took place. */
  teamIds(): Int32Array
  measure(metricId: string): Float64Array
  scores(): Float64Array
  /** What earlier filters selected, by the filters. */
  selections: Map<string, Uint8Array>
}

// Kept while nothing is written, as the ranking is: reading them takes longer than the search itself.
const kept = new WeakMap<ReadableDatabase, { version: number; columns: Columns }>()

/** The facts of all conversations as of the last commit. */
export function columnsOf(database: ReadableDatabase): Columns {
  const version = revisionOf(database)
  const before = kept.get(database)
  if (before?.version === version) return before.columns
  const columns = readColumns(database)
  kept.set(database, { version, columns })
  return columns
}

function readColumns(database: ReadableDatabase): Columns {
  const facts = readAllFacts(database)
  const names = new Map<string, number>()
  const numberOf = (name: string | null): number => {
    if (name === null) return UNKNOWN
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  const transcriptIds = Float64Array.from(facts, ([id]) => id)
  const personIds = Int32Array.from(facts, ([, , personId]) => personId ?? UNKNOWN)
  const days = Int32Array.from(facts, ([, day]) => day ?? UNKNOWN)
  const places = new Map(facts.map(([id], place) => [id, place]))
  const valuesOf = (rows: Iterable<[transcriptId: number, value: number]>): Float64Array => {
    const values = new Float64Array(facts.length).fill(Number.NaN)
    for (const [id, value] of rows) {
      const place = places.get(id)
      if (place !== undefined) values[place] = value
    }
    return values
  }
  const teamIds = once(() => {
    const { teamAt } = readDirectory(database)
    return Int32Array.from(facts, ([, day, personId]) =>
      personId === null ? UNKNOWN : (teamAt(personId, day ?? undefined) ?? UNKNOWN),
    )
  })
  const measures = new Map<string, Float64Array>()
  return {
    transcriptIds,
    days,
    personIds,
    queues: Int32Array.from(facts, ([, , , queue]) => numberOf(queue)),
    channels: Int32Array.from(facts, ([, , , , channel]) => numberOf(channel)),
    names,
    teamIds,
    measure(metricId) {
      const values = measures.get(metricId) ?? valuesOf(readMeasure(database, metricId))
      measures.set(metricId, values)
      return values
    },
    scores: once(() => valuesOf(readScores(database))),
    selections: new Map(),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
