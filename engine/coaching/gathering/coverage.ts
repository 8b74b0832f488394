import { plural, t } from '#speech'
import type { Coverage } from '../../../shared/contract/coaching.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { ReadableDatabase } from '../../store/index.ts'
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
  const { contacts, evaluations, surveys, transcripts, shifts } = counts
  const parts = [
    contacts > 0 && t`${plural({ contacts }, { one: '# contact', other: '# contacts' })}`,
    evaluations > 0 && t`${plural({ evaluations }, { one: '# evaluation', other: '# evaluations' })}`,
    surveys > 0 && t`${plural({ surveys }, { one: '# survey', other: '# surveys' })}`,
    transcripts > 0 && t`${plural({ transcripts }, { one: '# transcript', other: '# transcripts' })}`,
    shifts > 0 && t`${plural({ shifts }, { one: '# shift', other: '# shifts' })}`,
  ].filter((text) => text !== false)
  const rests = parts.length === 0 ? t`nothing yet` : parts.join(', ')
  return {
    ...counts,
    newestDay: dayOfNumber(gathered.window.to),
    agentsRanked: gathered.active.length,
    agentsHidden: gathered.hidden.length,
    sentence: t`Rests on ${{ rests }} from ${{ from: dayOfNumber(gathered.window.from) }} to ${{ to: dayOfNumber(gathered.window.to) }}, each person compared with peers on the same queues and channel. A prompt for a conversation, not a verdict.`,
  }
}
