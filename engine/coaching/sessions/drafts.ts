import { t } from '#speech'
import { SESSION_LIMITS, type SessionPage, type SessionQuestion } from '../../../shared/contract/session.ts'
import { Problem } from '../../problem.ts'
import type { DraftSubject } from '../../quality/index.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { mustOwnSession } from './must.ts'
import { updateSession } from './sessions.store.ts'

/**
 * What a language model may draft questions from: the driver, where people stand on it in words, and the turns of the moments that are still there. No names,
 * no notes. `CONFLICT` for an idea of one's own, which may hold anything.
 */
export function draftSubject({ focus, people, moments }: SessionPage): DraftSubject {
  if (focus.driverId === null)
    throw new Problem(
      'CONFLICT',
      t`Questions are drafted for what is measured alone: an idea of your own is not sent.`,
    )
  return {
    label: focus.label,
    figures: people.flatMap(({ figure }) => (figure === null ? [] : [figure.inWords])),
    turns: moments
      .filter(({ gone }) => gone === null)
      .flatMap(({ evidence }) => evidence.turns)
      .map(({ speaker, startMs, text }) => ({ speaker, startMs, endMs: null, text })),
  }
}

/** Adds drafted questions behind those that are there, marked as drafts, as many as there is room for; gives how many. */
export function addDrafts(
  database: WritableDatabase,
  id: number,
  texts: readonly string[],
  now: number,
): number {
  const before = JSON.parse(mustOwnSession(database, id).questions) as SessionQuestion[]
  const fresh = [...new Set(texts)]
    .filter((text) => !before.some((one) => one.text === text))
    .slice(0, SESSION_LIMITS.questions - before.length)
    .map((text): SessionQuestion => ({
      text: text.slice(0, SESSION_LIMITS.line),
      from: 'model',
      isAsked: false,
    }))
  updateSession(database, id, { questions: JSON.stringify([...before, ...fresh]), updatedAt: now })
  return fresh.length
}
