import { t } from '#speech'
import type { SavedSearch, SearchInput } from '../../shared/contract/search.ts'
import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { deleteSaved, insertSaved, readOneSaved, renameSaved, savedNamed } from './saved.store.ts'

function mustBeThere(database: WritableDatabase, id: number): SavedSearch {
  const saved = readOneSaved(database, id)
  if (!saved) throw new Problem('NOT_FOUND', t`That saved search is no longer there.`)
  return saved
}

function mustBeFree(database: WritableDatabase, name: string, mine?: number): void {
  const other = savedNamed(database, name)
  if (other !== undefined && other !== mine)
    throw new Problem('CONFLICT', t`There is a saved search "${{ name }}" already; choose another name.`)
}

/** Saves a search under a name. `CONFLICT` where another has it. */
export function saveSearch(
  database: WritableDatabase,
  name: string,
  search: SearchInput,
  now: number,
): SavedSearch {
  mustBeFree(database, name)
  return mustBeThere(database, insertSaved(database, name, search, now))
}

/** Gives a saved search another name. `NOT_FOUND`, or `CONFLICT` where another has the name. */
export function renameSearch(database: WritableDatabase, id: number, name: string): SavedSearch {
  mustBeThere(database, id)
  mustBeFree(database, name, id)
  renameSaved(database, id, name)
  return mustBeThere(database, id)
}

/** Deletes a saved search; gives what it was. `NOT_FOUND`. */
export function removeSearch(database: WritableDatabase, id: number): SavedSearch {
  const saved = mustBeThere(database, id)
  deleteSaved(database, id)
  return saved
}
