import type { ReadableDatabase } from '../store/index.ts'
import { isAnythingRefused, withheldTranscripts, withStatements } from './basis.store.ts'

const IN_WITHHELD = 'IN (SELECT id FROM temp.withheld)'
const IN_CONTACTS = 'IN (SELECT interaction_id FROM temp.withheld_contacts)'

/** What stands in place of words that were kept with something else. */
export const LEFT_OUT = 'Left out: its lawful basis does not allow it to be used.'

/** Rows of a table of words that are left out, by the column that says whose they are. */
const byTranscript = (name: string) => ({
  name,
  select: (before: string) => `SELECT * FROM ${before} AS mine WHERE mine.transcript_id NOT ${IN_WITHHELD}`,
})

const ofWithheldEvaluation = (evaluation: string) => `EXISTS (
  SELECT 1 FROM main.evaluations AS whose WHERE whose.id = ${evaluation} AND (whose.transcript_id ${IN_WITHHELD} OR whose.interaction_id ${IN_CONTACTS}))`
const ofWithheldReview = (review: string) => `EXISTS (
  SELECT 1 FROM main.reviews AS whose WHERE whose.id = ${review} AND whose.interaction_id ${IN_CONTACTS})`

const momentIsWithheld = `(one.value ->> '$.evidence.interactionId' ${IN_CONTACTS}
  OR one.value ->> '$.contact.contactRef' IN (SELECT contact_ref FROM temp.withheld_contacts))`
const momentsWithout = `(SELECT json_group_array(json(CASE WHEN ${momentIsWithheld}
  THEN json_set(one.value, '$.evidence.title', '${LEFT_OUT}', '$.evidence.detail', '', '$.evidence.turns', json('[]')) ELSE one.value END))
  FROM json_each(mine.moments) AS one)`

/** Every table that holds words of a conversation, and how it looks without those that are withheld. */
const tables: readonly { name: string; select: (before: string, columns: string[]) => string }[] = [
  ...['segments', 'segment_words', 'segment_corrections', 'conversation_marks', 'silenced_spans'].map(
    byTranscript,
  ),
  {
    name: 'recording_sounds',
    select: (before) => `SELECT * FROM ${before} AS mine WHERE NOT EXISTS (
      SELECT 1 FROM main.recordings AS whose WHERE whose.id = mine.recording_id AND whose.transcript_id ${IN_WITHHELD})`,
  },
  {
    name: 'answer_evidence',
    select: (before) =>
      `SELECT * FROM ${before} AS mine WHERE NOT ${ofWithheldEvaluation('mine.evaluation_id')}`,
  },
  {
    name: 'review_moments',
    select: (before) => `SELECT * FROM ${before} AS mine WHERE NOT ${ofWithheldReview('mine.review_id')}`,
  },
  {
    name: 'disputes',
    select: (before, columns) =>
      told(before, columns, {
        moment: `CASE WHEN ${ofWithheldEvaluation('mine.evaluation_id')} OR ${ofWithheldReview('mine.review_id')} THEN NULL ELSE mine.moment END`,
      }),
  },
  {
    name: 'coaching_sessions',
    select: (before, columns) =>
      told(before, columns, {
        moments: `CASE WHEN EXISTS (SELECT 1 FROM json_each(mine.moments) AS one WHERE ${momentIsWithheld}) THEN ${momentsWithout} ELSE mine.moments END`,
      }),
  },
]

const told = (before: string, columns: readonly string[], others: Readonly<Record<string, string>>) =>
  `SELECT ${columns.map((column) => (others[column] === undefined ? `mine.${column}` : `${others[column]} AS ${column}`)).join(', ')} FROM ${before} AS mine`

/**
 * Lays views over the tables that hold words, on top of those a connection has already: SQLite looks there first, so every query of every domain reads through
 * them and none can forget to. What they leave out is in `temp.withheld` and `temp.withheld_contacts`.
 */
export function layViews({ raw }: ReadableDatabase): void {
  raw.exec('CREATE TEMP TABLE withheld (id INTEGER PRIMARY KEY, why TEXT NOT NULL)')
  raw.exec(
    'CREATE TEMP TABLE withheld_next (id INTEGER PRIMARY KEY, interaction_id INTEGER, why TEXT NOT NULL)',
  )
  raw.exec('CREATE TEMP TABLE withheld_contacts (interaction_id INTEGER PRIMARY KEY, contact_ref TEXT)')
  raw.exec('CREATE INDEX temp.withheld_contacts_by_ref ON withheld_contacts (contact_ref)')
  for (const { name, select } of tables) {
    const before = raw
      .prepare("SELECT sql FROM sqlite_temp_master WHERE type = 'view' AND name = ?")
      .pluck()
      .get(name) as string | undefined
    const columns = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[]
    if (before !== undefined) raw.exec(`DROP VIEW temp.${name}`)
    const query = before?.replace(/^CREATE (?:TEMP )?VIEW \S+ AS /, '')
    raw.exec(
      `CREATE TEMP VIEW ${name} AS ${select(query === undefined ? `main.${name}` : `(${query})`, columns)}`,
    )
  }
}

/** The same for what is exported: what was said of a conversation that is withheld, and what was measured in it, is left out, too. */
export function layViewsOfExport(connection: ReadableDatabase): void {
  layViews(connection)
  connection.raw.exec(`
    CREATE TEMP VIEW evaluations AS SELECT * FROM main.evaluations AS mine WHERE NOT ${ofWithheldEvaluation('mine.id')};
    CREATE TEMP VIEW answers AS SELECT * FROM main.answers AS mine WHERE NOT ${ofWithheldEvaluation('mine.evaluation_id')};
    CREATE TEMP VIEW conversation_measures AS SELECT * FROM main.conversation_measures AS mine WHERE mine.transcript_id NOT ${IN_WITHHELD}`)
}

/** Puts into them what is withheld now; says how many transcripts, and whether anything is otherwise than before. */
export function fillWithheld(
  database: ReadableDatabase,
  hasUnknown: boolean,
): { count: number; isChanged: boolean } {
  const { raw } = database
  return raw.transaction(() => {
    raw.exec('DELETE FROM temp.withheld_next')
    // every commit is followed by this: usually nobody refused anything, and a scan of two columns says so
    if (hasUnknown || isAnythingRefused(database))
      raw.exec(
        `${withStatements(hasUnknown)} INSERT INTO temp.withheld_next ${withheldTranscripts(hasUnknown)}`,
      )
    const changes = raw
      .prepare(
        `SELECT (SELECT count(*) FROM temp.withheld_next) AS count,
           EXISTS (SELECT id, why FROM temp.withheld_next EXCEPT SELECT id, why FROM temp.withheld)
           OR EXISTS (SELECT id, why FROM temp.withheld EXCEPT SELECT id, why FROM temp.withheld_next)
           OR EXISTS (SELECT interaction_id FROM temp.withheld_next WHERE interaction_id IS NOT NULL EXCEPT SELECT interaction_id FROM temp.withheld_contacts) AS isChanged`,
      )
      .get() as { count: number; isChanged: number }
    if (changes.isChanged === 1)
      raw.exec(`DELETE FROM temp.withheld; DELETE FROM temp.withheld_contacts;
        INSERT INTO temp.withheld SELECT id, why FROM temp.withheld_next;
        INSERT OR IGNORE INTO temp.withheld_contacts SELECT contact.id, contact.contact_ref FROM temp.withheld_next
          JOIN main.interactions AS contact ON contact.id = withheld_next.interaction_id`)
    return { count: changes.count, isChanged: changes.isChanged === 1 }
  })()
}
