import { one, type ReadableDatabase } from '../store/index.ts'

const IMPORTED = (table: string) =>
  `(SELECT imported_at / 86400000 FROM imports WHERE imports.id = ${table}.import_id)`

const due = {
  audio: `SELECT count(*) AS n FROM recordings JOIN transcripts ON transcripts.id = transcript_id LEFT JOIN interactions AS contact ON contact.id = interaction_id
    WHERE coalesce(contact.day, transcripts.contact_day, transcripts.day, ${IMPORTED('transcripts')}) < ?`,
  transcripts: `SELECT count(*) AS n FROM transcripts LEFT JOIN interactions AS contact ON contact.id = interaction_id
    WHERE words_deleted_at IS NULL AND coalesce(contact.day, transcripts.contact_day, transcripts.day, ${IMPORTED('transcripts')}) < ?`,
  scores: `SELECT count(*) AS n FROM evaluations LEFT JOIN reviews ON reviews.id = review_id
    WHERE coalesce(contact_day, evaluations.day, reviews.submitted_at / 86400000, ${IMPORTED('evaluations')}) < ?`,
} as const

/** How many recordings, conversations with words, or scores are of a day before `day`; what legal holds keep is among them. */
export function countDue(database: ReadableDatabase, what: keyof typeof due, day: number): number {
  return one<{ n: number }>(database, due[what], day)!.n
}
