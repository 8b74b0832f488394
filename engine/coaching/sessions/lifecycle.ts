import { t } from '#speech'
import { Problem } from '../../problem.ts'
import type { Directory } from '../../people/index.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { keepStanding } from './answers.ts'
import { readAnswers } from './answers.store.ts'
import { mustOwnSession, notedPerson } from './must.ts'
import {
  readSessionPeople,
  updateAcknowledgement,
  updateDraftWords,
  updateSession,
  updateTeam,
  type SessionRow,
} from './sessions.store.ts'

function mustBe(session: SessionRow, states: readonly SessionRow['state'][], sentence: string): void {
  if (session.removedAt !== null)
    throw new Problem('CONFLICT', t`That session was removed; bring it back first.`)
  if (!states.includes(session.state)) throw new Problem('CONFLICT', sentence)
}

/** How long it has run until now, without pauses. */
function heldUntil({ heldMs, runningSince }: SessionRow, now: number): number {
  return heldMs + (runningSince === null ? 0 : Math.max(0, now - runningSince))
}

/** Starts the clock, and notes the teams of the day: who moves to another team afterwards was coached where they were. */
export function startSession(
  database: WritableDatabase,
  id: number,
  at: { now: number; today: number },
  directory: Directory,
): void {
  mustBe(mustOwnSession(database, id), ['prepared'], t`Only a session that is prepared can be started.`)
  updateSession(database, id, {
    state: 'running',
    startedAt: at.now,
    runningSince: at.now,
    updatedAt: at.now,
  })
  noteTeams(database, id, at.today, directory)
}

function noteTeams(database: WritableDatabase, id: number, day: number, directory: Directory): void {
  for (const { notedId, personId } of readSessionPeople(database, id)) {
    if (personId === null) continue
    const teamId = directory.teamAt(personId, day)
    updateTeam(database, id, notedId, teamId === null ? null : (directory.teams.get(teamId)?.name ?? null))
  }
}

/** Stops the clock, or lets it run again. */
export function pauseSession(database: WritableDatabase, id: number, isPaused: boolean, now: number): void {
  const session = mustOwnSession(database, id)
  mustBe(session, ['running'], t`Only a session that is running can be paused.`)
  if (isPaused === (session.runningSince === null)) return
  updateSession(database, id, {
    heldMs: heldUntil(session, now),
    runningSince: isPaused ? null : now,
    updatedAt: now,
  })
}

/** Ends a session; `heldAt` for one that was held away from here. From then on it counts as coached. */
export function finishSession(
  database: WritableDatabase,
  id: number,
  at: { heldAt: number | undefined; now: number; dayOf: (instantMs: number) => number },
  directory: Directory,
): void {
  const session = mustOwnSession(database, id)
  mustBe(session, ['prepared', 'running'], t`That session was held or called off already.`)
  const heldAt = at.heldAt ?? session.startedAt ?? at.now
  if (heldAt > at.now) throw new Problem('INVALID_INPUT', t`A session cannot have been held in the future.`)
  updateSession(database, id, {
    state: 'held',
    heldAt,
    heldMs: heldUntil(session, at.now),
    runningSince: null,
    updatedAt: at.now,
  })
  noteTeams(database, id, at.dayOf(heldAt), directory)
}

/** Takes the end of a session back: it is where it was before, with the clock standing. */
export function reopenSession(database: WritableDatabase, id: number, now: number): void {
  const session = mustOwnSession(database, id)
  mustBe(session, ['held'], t`Only a session that was held can be opened again.`)
  updateSession(database, id, {
    state: session.startedAt === null ? 'prepared' : 'running',
    heldAt: null,
    updatedAt: now,
  })
}

/** Calls a session off; what was prepared stays. */
export function cancelSession(database: WritableDatabase, id: number, now: number): void {
  const session = mustOwnSession(database, id)
  mustBe(session, ['prepared', 'running'], t`That session was held or called off already.`)
  updateSession(database, id, {
    state: 'cancelled',
    heldMs: heldUntil(session, now),
    runningSince: null,
    updatedAt: now,
  })
}

/** Takes a session out of every list. */
export function removeSession(database: WritableDatabase, id: number, now: number): void {
  const session = mustOwnSession(database, id)
  updateSession(database, id, {
    heldMs: heldUntil(session, now),
    runningSince: null,
    removedAt: now,
    updatedAt: now,
  })
}

/** Brings a removed session back as it was, a called-off one as prepared. */
export function restoreSession(database: WritableDatabase, id: number, now: number): void {
  const session = mustOwnSession(database, id)
  const isCalledOff = session.removedAt === null && session.state === 'cancelled'
  updateSession(database, id, {
    removedAt: null,
    updatedAt: now,
    ...(isCalledOff ? { state: session.startedAt === null ? 'prepared' : 'running' } : {}),
  })
}

/** Notes in the session that somebody read what was agreed, or takes it back with null: then their words are a draft again. */
export function acknowledge(
  database: WritableDatabase,
  input: {
    id: number
    agentId: number
    given: { at: number; how: 'in-session' | 'file'; agrees: boolean; comment: string } | null
  },
): void {
  mustOwnSession(database, input.id)
  const person = notedPerson(database, input.id, input.agentId)
  if (input.given) keepStanding(database, person, readAnswers(database, input.id))
  updateAcknowledgement(database, input.id, person.notedId, input.given)
  const isTakenBack = input.given === null && person.acknowledgedHow === 'in-session'
  if (input.given !== null || isTakenBack)
    updateDraftWords(database, input.id, person.notedId, isTakenBack ? (person.comment ?? '') : '')
}
