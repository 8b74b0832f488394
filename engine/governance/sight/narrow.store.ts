import { connect, type ReadableDatabase } from '../../store/index.ts'
import { hiddenNames, ownRecords } from './narrow-views.store.ts'

/** Days on which somebody's records may be seen, by day numbers, both ends included. */
export interface SeenSpell {
  personId: number
  fromDay: number
  toDay: number
}

/** What a connection is narrowed to. */
export interface Narrowing {
  /** Only records of these people on these days; null for everybody's. */
  seen: readonly SeenSpell[] | null
  teams: readonly string[]
  hidesNames: boolean
}

/** A connection of its own to the same workspace, on which tables show only what somebody may see. */
export interface NarrowConnection {
  read: ReadableDatabase
  /** Fits it to what may be seen now. */
  fit(narrowing: Narrowing): void
  close(): void
}

/**
 * Opens a connection whose temporary views stand in front of the tables they are named after: SQLite looks there first, so every query of every
 * domain reads through them and none can forget to.
 */
export function openNarrow(
  whole: ReadableDatabase,
  kind: Pick<Narrowing, 'hidesNames'> & { isScoped: boolean },
): NarrowConnection {
  const read = connect(whole.raw.name, 'read')
  const { raw } = read
  raw.exec(
    'CREATE TEMP TABLE seen (person_id INTEGER NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL)',
  )
  raw.exec('CREATE INDEX temp.seen_by_person ON seen (person_id)')
  raw.exec('CREATE TEMP TABLE seen_teams (name TEXT PRIMARY KEY)')
  const columnsOf = (table: string) =>
    raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
  for (const { name, sql } of [
    ...(kind.isScoped ? ownRecords : []),
    ...(kind.hidesNames ? hiddenNames(columnsOf) : []),
  ])
    raw.exec(`CREATE TEMP VIEW ${name} AS ${sql}`)
  const addSpell = raw.prepare('INSERT INTO temp.seen VALUES (?, ?, ?)')
  const addTeam = raw.prepare('INSERT OR IGNORE INTO temp.seen_teams VALUES (?)')
  let stands = ''
  return {
    read,
    fit({ seen, teams }) {
      const wanted = JSON.stringify([seen, teams])
      if (wanted === stands) return
      raw.transaction(() => {
        raw.exec('DELETE FROM temp.seen; DELETE FROM temp.seen_teams')
        for (const { personId, fromDay, toDay } of seen ?? []) addSpell.run(personId, fromDay, toDay)
        for (const team of teams) addTeam.run(team)
      })()
      stands = wanted
    },
    close: () => raw.close(),
  }
}
