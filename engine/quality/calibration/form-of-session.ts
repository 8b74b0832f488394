import { t } from '#speech'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readVersion } from '../scorecards/versions.store.ts'
import { digestOf, ticketOf } from './canonical.ts'
import { readItems, type SessionRow } from './sessions.store.ts'

/** The form a session keeps to, with its digest. */
export function formOf(
  database: ReadableDatabase,
  { versionId }: SessionRow,
): { version: string; definition: ScorecardDefinition; digest: string } {
  const version = readVersion(database, versionId)
  const definition = version && definitionOf(version)
  if (!definition) throw new Problem('NOT_FOUND', t`The form of this calibration is no longer there.`)
  return { version: version.version, definition, digest: digestOf(definition) }
}

/** What this workspace signs for a reviewer's part of its session. */
export function ownTicket(database: ReadableDatabase, session: SessionRow, reviewer: string): string {
  return ticketOf(session.secret ?? '', {
    sessionUid: session.uid,
    reviewer,
    formDigest: formOf(database, session).digest,
    itemUids: readItems(database, session.id).map(({ uid }) => uid),
  })
}
