import { randomBytes, randomUUID } from 'node:crypto'
import { t } from '#speech'
import type { CalibrationCandidate, CalibrationSession } from '../../../shared/contract/calibration.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { drawAtRandom, seededRandom } from '../../statistics/index.ts'
import { inTransaction, type ReadableDatabase } from '../../store/index.ts'
import { hasConversation, readEligible } from '../reviews/eligible.store.ts'
import { readPublished } from '../scorecards/versions.store.ts'
import {
  deleteSession,
  findContacts,
  insertItem,
  insertPart,
  insertPartReview,
  insertSession,
  leaveOut,
  readCandidates,
  readParts,
  readSession,
  readSessions,
  writeState,
  type PartRow,
  type SessionRow,
} from './sessions.store.ts'
import { workspaceUid } from '../../workspace/index.ts'
import { keptWhy } from '../reviews/kept-why.ts'

/** Every session as the list shows it. */
export function listSessions(database: ReadableDatabase): CalibrationSession[] {
  const parts = Map.groupBy(readParts(database), ({ sessionId }) => sessionId)
  return readSessions(database).map((row) => toSession(row, parts.get(row.id) ?? []))
}

/** The session, or `NOT_FOUND`. */
export function mustBeSession(database: ReadableDatabase, id: number): SessionRow {
  const session = readSession(database, id)
  if (!session) throw new Problem('NOT_FOUND', t`That calibration is no longer there; go back to the list.`)
  return session
}

/** The parts of one session. */
export function partsOf(database: ReadableDatabase, sessionId: number): PartRow[] {
  return readParts(database).filter((part) => part.sessionId === sessionId)
}

/** A session as the page takes it. */
export function toSession(row: SessionRow, parts: readonly PartRow[]): CalibrationSession {
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    expert: row.expert,
    isOurs: row.isOurs === 1,
    state: row.state,
    scorecardId: row.scorecardId,
    form: row.form,
    version: row.version,
    items: row.items,
    createdAt: row.createdAt,
    revealedAt: row.revealedAt,
    settledAt: row.settledAt,
    reviewers: parts.map(({ reviewer, submitted, skipped, total, isLeftOut, exportedAt }) => ({
      reviewer,
      submitted,
      skipped,
      total,
      isLeftOut: isLeftOut === 1,
      exportedAt,
    })),
  }
}

type Pick = { kind: 'random'; from: string; to: string; n: number } | { kind: 'contacts'; refs: string[] }

/** Conversations to choose from: drawn at random from some days, or those of contact ids; `missing` are ids without a conversation. */
export function pickConversations(
  database: ReadableDatabase,
  scorecardId: number,
  from: Pick,
): { items: CalibrationCandidate[]; eligible: number; missing: string[] } {
  if (from.kind === 'contacts') {
    const found = findContacts(database, from.refs)
    const known = new Set(found.map(({ contactRef }) => contactRef))
    const ids = found.map(({ interactionId }) => interactionId)
    return {
      items: readCandidates(database, ids),
      eligible: ids.length,
      missing: [...new Set(from.refs)].filter((ref) => !known.has(ref)),
    }
  }
  const days = { from: dayNumber(from.from), to: dayNumber(from.to) }
  const eligible = readEligible(database, days, scorecardId, 0).map(({ interactionId }) => ({
    id: String(interactionId),
    stratum: '',
  }))
  const drawn = drawAtRandom(eligible, from.n, seededRandom(randomBytes(4).readUInt32LE()))
  const ids = drawn.map(({ id }) => Number(id))
  return { items: readCandidates(database, ids), eligible: eligible.length, missing: [] }
}

/** What a session is made of. */
export interface NewSession {
  name: string
  scorecardId: number
  mode: 'expert' | 'consensus'
  expert: string | null
  interactionIds: readonly number[]
  reviewers: readonly string[]
}

/**
 * Makes a session on the version of the form that reviewers score on now, which it keeps, with one review for each conversation and reviewer;
 * gives its id. `INVALID_INPUT` for fewer than two reviewers, or an expert who is none of them; `CONFLICT` without a version to score on.
 */
export function createSession(context: EngineContext, input: NewSession): Promise<number> {
  const reviewers = [...new Set(input.reviewers)]
  if (reviewers.length < 2) throw new Problem('INVALID_INPUT', t`A calibration needs two reviewers or more.`)
  if (input.mode === 'expert' && (input.expert === null || !reviewers.includes(input.expert)))
    throw new Problem('INVALID_INPUT', t`Say which of the reviewers is the expert.`)
  return writing(context, (database) =>
    inTransaction(database, () => {
      const version = readPublished(database, input.scorecardId)
      if (!version)
        throw new Problem(
          'CONFLICT',
          t`That scorecard has no version to score on yet; publish its draft first.`,
        )
      const interactionIds = [...new Set(input.interactionIds)]
      if (interactionIds.some((id) => !hasConversation(database, id)))
        throw new Problem('NOT_FOUND', t`One of those conversations is no longer there; choose again.`)
      const at = context.now()
      const { scorecardId } = input
      const session = { ...input, versionId: version.id, at }
      const sessionId = insertSession(database, {
        ...session,
        uid: randomUUID(),
        workspaceUid: workspaceUid(database),
        secret: randomBytes(32).toString('hex'),
        expert: input.mode === 'expert' ? input.expert : null,
        isOurs: true,
      })
      for (const [at0, reviewer] of reviewers.entries())
        insertPart(database, { sessionId, reviewer, position: at0, ticket: null })
      for (const [at0, interactionId] of interactionIds.entries()) {
        const position = at0 + 1
        const itemId = insertItem(database, { sessionId, uid: randomUUID(), position, conversation: null })
        const why = whyOf(input.name, position, interactionIds.length)
        for (const reviewer of reviewers)
          insertPartReview(database, {
            itemId,
            scorecardId,
            versionId: version.id,
            interactionId,
            reviewer,
            why,
            at,
          })
      }
      return sessionId
    }),
  )
}

/** Why a review of a session is in the queue. */
export function whyOf(name: string, position: number, of: number): string {
  return keptWhy('calibrated', { name, position, of })
}

/** Takes a session away that nothing was submitted to. `CONFLICT` where something was. */
export async function removeSession(context: EngineContext, id: number): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const session = mustBeSession(database, id)
      if (session.state !== 'scoring' || partsOf(database, id).some(({ submitted }) => submitted > 0))
        throw new Problem('CONFLICT', t`Reviewers have submitted to this calibration already, so it stays.`)
      deleteSession(database, id)
    }),
  )
}

/**
 * Shows everybody's answers. `CONFLICT` while somebody has not submitted everything and is not left out, where fewer than two reviewers would
 * be left, and for a session of another workspace.
 */
export async function revealSession(
  context: EngineContext,
  id: number,
  leftOut: readonly string[],
): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const session = mustBeSession(database, id)
      if (session.isOurs === 0)
        throw new Problem('CONFLICT', t`This calibration is revealed in the workspace it comes from.`)
      if (session.state !== 'scoring') throw new Problem('CONFLICT', t`This calibration is revealed already.`)
      const missing = partsOf(database, id).filter(({ submitted, total }) => submitted < total)
      const waitedFor = missing.filter(({ reviewer }) => !leftOut.includes(reviewer))
      const [first] = waitedFor
      if (first !== undefined)
        throw new Problem(
          'CONFLICT',
          waitedFor.length === 1
            ? t`${{ reviewer: first.reviewer }} has submitted ${{ submitted: first.submitted }} of ${{ total: first.total }} conversations; wait, or reveal without them.`
            : t`${{ reviewers: waitedFor.length }} reviewers have not submitted everything yet: ${{ names: waitedFor.map(({ reviewer }) => reviewer).join(', ') }}; wait, or reveal without them.`,
        )
      if (missing.some(({ reviewer }) => reviewer === session.expert))
        throw new Problem(
          'CONFLICT',
          t`${{ expert: session.expert }} is the expert of this calibration and cannot be left out.`,
        )
      if (partsOf(database, id).length - missing.length < 2)
        throw new Problem(
          'CONFLICT',
          t`Two reviewers at least have to submit before there is anything to compare.`,
        )
      const at = context.now()
      for (const { reviewer } of missing) leaveOut(database, { sessionId: id, reviewer, at })
      writeState(database, { id, state: 'revealed', revealedAt: at, settledAt: null })
    }),
  )
}
