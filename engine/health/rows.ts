import { plural, t } from '#speech'
import type { Freshness } from '../../shared/contract/workspace.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { countQuarantine } from '../imports/index.ts'
import { questionsOf, readProposals } from '../people/index.ts'
import { readWordless } from '../recordings/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readImportTroubles } from './counts.store.ts'
import { subjects } from './scene.ts'
import { freshnessOf } from './stopped.ts'
import { percent, rowsInWords, type Found } from './words.ts'

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
      sentence: string,
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
          sentence,
          todo,
          link: { page: 'data', tab },
        },
      ]
    }
    const stands = line.linkedToInteraction
    const apart = stands === null ? 0 : line.n - stands
    const of = (n: number) => ({
      rows: rowsInWords(subject, n),
      share: percent(n / line.n),
    })
    return [
      ...loose(
        'unlinked',
        apart,
        WORTH_KNOWING.unlinked,
        belongToNone(apart, of(apart)),
        t`Import the contact log of those days`,
        'freshness',
      ),
      ...loose(
        'without-agent',
        line.unattributed,
        WORTH_KNOWING.withoutAgent,
        subject === 'contacts'
          ? contactsOfNobody(line.unattributed, of(line.unattributed))
          : ofNobody(line.unattributed, of(line.unattributed)),
        subject === 'contacts' ? t`See what is missing` : t`Import the contacts they belong to`,
        'freshness',
      ),
      ...loose(
        'without-date',
        line.undated,
        WORTH_KNOWING.withoutDate,
        undated(line.undated, of(line.undated)),
        t`Map the column with the date`,
        'freshness',
      ),
    ]
  })
}

type Rows = Record<'rows' | 'share', string>

function belongToNone(n: number, { rows, share }: Rows): string {
  return t`${{ rows }} (${{ share }}) ${plural({ n }, { one: 'belongs', other: 'belong' })} to no contact: of no queue, and compared with no like work.`
}

function contactsOfNobody(n: number, { rows, share }: Rows): string {
  return t`${{ rows }} (${{ share }}) ${plural({ n }, { one: 'names', other: 'name' })} no agent (unanswered ones never do): in nobody’s figures.`
}

function ofNobody(n: number, { rows, share }: Rows): string {
  return t`${{ rows }} (${{ share }}) ${plural({ n }, { one: 'names', other: 'name' })} no agent: in nobody’s figures.`
}

function undated(n: number, { rows, share }: Rows): string {
  return t`${{ rows }} (${{ share }}) ${plural({ n }, { one: 'has', other: 'have' })} no date: in no window.`
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
      sentence: t`${plural({ rows: quarantined }, { one: '# row', other: '# rows' })} could not be read (${{ share: percent(share) }} of the files they came in) and ${plural({ rows: quarantined }, { one: 'waits', other: 'wait' })} in quarantine: in no figure.`,
      todo: t`Repair or dismiss them`,
      link: { page: 'data', tab: 'quarantine' },
    }),
    ...waiting({
      kind: 'identities',
      severity: 'worth-knowing',
      count: questions.length,
      state: JSON.stringify(questions.map(({ personIds }) => personIds)).slice(0, 200),
      agentIds: [...new Set(questions.flatMap(({ personIds }) => personIds))],
      sentence: t`${plural({ questions: questions.length }, { one: '# open question', other: '# open questions' })} about who is who: until ${plural({ questions: questions.length }, { one: 'it is', other: 'they are' })} answered, rows of one person stand under several names.`,
      todo: t`Say who is who`,
      link: { page: 'data', tab: 'people' },
    }),
    ...waiting({
      kind: 'import-warnings',
      severity: 'note',
      count: withWarnings,
      sentence: t`${plural({ imports: withWarnings }, { one: '# import', other: '# imports' })} came with a remark on how the file was read.`,
      todo: t`Read the remarks`,
      link: { page: 'data', tab: 'history' },
    }),
    ...waiting({
      kind: 'import-undone',
      severity: 'note',
      count: undone,
      state: `${undone} ${lastUndoneAt ?? ''}`,
      sentence: takenBack(undone, lastUndoneAt),
      todo: t`See which`,
      link: { page: 'data', tab: 'history' },
    }),
    ...waiting({
      kind: 'recordings-without-words',
      severity: 'note',
      subject: 'transcripts',
      count: wordless,
      sentence: t`${plural({ recordings: wordless }, { one: '# recording', other: '# recordings' })} ${plural({ recordings: wordless }, { one: 'has', other: 'have' })} no words yet: no search and no automated question sees ${plural({ recordings: wordless }, { one: 'it', other: 'them' })}.`,
      todo: t`Transcribe them`,
      link: { page: 'data', tab: 'recordings' },
    }),
  ]
}

function takenBack(imports: number, lastAt: number | null): string {
  if (lastAt === null)
    return t`${plural({ imports }, { one: '# import', other: '# imports' })} ${plural({ imports }, { one: 'was', other: 'were' })} taken back: what only ${plural({ imports }, { one: 'it', other: 'they' })} brought is gone.`
  const day = dayOfNumber(Math.floor(lastAt / 86_400_000))
  return t`${plural({ imports }, { one: '# import', other: '# imports' })} ${plural({ imports }, { one: 'was', other: 'were' })} taken back, the last on ${{ day }}: what only ${plural({ imports }, { one: 'it', other: 'they' })} brought is gone.`
}
