import { one, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { choose, HAS_SOUND, type Part } from './chosen.store.ts'

export type Clock = 'audio' | 'transcripts' | 'scores'

/** When the import of a fact came in, as a day. */
const imported = (fact: string) =>
  `(SELECT imported_at / 86400000 FROM imports WHERE imports.id = ${fact}.import_id)`

/** Whether a fact is of a day before `@day`: by the day it counts on, which stands in an index, or where there is none by another. */
const isOlder = (fact: string, else_: string) =>
  `(${fact}.contact_day < @day OR (${fact}.contact_day IS NULL AND coalesce(${else_}, ${imported(fact)}) < @day))`

/** What goes by which clock: the ids of everything of a day before `@day`. What has no day is as old as its import; what was deleted before is not among it. */
const older: readonly { part: Part; clock: Clock; ids: string }[] = [
  {
    part: 'sound',
    clock: 'audio',
    ids: `SELECT words.id FROM transcripts AS words WHERE ${HAS_SOUND} AND ${isOlder('words', 'words.day')}`,
  },
  {
    part: 'words',
    clock: 'transcripts',
    ids: `SELECT words.id FROM transcripts AS words WHERE words.words_deleted_at IS NULL AND ${isOlder('words', 'words.day')}`,
  },
  {
    part: 'texts',
    clock: 'transcripts',
    ids: `SELECT interaction_id FROM interaction_texts JOIN interactions AS contact ON contact.id = interaction_id
      WHERE coalesce(contact.day, ${imported('contact')}) < @day`,
  },
  {
    part: 'comments',
    clock: 'transcripts',
    ids: `SELECT id FROM surveys WHERE comment IS NOT NULL AND ${isOlder('surveys', 'day')}`,
  },
  {
    part: 'scores',
    clock: 'scores',
    ids: `SELECT evaluations.id FROM evaluations LEFT JOIN reviews ON reviews.id = review_id
      WHERE ${isOlder('evaluations', 'evaluations.day, reviews.submitted_at / 86400000')}`,
  },
]

/** Chooses what is older than the clocks allow: everything of a day before the one given; null keeps it. */
export function chooseOlder(
  database: WritableDatabase,
  before: Readonly<Record<Clock, number | null>>,
): void {
  for (const { part, clock, ids } of older)
    if (before[clock] !== null) choose(database, part, ids, { day: before[clock] })
}

/** What each clock is counted by. */
const countedPart: Record<Clock, Part> = { audio: 'sound', transcripts: 'words', scores: 'scores' }

/** How many recordings, conversations with words, or scores are of a day before `day`; what legal holds keep is among them. */
export function countOlder(database: ReadableDatabase, clock: Clock, day: number): number {
  const { ids } = older.find(({ part }) => part === countedPart[clock])!
  return one<{ n: number }>(database, `SELECT count(*) AS n FROM (${ids})`, { day })!.n
}

/** Whether anything at all goes by a clock with this day: words that are no conversation, too. */
export function isAnyOlder(database: ReadableDatabase, clock: Clock, day: number): boolean {
  return older
    .filter((one) => one.clock === clock)
    .some(({ ids }) => one(database, `${ids} LIMIT 1`, { day }) !== undefined)
}
