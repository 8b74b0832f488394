import { t } from '#speech'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import {
  findSession,
  readOrigin,
  readSessionPeople,
  type SessionPersonRow,
  type SessionRow,
} from './sessions.store.ts'

/** A session by its id, removed ones too; `NOT_FOUND` with a sentence. */
export function mustSession(database: ReadableDatabase, id: number): SessionRow {
  const session = findSession(database, id)
  if (!session) throw new Problem('NOT_FOUND', t`That session is no longer there.`)
  return session
}

/** A session that may be changed here; `CONFLICT` with a sentence where it was held in a workspace that was merged. */
export function mustOwnSession(database: ReadableDatabase, id: number): SessionRow {
  const session = mustSession(database, id)
  const origin = readOrigin(database, id)
  if (origin !== null)
    throw new Problem(
      'CONFLICT',
      t`This session comes from ${{ origin }}: change it there and merge again, or the next merge would undo your change.`,
    )
  return session
}

/** How a session notes somebody who takes part, whichever of their identities it knows them by. */
export function notedPerson(
  database: ReadableDatabase,
  sessionId: number,
  personId: number,
): SessionPersonRow {
  const found = readSessionPeople(database, sessionId).find(
    (one) => one.personId === personId || one.notedId === personId,
  )
  if (!found) throw new Problem('NOT_FOUND', t`That person does not take part in this session.`)
  return found
}
