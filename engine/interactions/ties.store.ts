import { isConversation } from '../lawful-basis/index.ts'
import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** Under which code transcripts stand in `fact_layers`, and which of them are looked at: a query giving ids, or null for all. */
export interface TieScope {
  layerCode: number
  among: string | null
}

const within = (column: string, { among }: TieScope) => (among === null ? '' : `AND ${column} IN (${among})`)

/** Notes anew where the files lay that state these transcripts: a file of one conversation has a place, others have none. */
export function writePlaces(database: WritableDatabase, scope: TieScope): void {
  run(database, `DELETE FROM transcript_places WHERE TRUE ${within('transcript_id', scope)}`)
  run(
    database,
    `INSERT OR IGNORE INTO transcript_places (transcript_id, place)
     SELECT fact.id, place FROM transcripts AS fact JOIN imports ON imports.id = fact.import_id
     WHERE place IS NOT NULL ${within('fact.id', scope)}
     UNION SELECT fact_id, place FROM fact_layers JOIN imports ON imports.id = import_id
     WHERE fact_kind = ? AND place IS NOT NULL ${within('fact_id', scope)}`,
    scope.layerCode,
  )
}

/** How much later than the recording its words may end: recorders round, and headers are written before the end. */
const MOST_BEYOND = 'sound.duration_ms * 1.1 + 30000'
const ONE_DAY_MS = 86_400_000

/** A recording and words from the same place, with whether they are about two conversations for all we know. */
const PAIRS = (scope: TieScope) => `
  SELECT DISTINCT sound.id AS soundId, words.id AS wordsId,
    ifnull(sound.contact_ref <> words.contact_ref, 0) OR ifnull(abs(sound.started_at - words.started_at) > ${ONE_DAY_MS}, 0)
      OR ifnull((SELECT max(end_ms) FROM segments WHERE transcript_id = words.id) > ${MOST_BEYOND}, 0) AS differs,
    ifnull(sound.contact_ref = words.contact_ref, 0) AS isOneContact
  FROM recordings JOIN transcripts AS sound ON sound.id = recordings.transcript_id
  JOIN transcript_places AS lies ON lies.transcript_id = sound.id
  JOIN transcript_places AS beside ON beside.place = lies.place JOIN transcripts AS words ON words.id = beside.transcript_id
  WHERE words.id NOT IN (SELECT transcript_id FROM recordings) AND ${isConversation('words')} ${within('sound.id', scope)}`

/** A transcript and the one it should be put with now. */
export interface TieChange {
  id: number
  besideId: number | null
}

/** The transcripts whose tie is not what it should be: one recording and one transcript from the same place are tied, and no others. */
export function findTieChanges(database: ReadableDatabase, scope: TieScope): TieChange[] {
  return all<TieChange>(
    database,
    `WITH pairs AS MATERIALIZED (${PAIRS(scope)}), fitting AS (SELECT soundId, wordsId FROM pairs WHERE NOT differs),
     alone AS (
       SELECT soundId, wordsId FROM fitting
       WHERE soundId IN (SELECT soundId FROM fitting GROUP BY soundId HAVING count(*) = 1)
         AND wordsId IN (SELECT wordsId FROM fitting GROUP BY wordsId HAVING count(*) = 1)),
     wanted (id, besideId) AS MATERIALIZED (SELECT soundId, wordsId FROM alone UNION ALL SELECT wordsId, soundId FROM alone)
     SELECT fact.id, wanted.besideId FROM transcripts AS fact JOIN wanted ON wanted.id = fact.id WHERE fact.beside_id IS NOT wanted.besideId
     UNION ALL SELECT fact.id, NULL FROM transcripts AS fact
     WHERE fact.beside_id IS NOT NULL AND fact.id NOT IN (SELECT id FROM wanted) ${within('fact.id', scope)}`,
  )
}

/** Notes what a transcript is put with. */
export function writeTie(database: WritableDatabase, { id, besideId }: TieChange): void {
  run(database, 'UPDATE transcripts SET beside_id = ? WHERE id = ?', besideId, id)
}

/** A recording or a transcript that was not put with what lies beside it. */
export interface Untied {
  importId: number
  /** Whether the import brought the recording (1) or the words (0). */
  isSound: number
  /** How many of the other kind lie beside it that could be meant, and that cannot. */
  fitting: number
  differing: number
}

/** Which of these imports brought something that could not be put with what lies beside it. */
export function findUntied(
  database: ReadableDatabase,
  importIds: readonly number[],
  layerCode: number,
): Untied[] {
  const brought = `SELECT id FROM transcripts WHERE import_id IN (SELECT value FROM json_each(?1))
    UNION SELECT fact_id FROM fact_layers WHERE fact_kind = ?2 AND import_id IN (SELECT value FROM json_each(?1))`
  return all<Untied>(
    database,
    `WITH RECURSIVE brought (id) AS MATERIALIZED (${brought}), near (id) AS (
       SELECT id FROM brought UNION
       SELECT beside.transcript_id FROM brought JOIN transcript_places AS lies ON lies.transcript_id = brought.id
       JOIN transcript_places AS beside ON beside.place = lies.place),
     pairs AS MATERIALIZED (${PAIRS({ layerCode, among: 'SELECT id FROM near' })}),
     sides (id, isSound, differs, isOneContact) AS (
       SELECT soundId, 1, differs, isOneContact FROM pairs UNION ALL SELECT wordsId, 0, differs, isOneContact FROM pairs)
     SELECT imports.id AS importId, isSound, sum(NOT differs) AS fitting, sum(differs) AS differing
     FROM sides JOIN transcripts AS fact ON fact.id = sides.id JOIN imports ON imports.id IN (SELECT value FROM json_each(?1))
       AND (fact.import_id = imports.id
         OR EXISTS (SELECT 1 FROM fact_layers WHERE fact_kind = ?2 AND fact_id = fact.id AND import_id = imports.id))
     WHERE fact.beside_id IS NULL AND isOneContact = 0 GROUP BY imports.id, isSound ORDER BY imports.id`,
    JSON.stringify(importIds),
    layerCode,
  )
}
