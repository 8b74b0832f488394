import type {
  AgendaItem,
  Commitment,
  CommitmentDraft,
  SessionFigure,
  SessionListItem,
  SessionPage,
  SessionPerson,
  SessionQuestion,
} from '../../../shared/contract/session.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { labelToKeep } from '../../metrics/index.ts'
import type { Directory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { acknowledgementOf, otherAnswers } from './answers.ts'
import { readAnswers, type AnswerRow } from './answers.store.ts'
import { commitmentView } from './commitments.ts'
import { readCommitments } from './commitments.store.ts'
import { showMoments } from './moments.ts'
import { mustSession } from './must.ts'
import {
  readOrigin,
  readSessionPeople,
  readSessions,
  type SessionPersonRow,
  type SessionRow,
} from './sessions.store.ts'

/** What every view of sessions is made with. */
export interface SessionWorld {
  directory: Directory
  definitions: ReadonlyMap<string, MetricDefinition>
  /** Day number of the calendar. */
  today: number
}

/** What a session is about, by its name now and its name then. */
function focusOf(session: SessionRow, { definitions }: SessionWorld): SessionPage['focus'] {
  const { driverId, focusLabel } = session
  const driver = driverId === null ? undefined : definitions.get(driverId)
  return {
    driverId,
    label: driver?.label ?? focusLabel,
    formerLabel: driver === undefined || labelToKeep(driver) === focusLabel ? null : focusLabel,
    isMeasured: driverId !== null && definitions.has(driverId),
  }
}

function teamName(world: SessionWorld, personId: number | null): string | null {
  if (personId === null) return null
  const id = world.directory.teamAt(personId, world.today)
  return id === null ? null : (world.directory.teams.get(id)?.name ?? null)
}

/** Somebody who takes part: by their name now, or as noted where they are gone from the data. */
function personView(
  row: SessionPersonRow,
  world: SessionWorld,
  answers: readonly AnswerRow[] = [],
): SessionPerson {
  const person = row.personId === null ? undefined : world.directory.people.get(row.personId)
  return {
    id: row.personId ?? row.notedId,
    name: person?.name ?? row.name,
    team: row.team,
    teamNow: teamName(world, row.personId),
    isGone: person === undefined || (person.leftDay !== null && person.leftDay <= world.today),
    figure: row.figure === null ? null : (JSON.parse(row.figure) as SessionFigure),
    acknowledgement: acknowledgementOf(row, answers),
    answers: otherAnswers(row, answers),
    draftWords: row.draftWords,
  }
}

/** Everything of one session. */
export function sessionPageOf(database: ReadableDatabase, id: number, world: SessionWorld): SessionPage {
  const session = mustSession(database, id)
  const rows = readSessionPeople(database, id)
  const answers = readAnswers(database, id)
  const people = rows.map((row) => personView(row, world, answers))
  const ids = new Set(people.map((person) => person.id))
  const commitments = readCommitments(database).map((row) =>
    commitmentView(row, world.directory, world.definitions, world.today),
  )
  const last = lastSessionOf(database, session, ids)
  const { from, to } = { from: dayOfNumber(session.windowFrom), to: dayOfNumber(session.windowTo) }
  return {
    id,
    kind: people.length > 1 ? 'group' : 'one-to-one',
    state: session.state,
    title: session.title,
    coach: session.coach,
    origin: readOrigin(database, id),
    focus: focusOf(session, world),
    window: { from, to },
    people,
    agenda: JSON.parse(session.agenda) as AgendaItem[],
    questions: JSON.parse(session.questions) as SessionQuestion[],
    moments: showMoments(database, session.moments).map((moment) => ({
      ...moment,
      agentId: nowOf(rows, moment.agentId),
    })),
    sharedNotes: session.sharedNotes,
    privateNotes: session.privateNotes,
    plannedAt: session.plannedAt,
    plannedMinutes: session.plannedMinutes,
    startedAt: session.startedAt,
    heldMs: session.heldMs,
    runningSince: session.runningSince,
    heldAt: session.heldAt,
    nextAt: session.nextAt,
    draft: draftOf(session, rows),
    // of a removed session nothing is read with the standing ones
    commitments: commitments.filter((one) => one.sessionId === id),
    earlier: commitments.filter(
      (one) =>
        one.sessionId !== id &&
        ids.has(one.agent.id) &&
        one.agreedAt < (session.startedAt ?? session.heldAt ?? Number.MAX_SAFE_INTEGER) &&
        (one.state === 'open' || (one.closedAt ?? 0) >= (last?.heldAt ?? 0)),
    ),
    lastSession: last && {
      id: last.id,
      title: last.title,
      heldAt: last.heldAt!,
      focus: focusOf(last, world).label,
    },
    templateId: session.templateId,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    removedAt: session.removedAt,
  }
}

/** Who somebody a session notes is now: people may have been joined with others since. */
function nowOf<Id extends number | null>(rows: readonly SessionPersonRow[], notedId: Id): number | Id {
  const row = rows.find((one) => one.notedId === notedId) ?? rows.find((one) => one.personId === notedId)
  return row?.personId ?? notedId
}

/** The commitment being worded, of somebody who takes part. */
function draftOf({ draft }: SessionRow, rows: readonly SessionPersonRow[]): CommitmentDraft | null {
  if (draft === null) return null
  const kept = JSON.parse(draft) as CommitmentDraft
  const agentId = nowOf(rows, kept.agentId)
  const isIn = rows.some(({ notedId, personId }) => (personId ?? notedId) === agentId)
  return { ...kept, agentId: isIn || !rows[0] ? agentId : (rows[0].personId ?? rows[0].notedId) }
}

/** The session held last with any of these people before this one. */
function lastSessionOf(
  database: ReadableDatabase,
  { id, heldAt }: SessionRow,
  personIds: ReadonlySet<number>,
): SessionRow | null {
  const theirs = new Set(
    readSessionPeople(database, null)
      .filter(({ personId }) => personId !== null && personIds.has(personId))
      .map(({ sessionId }) => sessionId),
  )
  const before = readSessions(database).filter(
    (one) => one.id !== id && one.heldAt !== null && one.heldAt < (heldAt ?? Infinity) && theirs.has(one.id),
  )
  return before.toSorted((a, b) => b.heldAt! - a.heldAt!)[0] ?? null
}

/** Every standing session as lists show them, the newest first. */
export function sessionItems(
  database: ReadableDatabase,
  world: SessionWorld,
  commitments: readonly Commitment[],
): SessionListItem[] {
  const people = Map.groupBy(readSessionPeople(database, null), ({ sessionId }) => sessionId)
  const agreed = Map.groupBy(commitments, ({ sessionId }) => sessionId)
  return readSessions(database).map((session) => {
    const rows = people.get(session.id) ?? []
    const own = agreed.get(session.id) ?? []
    return {
      id: session.id,
      kind: rows.length > 1 ? 'group' : 'one-to-one',
      state: session.state,
      title: session.title,
      coach: session.coach,
      focus: focusOf(session, world),
      plannedAt: session.plannedAt,
      plannedMinutes: session.plannedMinutes,
      heldAt: session.heldAt,
      nextAt: session.nextAt,
      people: rows.map((row) => {
        const { id, name } = personView(row, world)
        return { id, name, team: row.team }
      }),
      openCommitments: own.filter(({ state }) => state === 'open').length,
      overdueCommitments: own.filter(({ isOverdue }) => isOverdue).length,
      acknowledged: rows.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
      hasStrength: (JSON.parse(session.agenda) as AgendaItem[]).some(
        ({ kind, isDone }) => kind === 'strength' && isDone,
      ),
    }
  })
}
