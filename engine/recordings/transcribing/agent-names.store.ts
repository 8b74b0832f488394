import { all, type ReadableDatabase } from '../../store/index.ts'

const MOST_NAMES = 60

/** The names of those who handled most contacts of late: the ones a recogniser is most likely to hear. */
export function readAgentNames(database: ReadableDatabase): string[] {
  return all<{ name: string }>(
    database,
    `SELECT name FROM identities WHERE name IS NOT NULL AND id IN (
       SELECT identity_id FROM transcripts WHERE identity_id IS NOT NULL GROUP BY identity_id ORDER BY count(*) DESC LIMIT ?)
     ORDER BY name`,
    MOST_NAMES,
  ).map(({ name }) => name)
}
