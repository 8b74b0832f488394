import { all, one, run, statement, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import type { PlacedWord, RedactedTurn } from './redacted-turns.ts'

/** Who speaks on a channel, by which one is the agent's. */
export function roleOfChannel(
  channel: number,
  agentChannel: number | null,
): 'agent' | 'customer' | 'unknown' {
  if (agentChannel === null) return 'unknown'
  return channel === agentChannel ? 'agent' : 'customer'
}

/** Replaces every turn of a recording's conversation; corrections of the turns before go with them. */
export function writeTurns(
  database: WritableDatabase,
  transcriptId: number,
  turns: readonly RedactedTurn[],
  silenced: readonly TimeSpan[],
  agentChannel: number | null,
): void {
  for (const table of ['segments', 'segment_words', 'silenced_spans', 'segment_corrections'] as const)
    run(database, `DELETE FROM ${table} WHERE transcript_id = ?`, transcriptId)
  const insertTurn = statement(
    database,
    'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertWords = statement(
    database,
    'INSERT INTO segment_words (transcript_id, position, words) VALUES (?, ?, ?)',
  )
  for (const [position, turn] of turns.entries()) {
    const role = roleOfChannel(turn.channel, agentChannel)
    insertTurn.run(
      transcriptId,
      position,
      speakerOfChannel(turn.channel),
      role,
      turn.startMs,
      turn.endMs,
      turn.text,
      turn.probability,
    )
    if (turn.words) insertWords.run(transcriptId, position, JSON.stringify(turn.words))
  }
  for (const { startMs, endMs } of silenced)
    run(
      database,
      'INSERT INTO silenced_spans (transcript_id, start_ms, end_ms) VALUES (?, ?, ?)',
      transcriptId,
      startMs,
      endMs,
    )
}

function speakerOfChannel(channel: number): string {
  return `Channel ${channel + 1}`
}

/** Gives every turn its speaker anew, by which channel is the agent's; what a person said of a turn stands. */
export function writeRoles(
  database: WritableDatabase,
  transcriptId: number,
  channelCount: number,
  agentChannel: number | null,
): void {
  for (let channel = 0; channel < channelCount; channel++)
    run(
      database,
      `UPDATE segments SET role = ?1 WHERE transcript_id = ?2 AND speaker = ?3 AND NOT EXISTS (
         SELECT 1 FROM segment_corrections AS told
         WHERE told.transcript_id = ?2 AND told.position = segments.position AND field = 'role' AND undone_at IS NULL)`,
      roleOfChannel(channel, agentChannel),
      transcriptId,
      speakerOfChannel(channel),
    )
}

/** Notes what the words of a recording were made with. */
export function writeTranscriptionFacts(
  database: WritableDatabase,
  recordingId: number,
  facts: { key: string; transcription: string; languageCode: string | null; at: number },
): void {
  run(
    database,
    'UPDATE recordings SET transcription_key = ?, transcription = ?, transcribed_at = ?, problem = NULL WHERE id = ?',
    facts.key,
    facts.transcription,
    facts.at,
    recordingId,
  )
  run(
    database,
    'UPDATE transcripts SET language = coalesce(?, language) WHERE id = (SELECT transcript_id FROM recordings WHERE id = ?)',
    facts.languageCode,
    recordingId,
  )
}

/** The words of a transcript's turns, by the turn's place. */
export function readWords(database: ReadableDatabase, transcriptId: number): Map<number, PlacedWord[]> {
  return new Map(
    all<{ position: number; words: string }>(
      database,
      'SELECT position, words FROM segment_words WHERE transcript_id = ?',
      transcriptId,
    ).map(({ position, words }) => [position, JSON.parse(words) as PlacedWord[]]),
  )
}

/** What must not be heard of a recording, joined and in order. */
export function readSilenced(database: ReadableDatabase, recordingId: number): TimeSpan[] {
  return all<TimeSpan>(
    database,
    `SELECT start_ms AS startMs, end_ms AS endMs FROM silenced_spans
     WHERE transcript_id = (SELECT transcript_id FROM recordings WHERE id = ?) ORDER BY start_ms`,
    recordingId,
  )
}

/**
 * The turns other sources have of a recording's contact, with times: what is redacted there must not be heard either. A turn without an end
 * ends where the next one begins, after 3 s at the earliest, or with the recording.
 */
export function readOtherTurns(
  database: ReadableDatabase,
  recordingId: number,
): (TimeSpan & { text: string })[] {
  return all<TimeSpan & { text: string }>(
    database,
    `SELECT segments.start_ms AS startMs, text, coalesce(
       segments.end_ms,
       max(segments.start_ms + 3000, (SELECT min(start_ms) FROM segments AS next WHERE next.transcript_id = other.id AND next.start_ms > segments.start_ms)),
       max(segments.start_ms + 3000, recordings.duration_ms),
       segments.start_ms + 3000) AS endMs
     FROM recordings JOIN transcripts AS mine ON mine.id = recordings.transcript_id
     JOIN transcripts AS other ON other.interaction_id = mine.interaction_id AND other.id <> mine.id
     JOIN segments ON segments.transcript_id = other.id
     WHERE recordings.id = ? AND segments.start_ms IS NOT NULL AND instr(text, '[') > 0`,
    recordingId,
  )
}

/** How many turns a transcript has. */
export function countTurns(database: ReadableDatabase, transcriptId: number): number {
  return one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM segments WHERE transcript_id = ?',
    transcriptId,
  )!.n
}
