import { searchInput, type SavedSearch, type SearchInput } from '../../shared/contract/search.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

interface Row {
  id: number
  name: string
  search: string
  at: number
}

function toSaved({ search, ...rest }: Row): SavedSearch[] {
  // one of a newer Debrief may hold what this one cannot read: it is passed over, not lost
  const read = searchInput.safeParse(JSON.parse(search))
  return read.success ? [{ ...rest, search: read.data }] : []
}

/** The searches that were saved, by name. */
export function readSaved(database: ReadableDatabase): SavedSearch[] {
  return all<Row>(
    database,
    'SELECT id, name, search, at FROM saved_searches ORDER BY name COLLATE NOCASE, id',
  ).flatMap(toSaved)
}

/** One saved search, or undefined. */
export function readOneSaved(database: ReadableDatabase, id: number): SavedSearch | undefined {
  const row = one<Row>(database, 'SELECT id, name, search, at FROM saved_searches WHERE id = ?', id)
  return row && toSaved(row)[0]
}

/** The id of the search with that name, or undefined. */
export function savedNamed(database: ReadableDatabase, name: string): number | undefined {
  return one<{ id: number }>(database, 'SELECT id FROM saved_searches WHERE name = ? COLLATE NOCASE', name)
    ?.id
}

/** Keeps a search; gives its id. */
export function insertSaved(
  database: WritableDatabase,
  name: string,
  search: SearchInput,
  now: number,
): number {
  return run(
    database,
    'INSERT INTO saved_searches (name, search, at) VALUES (?, ?, ?)',
    name,
    JSON.stringify(search),
    now,
  ).id
}

/** Gives a saved search another name. */
export function renameSaved(database: WritableDatabase, id: number, name: string): void {
  run(database, 'UPDATE saved_searches SET name = ? WHERE id = ?', name, id)
}

/** Takes a saved search away. */
export function deleteSaved(database: WritableDatabase, id: number): void {
  run(database, 'DELETE FROM saved_searches WHERE id = ?', id)
}
