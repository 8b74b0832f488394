import type { Freshness } from '../../shared/contract/workspace.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { countQuarantine } from '../imports/index.ts'
import { questionsOf, readProposals } from '../people/index.ts'
import { readWordless } from '../recordings/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readImportTroubles } from './counts.store.ts'
import { subjects } from './scene.ts'
import { freshnessOf } from './stopped.ts'
import { counted, one, percent, type Found } from './words.ts'

/** Of the rows of a kind, what may stand apart before it is more than a note. */
const WORTH_KNOWING = { unlinked: 0.2, withoutAgent: 0.1, withoutDate: 0.05 }
/** Of the rows of the files concerned, what may be in quarantine before their figures mislead; of fewer rows than this nothing does. */
const BLOCKING_QUARANTINE = { share: 0.05, rows: 50 }

const everywhere = { who: null, agentIds: [], teamIds: [], since: null }

/** Rows that stand apart: not linked to a contact, of nobody, without a date; by kind of data, as the Freshness tab counts them. */
export function findLooseRows(freshness: readonly Freshness[]): Found[] {
  return subjects.flatMap((subject) => {
    const line = freshness.find(({ kind }) => kind === freshnessOf[subject])
    if (!line || line.n === 0) return []
    const loose = (
      kind: 'unlinked' | 'without-agent' | 'without-date',
      count: number,
      most: number,
      means: string,
      todo: string,
      tab: 'people' | 'freshness',
    ): Found[] => {
      if (count === 0) return []
      const share = count / line.n
      return [
        {
          ...everywhere,
          id: `${kind}:${subject}`,
          state: String(count),
          kind,
          severity: share >= most ? 'worth-knowing' : 'note',
          subject,
          count,
          sentence: `${counted(count, one[subject])} (${percent(share)}) ${means}`,
          todo,
          link: { page: 'data', tab },
        },
      ]
    }
    const stands = line.linkedToInteraction
    const have = (n: number, singular: string, plural: string) => (n === 1 ? singular : plural)
    const apart = stands === null ? 0 : line.n - stands
    return [
      ...loose(
        'unlinked',
        apart,
        WORTH_KNOWING.unlinked,
        `${have(apart, 'belongs', 'belong')} to no contact: of no queue, and compared with no like work.`,
        'Import the contact log of those days',
        'freshness',
      ),
      ...loose(
        'without-agent',
        line.unattributed,
        WORTH_KNOWING.withoutAgent,
        `${have(line.unattributed, 'names', 'name')} no agent${subject === 'contacts' ? ' (unanswered ones never do)' : ''}: in nobody’s figures.`,
        subject === 'contacts' ? 'See what is missing' : 'Import the contacts they belong to',
        'freshness',
      ),
      ...loose(
        'without-date',
        line.undated,
        WORTH_KNOWING.withoutDate,
        `${have(line.undated, 'has', 'have')} no date: in no window.`,
        'Map the column with the date',
        'freshness',
      ),
    ]
  })
}

/** What waits in Data: questions who is who, rows in quarantine, remarks on imports, imports taken back, recordings nobody has transcribed. */
export function findWaiting(database: ReadableDatabase): Found[] {
  const questions = questionsOf(readProposals(database))
  const quarantined = countQuarantine(database)
  const { withWarnings, undone, lastUndoneAt, rowsOfQuarantined } = readImportTroubles(database)
  const wordless = readWordless(database).length
  const waiting = (
    found: Pick<Found, 'kind' | 'severity' | 'count' | 'sentence' | 'todo' | 'link'> & Partial<Found>,
  ): Found[] =>
    found.count === 0
      ? []
      : [{ ...everywhere, id: found.kind, state: String(found.count), subject: null, ...found }]
  const share = quarantined / Math.max(1, rowsOfQuarantined)
  const misleads = share >= BLOCKING_QUARANTINE.share && quarantined >= BLOCKING_QUARANTINE.rows
  return [
    ...waiting({
      kind: 'quarantine',
      severity: misleads ? 'blocking' : 'worth-knowing',
      count: quarantined,
      sentence: `${counted(quarantined, 'row')} could not be read (${percent(share)} of the files they came in) and ${quarantined === 1 ? 'waits' : 'wait'} in quarantine: in no figure.`,
      todo: 'Repair or dismiss them',
      link: { page: 'data', tab: 'quarantine' },
    }),
    ...waiting({
      kind: 'identities',
      severity: 'worth-knowing',
      count: questions.length,
      state: JSON.stringify(questions.map(({ personIds }) => personIds)).slice(0, 200),
      agentIds: [...new Set(questions.flatMap(({ personIds }) => personIds))],
      sentence: `${counted(questions.length, 'open question')} about who is who: until ${questions.length === 1 ? 'it is' : 'they are'} answered, rows of one person stand under several names.`,
      todo: 'Say who is who',
      link: { page: 'data', tab: 'people' },
    }),
    ...waiting({
      kind: 'import-warnings',
      severity: 'note',
      count: withWarnings,
      sentence: `${counted(withWarnings, 'import')} came with a remark on how the file was read.`,
      todo: 'Read the remarks',
      link: { page: 'data', tab: 'history' },
    }),
    ...waiting({
      kind: 'import-undone',
      severity: 'note',
      count: undone,
      state: `${undone} ${lastUndoneAt ?? ''}`,
      sentence: `${counted(undone, 'import')} ${undone === 1 ? 'was' : 'were'} taken back${lastUndoneAt === null ? '' : `, the last on ${dayOfNumber(Math.floor(lastUndoneAt / 86_400_000))}`}: what only ${undone === 1 ? 'it' : 'they'} brought is gone.`,
      todo: 'See which',
      link: { page: 'data', tab: 'history' },
    }),
    ...waiting({
      kind: 'recordings-without-words',
      severity: 'note',
      subject: 'transcripts',
      count: wordless,
      sentence: `${counted(wordless, 'recording')} ${wordless === 1 ? 'has' : 'have'} no words yet: no search and no automated question sees ${wordless === 1 ? 'it' : 'them'}.`,
      todo: 'Transcribe them',
      link: { page: 'data', tab: 'recordings' },
    }),
  ]
}
