import { all, one, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** What of a conversation goes: its sound; what was said; the texts of its contact; comments of surveys; remarks of reviews; whole scores; what names the customer. */
export const parts = ['sound', 'words', 'texts', 'comments', 'remarks', 'scores', 'references'] as const
export type Part = (typeof parts)[number]

/** What the ids of each part are of. */
export const tableOf = {
  sound: 'transcripts',
  words: 'transcripts',
  texts: 'interactions',
  comments: 'surveys',
  remarks: 'evaluations',
  scores: 'evaluations',
  references: 'interactions',
} as const satisfies Record<Part, string>

/** The temporary table that holds what was chosen of a part. */
export function chosenTable(part: Part): string {
  return `temp.gone_${part}`
}

/** Begins anew: nothing is chosen. */
export function chooseNothing(database: WritableDatabase): void {
  for (const part of parts)
    database.raw.exec(
      `CREATE TEMP TABLE IF NOT EXISTS gone_${part} (id INTEGER PRIMARY KEY); DELETE FROM ${chosenTable(part)}`,
    )
}

/** How many are chosen of each part. */
export function countChosen(database: ReadableDatabase): Record<Part, number> {
  const counts = parts.map((part) => [
    part,
    one<{ n: number }>(database, `SELECT count(*) AS n FROM ${chosenTable(part)}`)!.n,
  ])
  return Object.fromEntries(counts) as Record<Part, number>
}

/** How many conversations lose words that they have: a recording and the transcript beside it are one. */
export function countConversations(database: ReadableDatabase): number {
  return one<{ n: number }>(
    database,
    'SELECT count(DISTINCT ifnull(interaction_id, -id)) AS n FROM transcripts WHERE words_deleted_at IS NULL AND id IN (SELECT id FROM temp.gone_words)',
  )!.n
}

/** Chooses what a query gives, beside what is chosen already. */
export function choose(
  database: WritableDatabase,
  part: Part,
  ids: string,
  values: Readonly<Record<string, unknown>>,
): void {
  database.raw.prepare(`INSERT OR IGNORE INTO ${chosenTable(part)} (id) ${ids}`).run(values)
}

/** Conversations with the contact they were put with. */
export const CONVERSATIONS =
  'transcripts AS words LEFT JOIN interactions AS contact ON contact.id = words.interaction_id'
export const HAS_SOUND = 'words.id IN (SELECT transcript_id FROM recordings)'

/** Chooses exactly these. */
export function chooseIds(database: WritableDatabase, part: Part, ids: readonly number[]): void {
  choose(database, part, 'SELECT value FROM json_each(@ids)', { ids: JSON.stringify(ids) })
}

/** Ids of everything chosen of a part, in order; of scores day by day, since with each of them its day is summed up anew. */
export function chosenIds(database: ReadableDatabase, part: Part): number[] {
  const ordered =
    part === 'scores'
      ? `SELECT id FROM evaluations WHERE id IN (SELECT id FROM ${chosenTable(part)}) ORDER BY contact_day, id`
      : `SELECT id FROM ${chosenTable(part)} ORDER BY id`
  return all<{ id: number }>(database, ordered).map(({ id }) => id)
}
