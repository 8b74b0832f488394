import { plural, t } from '#speech'
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
    sentence: [
      t`Rests on ${{ rests }} from ${{ from: dayOfNumber(gathered.window.from) }} to ${{ to: dayOfNumber(gathered.window.to) }}, each person compared with peers on the same queues and channel.`,
      ...othersSentence(database),
      t`A prompt for a conversation, not a verdict.`,
    ].join(' '),
  }
}

/** In a supervisor's copy: what others are there as. */
function othersSentence(database: ReadableDatabase): string[] {
  const from = readCopiedFrom(database)
  if (from === null) return []
  const asOf = new Date(from.at).toISOString().slice(0, 10)
  return [
    from.peers === 0
      ? t`This is a copy of ${{ asOf }} with these teams alone: they are compared with nobody else.`
      : t`This is a copy of ${{ asOf }}: people of other teams are in it as ${plural({ peers: from.peers }, { one: '# nameless sum', other: '# nameless sums' })} of weeks.`,
  ]
}
