import type { Coverage } from '../../../shared/contract/coaching.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readCopiedFrom } from '../../workspace/index.ts'
import { countCoverage, countCoverageOf } from './coverage.store.ts'
import type { Gathered } from './gather.ts'

/** What a page rests on, in numbers and in one sentence; of one person where asked. */
export function coverageOf(
  database: ReadableDatabase,
  gathered: Pick<Gathered, 'window' | 'active' | 'hidden' | 'contactsOf'>,
  personId?: number,
): Coverage {
  const counts =
    personId === undefined
      ? countCoverage(database, gathered.window)
      : {
          contacts: gathered.contactsOf.get(personId) ?? 0,
          ...countCoverageOf(database, gathered.window, personId),
        }
  const part = (n: number, one: string, many: string) =>
    n === 0 ? null : `${n.toLocaleString('en')} ${n === 1 ? one : many}`
  const parts = [
    part(counts.contacts, 'contact', 'contacts'),
    part(counts.evaluations, 'evaluation', 'evaluations'),
    part(counts.surveys, 'survey', 'surveys'),
    part(counts.transcripts, 'transcript', 'transcripts'),
    part(counts.shifts, 'shift', 'shifts'),
  ].filter((text) => text !== null)
  const rests = parts.length === 0 ? 'nothing yet' : parts.join(', ')
  return {
    ...counts,
    newestDay: dayOfNumber(gathered.window.to),
    agentsRanked: gathered.active.length,
    agentsHidden: gathered.hidden.length,
    sentence: `Rests on ${rests} from ${dayOfNumber(gathered.window.from)} to ${dayOfNumber(gathered.window.to)}, each person compared with peers on the same queues and channel.${othersSentence(database)} A prompt for a conversation, not a verdict.`,
  }
}

/** In a supervisor's copy: what others are there as. */
function othersSentence(database: ReadableDatabase): string {
  const from = readCopiedFrom(database)
  if (from === null) return ''
  const asOf = new Date(from.at).toISOString().slice(0, 10)
  return from.peers === 0
    ? ` This is a copy of ${asOf} with these teams alone: they are compared with nobody else.`
    : ` This is a copy of ${asOf}: people of other teams are in it as ${from.peers} nameless sums of weeks.`
}
