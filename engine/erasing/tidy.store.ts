import { run, type WritableDatabase } from '../store/index.ts'

/** Names of files may be names of people: those of imports that brought nothing but what was chosen are told no more. */
export function forgetFileNames(database: WritableDatabase): void {
  run(
    database,
    `UPDATE imports SET file_name = 'deleted', file_path = NULL, warnings = '[]' WHERE kind IN ('recordings', 'transcripts')
       AND id IN (SELECT import_id FROM transcripts WHERE id IN (SELECT id FROM temp.gone_words UNION SELECT id FROM temp.gone_sound))
       AND NOT EXISTS (SELECT 1 FROM transcripts WHERE import_id = imports.id AND id NOT IN (SELECT id FROM temp.gone_words UNION SELECT id FROM temp.gone_sound))`,
  )
}

/** Jobs that ended say in their labels and orders what they were about. */
export function forgetEndedJobs(database: WritableDatabase): void {
  run(database, 'DELETE FROM jobs WHERE ended_at IS NOT NULL')
}

/**
 * Writes the search index and then the whole file anew, without what was taken out: until then deleted words lie in the index marked as gone, and in
 * pages nobody reads. In no transaction.
 */
export function rewrite(database: WritableDatabase): void {
  run(database, "INSERT INTO segment_search (segment_search) VALUES ('optimize')")
  database.raw.exec('VACUUM')
  // the log beside the file holds pages as they were
  database.raw.pragma('wal_checkpoint(TRUNCATE)')
}

/** Lets SQLite overwrite what it deletes on this connection from now on, or no more. */
export function overwriteDeleted(database: WritableDatabase, isOn: boolean): void {
  database.raw.pragma(`secure_delete = ${isOn ? 'ON' : 'OFF'}`)
}
