import { createHash } from 'node:crypto'
import type { MergeReport } from '../../shared/contract/merging.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { heardMoments } from '../coaching/index.ts'
import { identityHere } from './decisions.store.ts'
import {
  deleteSession,
  insertCells,
  noteMergedMarks,
  noteMergedSession,
  readHeldThere,
  readMarksThere,
  readMergedSessions,
  rewriteSession,
  takeBackMarks,
  type Cells,
} from './sessions.store.ts'

/** A hash of all that is taken over of the sessions and the marks of a workspace. */
export function digestOfSessions(theirs: ReadableDatabase): string {
  return hashOf([readHeldThere(theirs), readMarksThere(theirs)])
}

function hashOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex')
}

/** Sessions that came, that changed, that went and that stand as they were. */
export type SessionCounts = MergeReport['sessions']

/** What merging would do with the sessions of a workspace that was merged before as `workspaceId`, or never. */
export function compareSessions(
  theirs: ReadableDatabase,
  ours: ReadableDatabase,
  workspaceId: number | null,
): SessionCounts {
  const standing = new Map(
    (workspaceId === null ? [] : readMergedSessions(ours, workspaceId)).map((one) => [one.theirId, one]),
  )
  const there = readHeldThere(theirs).filter(({ people }) => people.length > 0)
  const counts = { added: 0, changed: 0, removed: 0, kept: 0 }
  for (const one of there) {
    const before = standing.get(one.id)
    if (!before) counts.added++
    else if (before.digest.startsWith(hashOf(one))) counts.kept++
    else counts.changed++
  }
  const ids = new Set(there.map(({ id }) => id))
  counts.removed = [...standing.keys()].filter((id) => !ids.has(id)).length
  return counts
}

/**
 * Brings the sessions here that were held in a merged workspace in line with what stands there: with what was agreed and the moments that were
 * heard as they read then, and never with private notes. A coach is called with the workspace, so that it is seen where a session is from.
 * Marks "coached" come along: whoever was coached elsewhere is no yardstick for others. After the facts, which bring the people.
 */
export function takeOverSessions(
  theirs: ReadableDatabase,
  ours: WritableDatabase,
  given: {
    workspaceId: number
    name: string
    sourceName: (theirName: string) => string
    question: (theirId: number) => number
  },
): SessionCounts {
  const { workspaceId, name, sourceName } = given
  const standing = new Map(readMergedSessions(ours, workspaceId).map((one) => [one.theirId, one]))
  const wanted = new Set<number>()
  const counts = { added: 0, changed: 0, removed: 0, kept: 0 }
  const here = (row: Cells) => identityHere(ours, sourceName(String(row['source'])), String(row['key']))
  for (const there of readHeldThere(theirs)) {
    const peopleHere = new Map<number, number>()
    const found = (rows: Cells[]) =>
      rows.flatMap((one) => {
        const personId = here(one)
        if (personId === undefined) return []
        peopleHere.set(Number(one['theirPersonId']), personId)
        return [{ ...plainly(one), person_id: personId }]
      })
    const people = found(there.people)
    // a session with nobody who is in the data says nothing here
    if (people.length === 0) continue
    wanted.add(there.id)
    const session: Cells = {
      ...there.session,
      coach: [there.session['coach'], name].filter((part) => part !== '').join(' · '),
      driver_id: driverHere(there.session['driver_id'] ?? null, given.question),
      template_id: templateHere(there.session['template_id'] ?? null),
      moments: heardMoments(ours, String(there.session['moments'] ?? '[]'), peopleHere),
    }
    const commitments = found(there.commitments)
    const digest = `${hashOf(there)} ${hashOf([session, people, commitments])}`
    const before = standing.get(there.id)
    if (before?.digest === digest) {
      counts.kept++
      continue
    }
    if (!before) counts.added++
    // what stands under other numbers here is the same to whoever reads it
    else if (before.digest.startsWith(hashOf(there))) counts.kept++
    else counts.changed++
    if (before) rewriteSession(ours, before.sessionId, session)
    const sessionId = before?.sessionId ?? insertCells(ours, 'coaching_sessions', session)
    for (const person of people)
      insertCells(ours, 'coaching_session_people', { ...person, session_id: sessionId })
    for (const agreed of commitments) insertCells(ours, 'commitments', { ...agreed, session_id: sessionId })
    noteMergedSession(ours, workspaceId, { sessionId, theirId: there.id, digest })
  }
  for (const { theirId, sessionId } of standing.values())
    if (!wanted.has(theirId)) {
      counts.removed++
      deleteSession(ours, sessionId)
    }
  takeBackMarks(ours, workspaceId)
  const marks = readMarksThere(theirs).flatMap((mark) => {
    const personId = here(mark)
    if (personId === undefined) return []
    const { at, note } = mark
    const driverId = driverHere(mark['driver_id'] ?? null, given.question)
    return [
      insertCells(ours, 'coached_marks', {
        person_id: personId,
        driver_id: driverId,
        at: at!,
        note: note ?? null,
      }),
    ]
  })
  noteMergedMarks(ours, workspaceId, marks)
  return counts
}

/** Takes away the sessions and marks that came with a merge. */
export function takeBackSessions(ours: WritableDatabase, workspaceId: number): void {
  for (const { sessionId } of readMergedSessions(ours, workspaceId)) deleteSession(ours, sessionId)
  takeBackMarks(ours, workspaceId)
}

/** What somebody's row says, without how it is found. */
function plainly(row: Cells): Cells {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([column]) => !['session_id', 'source', 'key', 'theirPersonId'].includes(column),
    ),
  )
}

/** A driver that is a question there has another number here. */
function driverHere(driverId: Cells[string], question: (id: number) => number): Cells[string] {
  const [, kind, id, rest] = /^(question|auto):(\d+)(.*)$/.exec(String(driverId)) ?? []
  return kind === undefined ? driverId : `${kind}:${question(Number(id))}${rest}`
}

/** Ready questions are the same everywhere; a workspace's own have a number that means others here. */
function templateHere(templateId: Cells[string]): Cells[string] {
  return String(templateId).startsWith('ready:') ? templateId : null
}
