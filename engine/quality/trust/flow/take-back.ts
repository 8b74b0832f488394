import { t } from '#speech'
import { redact } from '../../../language/index.ts'
import { Problem } from '../../../problem.ts'
import { writeAuditEvent, type WritableDatabase } from '../../../store/index.ts'
import type { TrustState } from '../standing.ts'
import { lastCountedAt, type ScoredQuestion } from './double-scored.store.ts'
import { readStandings, writeStanding } from './standings.store.ts'
import { trustEvents, trustSubject } from './subject.ts'

/**
 * Takes a question's scorer back by one step because a person says so, with their reason (redacted); only answers from then on count towards
 * the next step. `CONFLICT` in shadow: there is nothing to take back. Nobody can move a scorer up by hand. Gives
 * where it stands then.
 */
export function takeTrustBack(
  database: WritableDatabase,
  question: ScoredQuestion,
  { reason, who, now }: { reason: string; who: string; now: number },
): TrustState {
  const subject = trustSubject(question)
  const standing = readStandings(database).find((kept) => trustSubject(kept) === subject)?.standing
  if (standing === undefined || standing.state === 'shadow')
    throw new Problem('CONFLICT', t`This scorer is in shadow already: it counts for nothing.`)
  const from = standing.state
  const to = from === 'trusted' ? 'assist' : 'shadow'
  const since = Math.max(now, lastCountedAt(database) ?? 0)
  const why = redact(reason).text
  writeStanding(database, { ...question, standing: { ...standing, state: to, since } })
  writeAuditEvent(database, {
    at: now,
    kind: trustEvents.taken,
    subject,
    who,
    figures: { ...question, scorerVersion: standing.scorerVersion, from, to, why, at: since, figures: null },
  })
  return to
}
