import { createHash } from 'node:crypto'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { identityHere } from './decisions.store.ts'
import {
  deleteSession,
  insertCells,
  noteMergedSession,
  readHeldThere,
  readMergedSessions,
  rewriteSession,
  type Cells,
} from './sessions.store.ts'

/** A hash of all that is taken over of the sessions of a workspace. */
export function digestOfSessions(theirs: ReadableDatabase): string {
  return hashOf(readHeldThere(theirs))
}

function hashOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex')
}

/**
 * Brings the sessions here that were held in a merged workspace in line with what stands there: with what was agreed, and never with private notes.
 * Moments stay there, since they point at its conversations. A coach is called with the workspace, so that it is seen where a session is from.
 * After the facts, which bring the people.
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
): void {
  const { workspaceId, name, sourceName } = given
  const standing = new Map(readMergedSessions(ours, workspaceId).map((one) => [one.theirId, one]))
  const wanted = new Set<number>()
  for (const there of readHeldThere(theirs)) {
    const here = (row: Cells) => identityHere(ours, sourceName(String(row['source'])), String(row['key']))
    const found = (rows: Cells[]) =>
      rows.flatMap((one) => {
        const personId = here(one)
        return personId === undefined ? [] : [{ ...plainly(one), person_id: personId }]
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
      moments: '[]',
    }
    const commitments = found(there.commitments)
    const digest = hashOf([session, people, commitments])
    const before = standing.get(there.id)
    if (before?.digest === digest) continue
    if (before) rewriteSession(ours, before.sessionId, session)
    const sessionId = before?.sessionId ?? insertCells(ours, 'coaching_sessions', session)
    for (const person of people)
      insertCells(ours, 'coaching_session_people', { ...person, session_id: sessionId })
    for (const agreed of commitments) insertCells(ours, 'commitments', { ...agreed, session_id: sessionId })
    noteMergedSession(ours, workspaceId, { sessionId, theirId: there.id, digest })
  }
  for (const { theirId, sessionId } of standing.values())
    if (!wanted.has(theirId)) deleteSession(ours, sessionId)
}

/** Takes away the sessions that came with a merge. */
export function takeBackSessions(ours: WritableDatabase, workspaceId: number): void {
  for (const { sessionId } of readMergedSessions(ours, workspaceId)) deleteSession(ours, sessionId)
}

/** What somebody's row says, without how it is found. */
function plainly(row: Cells): Cells {
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => !['session_id', 'source', 'key'].includes(column)),
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
