import type { TrustEvent } from '../../../../shared/contract/trust.ts'
import { readAuditEvents, type ReadableDatabase } from '../../../store/index.ts'
import { trustReasonInWords } from '../kept-reasons.ts'
import type { ScoredQuestion } from './double-scored.store.ts'
import { trustEvents, trustSubject } from './subject.ts'

const kindOf: Record<keyof typeof trustEvents, TrustEvent['kind']> = {
  promotion: 'promotion',
  demotion: 'demotion',
  disputed: 'disputed',
  corrected: 'reference-corrected',
  'changed-scorer': 'changed-scorer',
  exclusion: 'exclusion',
  taken: 'taken-back',
}

const kinds = new Map(
  Object.entries(trustEvents).map(([kind, name]) => [
    name as string,
    kindOf[kind as keyof typeof trustEvents],
  ]),
)

/** The steps of a question's scorer, newest first. */
export function trustHistory(database: ReadableDatabase, question: ScoredQuestion): TrustEvent[] {
  return readAuditEvents(database, trustSubject(question)).map(({ figures, kind, ...event }) => {
    // our own JSON, written with the event
    const told = JSON.parse(figures) as Pick<TrustEvent, 'from' | 'to' | 'why' | 'figures'>
    const { id, at, who } = event
    return {
      id,
      at,
      who,
      kind: kinds.get(kind) as TrustEvent['kind'],
      from: told.from,
      to: told.to,
      why: trustReasonInWords(told.why),
      figures: told.figures,
    }
  })
}
