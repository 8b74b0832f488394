import path from 'node:path'
import { all, one, run, statement, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

type Row = Record<string, unknown>

/** What hangs on a recorded conversation and is taken over as it is, column by column. */
const belongings = ['segments', 'segment_words', 'silenced_spans'] as const

/** The recording behind a conversation of another workspace, or undefined. */
export function recordingOf(database: ReadableDatabase, transcriptId: number): Row | undefined {
  return one<Row>(database, 'SELECT * FROM recordings WHERE transcript_id = ?', transcriptId)
}

/** What of a recording may change while the import that brought it stays: its words, and what was heard. */
export function recordedState(database: ReadableDatabase, importId: number): unknown[] {
  return all(
    database,
    `SELECT recordings.transcript_id, transcription_key, transcribed_at, listened_version, agent_channel,
       (SELECT count(*) FROM segment_corrections WHERE segment_corrections.transcript_id = recordings.transcript_id AND undone_at IS NULL) AS corrected
     FROM recordings JOIN transcripts ON transcripts.id = recordings.transcript_id WHERE import_id = ? ORDER BY 1`,
    importId,
  )
}

function copyRow(ours: WritableDatabase, table: string, row: Row): number {
  const columns = Object.keys(row)
  return Number(
    statement(
      ours,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row)).lastInsertRowid,
  )
}

/**
 * Takes over a recording with its words and what was heard in it. The sound stays where it lies: `mediaFolder` is that of the other
 * workspace. Nothing happens where the same audio is here already.
 */
export function copyRecording(
  theirs: ReadableDatabase,
  ours: WritableDatabase,
  given: { recording: Row; theirTranscriptId: number; transcriptId: number; mediaFolder: string },
): void {
  const { id, media_name: mediaName, ...recording } = given.recording
  if (
    one(
      ours,
      'SELECT 1 FROM recordings WHERE sha256 = ? OR transcript_id = ?',
      recording['sha256'],
      given.transcriptId,
    )
  )
    return
  const recordingId = copyRow(ours, 'recordings', {
    ...recording,
    transcript_id: given.transcriptId,
    path: typeof mediaName === 'string' ? path.join(given.mediaFolder, mediaName) : recording['path'],
  })
  const sound = one<Row>(theirs, 'SELECT * FROM recording_sounds WHERE recording_id = ?', id)
  if (sound) copyRow(ours, 'recording_sounds', { ...sound, recording_id: recordingId })
  for (const table of belongings) {
    run(ours, `DELETE FROM ${table} WHERE transcript_id = ?`, given.transcriptId)
    for (const row of all<Row>(
      theirs,
      `SELECT * FROM ${table} WHERE transcript_id = ?`,
      given.theirTranscriptId,
    ))
      copyRow(ours, table, { ...row, transcript_id: given.transcriptId })
  }
}
