import { all, one, run, type WritableDatabase } from '../store/index.ts'

/** A sound file whose recording went. */
export interface GoneSound {
  sha256: string
  /** Its name in the workspace's media folder; null where it lies outside, where Debrief deletes nothing. */
  mediaName: string | null
}

const CHOSEN = '(SELECT id FROM temp.gone_sound)'

/** Takes the chosen sounds away, with what was heard in them; gives also how many conversations that were nothing else. The files are for the caller, once this stands. */
export function eraseSound(
  database: WritableDatabase,
  at: number,
): { sounds: GoneSound[]; transcripts: number } {
  const sounds = all<GoneSound>(
    database,
    `SELECT sha256, media_name AS mediaName FROM recordings WHERE transcript_id IN ${CHOSEN}`,
  )
  // whoever reads the words of the same contact is told, too
  run(
    database,
    `UPDATE transcripts SET sound_deleted_at = ? WHERE id IN ${CHOSEN} OR interaction_id IN (SELECT interaction_id FROM transcripts WHERE id IN ${CHOSEN})`,
    at,
  )
  run(database, `DELETE FROM recordings WHERE transcript_id IN ${CHOSEN}`)
  // of what is silent and has no words any more, no times either
  run(
    database,
    `DELETE FROM silenced_spans WHERE transcript_id IN ${CHOSEN} AND transcript_id IN (SELECT id FROM transcripts WHERE words_deleted_at IS NOT NULL)`,
  )
  // a recording that only lent its sound to words from elsewhere is nothing without it
  const transcripts = run(
    database,
    `DELETE FROM transcripts WHERE id IN ${CHOSEN} AND NOT EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id)
       AND NOT EXISTS (SELECT 1 FROM conversation_measures WHERE transcript_id = transcripts.id)
       AND EXISTS (SELECT 1 FROM transcripts AS other WHERE other.interaction_id = transcripts.interaction_id AND other.id NOT IN ${CHOSEN})`,
  ).changes
  return { sounds, transcripts }
}

/** Whether any of these recordings is still there. */
export function hasSound(database: WritableDatabase, sounds: readonly GoneSound[]): boolean {
  return (
    one(
      database,
      'SELECT 1 FROM recordings WHERE sha256 IN (SELECT value FROM json_each(?)) LIMIT 1',
      JSON.stringify(sounds.map(({ sha256 }) => sha256)),
    ) !== undefined
  )
}
