import { INTERACTION_SUMS, OBSERVATION_SUMS } from '../metrics/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'

/** Daily sums of one kind: the table they stand in, and the one for sums that came as such. */
export interface SumsTable {
  daily: 'interaction_days' | 'observation_days'
  given: 'aggregated_contacts' | 'aggregated_observations'
  /** What a sum is of, beside day and person. */
  keys: readonly string[]
  sums: readonly string[]
}

export const sumsTables: readonly SumsTable[] = [
  {
    daily: 'interaction_days',
    given: 'aggregated_contacts',
    keys: ['stratum_id'],
    sums: INTERACTION_SUMS,
  },
  {
    daily: 'observation_days',
    given: 'aggregated_observations',
    keys: ['metric_id', 'stratum_id', 'is_drawn'],
    sums: OBSERVATION_SUMS,
  },
]

/** Sums of one day and identity; the first of `sums` is how many they are of. Identity and person 0: nobody named. */
export interface SumsRow {
  day: number
  identityId: number
  personId: number
  keys: (string | number)[]
  sums: (number | null)[]
}

/** All daily sums, but undated ones, which are in no window. */
export function* eachSum({ raw }: ReadableDatabase, table: SumsTable): Generator<SumsRow, void, void> {
  const { daily, keys, sums } = table
  const rows = raw
    .prepare(
      `SELECT day, identity_id, ifnull(person_id, 0), ${[...keys, ...sums].map((name) => `rollup.${name}`).join(', ')}
       FROM main.${daily} AS rollup LEFT JOIN main.identities ON identities.id = identity_id WHERE day > 0`,
    )
    .raw()
  for (const row of rows.iterate() as IterableIterator<(string | number)[]>) {
    const [day, identityId, personId, ...rest] = row
    yield {
      day: Number(day),
      identityId: Number(identityId),
      personId: Number(personId),
      keys: rest.slice(0, keys.length),
      sums: rest.slice(keys.length) as (number | null)[],
    }
  }
}

/** Reads the sums of one day, identity and kind; undefined where there are none. */
export function sumsReader(
  { raw }: ReadableDatabase,
  { daily, keys, sums }: SumsTable,
): (row: SumsRow) => (number | null)[] | undefined {
  const find = raw
    .prepare(
      `SELECT ${sums.join(', ')} FROM ${daily} WHERE day = ? AND identity_id = ? AND ${keys.map((name) => `${name} = ?`).join(' AND ')}`,
    )
    .raw()
  return ({ day, identityId, keys: values }) =>
    find.get(day, identityId, ...values) as (number | null)[] | undefined
}

/** Adds sums to those that are given for one day, identity and kind. */
export function sumsWriter(
  { raw }: WritableDatabase,
  { given, keys, sums }: SumsTable,
  importId: number,
): (row: Omit<SumsRow, 'personId'>) => void {
  const columns = ['import_id', 'day', 'identity_id', ...keys, ...sums]
  const put = raw.prepare(
    `INSERT INTO ${given} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${sums
      .map(
        (name) =>
          `${name} = CASE WHEN ${name} IS NULL THEN excluded.${name} ELSE ${name} + ifnull(excluded.${name}, 0) END`,
      )
      .join(', ')}`,
  )
  return ({ day, identityId, keys: values, sums: numbers }) => {
    put.run(importId, day, identityId, ...values, ...numbers)
  }
}

/** Somebody of another team, without anything that names them. */
export function insertPeer({ raw }: WritableDatabase, sourceId: number, number: number): number {
  const id = Number(
    raw
      .prepare('INSERT INTO identities (source_id, key, name, person_id) VALUES (?, ?, ?, 0)')
      .run(sourceId, `peer ${number}`, `Peer ${number}`).lastInsertRowid,
  )
  raw.prepare('UPDATE identities SET person_id = id WHERE id = ?').run(id)
  return id
}

/** What of a peer's standing figures rest on: that they are new, or are not compared with. */
export function insertStanding(
  { raw }: WritableDatabase,
  importId: number,
  sourceId: number,
  peer: { identityId: number; status: string | null; hiredDay: number | null },
): void {
  raw
    .prepare(
      'INSERT INTO roster_entries (import_id, row_number, source_id, identity_id, status, hired_day) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(importId, peer.identityId, sourceId, peer.identityId, peer.status, peer.hiredDay)
}
