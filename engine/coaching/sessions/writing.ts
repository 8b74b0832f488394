import {
  SESSION_LIMITS,
  type AgendaItem,
  type CommitmentDraft,
  type SessionMoment,
  type SessionQuestion,
} from '../../../shared/contract/session.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { keepMoments } from './moments.ts'
import { mustOwnSession, notedPerson } from './must.ts'
import {
  readSessionPeople,
  updateDraftWords,
  updateSession,
  type SessionPersonRow,
} from './sessions.store.ts'

/** What can be written of a session; what is not named stays. */
export interface SessionWriting {
  id: number
  title?: string | undefined
  coach?: string | undefined
  sharedNotes?: string | undefined
  privateNotes?: string | undefined
  agenda?: AgendaItem[] | undefined
  questions?: SessionQuestion[] | undefined
  moments?: SessionMoment[] | undefined
  plannedAt?: number | null | undefined
  plannedMinutes?: number | undefined
  nextAt?: number | null | undefined
  draft?: CommitmentDraft | null | undefined
  words?: { agentId: number; text: string } | undefined
}

/** Writes what is named. Whatever the state: notes of a session held yesterday may be finished today. */
export function writeSession(database: WritableDatabase, writing: SessionWriting, now: number): void {
  const { id, agenda, questions, moments, draft, words, ...plain } = writing
  const session = mustOwnSession(database, id)
  updateSession(database, id, {
    ...plain,
    ...(agenda && { agenda: JSON.stringify(agenda) }),
    ...(questions && { questions: JSON.stringify(questions) }),
    ...(moments && {
      moments: keepMoments(database, asNoted(moments, readSessionPeople(database, id)), session.moments),
    }),
    ...(draft !== undefined && { draft: draft === null ? null : JSON.stringify(draft) }),
    updatedAt: now,
  })
  if (words) updateDraftWords(database, id, notedPerson(database, id, words.agentId).notedId, words.text)
}

/** Moments of those a session notes, by how it notes them: people may be joined with others and parted again. */
function asNoted(moments: readonly SessionMoment[], people: readonly SessionPersonRow[]): SessionMoment[] {
  return moments.map((moment) => ({
    ...moment,
    agentId: people.find(({ personId }) => personId === moment.agentId)?.notedId ?? moment.agentId,
  }))
}

/** Puts the questions of a template in place of those that came from another, as many as there is room for; one's own stay. */
export function takeQuestions(
  database: WritableDatabase,
  id: number,
  template: { id: string; questions: readonly string[] },
  now: number,
): void {
  const session = mustOwnSession(database, id)
  const own = (JSON.parse(session.questions) as SessionQuestion[]).filter(
    ({ from, isAsked }) => from !== 'template' || isAsked,
  )
  const fresh = template.questions
    .filter((text) => !own.some((one) => one.text === text))
    .slice(0, Math.max(0, SESSION_LIMITS.questions - own.length))
    .map((text): SessionQuestion => ({ text, from: 'template', isAsked: false }))
  updateSession(database, id, {
    questions: JSON.stringify([...fresh, ...own]),
    templateId: template.id,
    updatedAt: now,
  })
}
