import { isDeepStrictEqual } from 'node:util'
import { plural, t } from '#speech'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { redact } from '../../language/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { readReviewer, writeReviewer } from '../reviews/reviewer.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { refuseProblems } from '../scorecards/editing.ts'
import {
  findScorecardNamed,
  insertScorecard,
  readVersion,
  readVersions,
  writeDefinition,
} from '../scorecards/versions.store.ts'
import type { PartBody } from './file-format.ts'
import type { ImportedFile } from './imported-file.ts'
import { whyOf } from './sessions.ts'
import {
  findSession,
  insertItem,
  insertPart,
  insertPartReview,
  insertSession,
  readItems,
  readParts,
  type SessionRow,
} from './sessions.store.ts'

/**
 * Puts a part of another workspace's session into the queue here: its conversations lie in the session, not among the contacts, so that no figure
 * of this workspace knows of them. The same part again changes nothing. `CONFLICT` where it is not what came before under the same name.
 */
export function adoptPart(database: WritableDatabase, body: PartBody, at: number): ImportedFile {
  refuseProblems(body.form.definition)
  const known = findSession(database, body.sessionUid)
  const session = known ?? insertAdopted(database, body, at)
  const items = readItems(database, session.id)
  refuseOther(database, session, body)
  const isThere = readParts(database).some(
    (part) => part.sessionId === session.id && part.reviewer === body.reviewer,
  )
  if (!isThere) {
    const position = readParts(database).filter((part) => part.sessionId === session.id).length
    insertPart(database, { sessionId: session.id, reviewer: body.reviewer, position, ticket: body.ticket })
    for (const item of items)
      insertPartReview(database, {
        itemId: item.id,
        scorecardId: session.scorecardId,
        versionId: session.versionId,
        interactionId: null,
        reviewer: body.reviewer,
        why: whyOf(session.name, item.position, items.length),
        at,
      })
  }
  if (readReviewer(database) === null) writeReviewer(database, body.reviewer)
  return {
    id: session.id,
    kind: 'part',
    reviewer: body.reviewer,
    added: isThere ? 0 : items.length,
    replaced: 0,
    unchanged: isThere ? items.length : 0,
    older: 0,
    sentence: isThere
      ? t`The part of ${{ reviewer: body.reviewer }} in "${{ session: session.name }}" is here already.`
      : t`${plural({ conversations: items.length }, { one: '# conversation waits', other: '# conversations wait' })} in the review queue of ${{ reviewer: body.reviewer }}.`,
  }
}

function insertAdopted(database: WritableDatabase, body: PartBody, at: number): SessionRow {
  const form = formFor(database, body, at)
  const sessionId = insertSession(database, {
    uid: body.sessionUid,
    workspaceUid: body.workspaceUid,
    secret: null,
    name: body.name,
    mode: 'consensus',
    expert: null,
    isOurs: false,
    at,
    ...form,
  })
  for (const { uid, position, conversation } of body.items) {
    const turns = conversation.turns.map((turn) => ({ ...turn, text: redact(turn.text).text }))
    insertItem(database, {
      sessionId,
      uid,
      position,
      conversation: JSON.stringify({ ...conversation, turns }),
    })
  }
  return findSession(database, body.sessionUid)!
}

/** The form that came with a part: one that is here word for word, else a scorecard of its own, so that none of this workspace changes. */
function formFor(
  database: WritableDatabase,
  { form, name }: PartBody,
  at: number,
): { scorecardId: number; versionId: number } {
  const there = findScorecardNamed(database, form.definition.title)
  if (there !== undefined) {
    const same = readVersions(database, there).find(
      (version) => version.state === 'published' && isDeepStrictEqual(definitionOf(version), form.definition),
    )
    if (same) return { scorecardId: there, versionId: same.id }
  }
  const title = freeName(database, form.definition, name)
  const scorecardId = insertScorecard(database, title, null)
  const versionId = writeDefinition(database, {
    scorecardId,
    version: form.version,
    definition: JSON.stringify(form.definition),
    note: t`Came with the calibration "${{ name }}".`,
    at,
  })
  return { scorecardId, versionId }
}

function freeName(database: ReadableDatabase, { title }: ScorecardDefinition, session: string): string {
  const wanted = `${title} (${session})`
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (findScorecardNamed(database, name) === undefined) return name
  }
}

function refuseOther(database: ReadableDatabase, session: SessionRow, body: PartBody): void {
  const version = readVersion(database, session.versionId)
  const uids = readItems(database, session.id).map(({ uid }) => uid)
  const isSame =
    session.isOurs === 0 &&
    session.workspaceUid === body.workspaceUid &&
    version !== undefined &&
    isDeepStrictEqual(definitionOf(version), body.form.definition) &&
    isDeepStrictEqual(uids.toSorted(), body.items.map(({ uid }) => uid).toSorted())
  if (!isSame)
    throw new Problem(
      'CONFLICT',
      t`This file holds other conversations or another form than the calibration "${{ name: session.name }}" that is here. Nothing was changed.`,
    )
}
