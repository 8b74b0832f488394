import { one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { VoiceActivity } from './listening/voice-detector.ts'
import { voicesOf, type ActivitySpan, type Heard, type Peaks } from './activity/index.ts'

/** What sounds when, per channel. */
export type Activity = ActivitySpan[][]

/** Keeps what was heard in a recording, in place of what was heard before. */
export function writeSound(
  database: WritableDatabase,
  recordingId: number,
  version: number,
  heard: Heard,
  by: { heardBy: VoiceActivity; heardFor: VoiceActivity },
): void {
  run(
    database,
    `INSERT INTO recording_sounds (recording_id, activity, peaks_per_second, peaks) VALUES (?, ?, ?, ?)
     ON CONFLICT (recording_id) DO UPDATE SET activity = excluded.activity, peaks_per_second = excluded.peaks_per_second, peaks = excluded.peaks`,
    recordingId,
    JSON.stringify(voicesOf(heard).map((spans) => spans.map(rounded))),
    heard.peaks.perSecond,
    Buffer.concat(
      heard.peaks.channels.map((steps) => Buffer.from(steps.buffer, steps.byteOffset, steps.length)),
    ),
  )
  run(
    database,
    'UPDATE recordings SET listened_version = ?, heard_by = ?, heard_for = ?, duration_ms = ?, warnings = ?, problem = NULL WHERE id = ?',
    version,
    by.heardBy,
    by.heardFor,
    Math.round(heard.durationMs),
    JSON.stringify(heard.warnings),
    recordingId,
  )
  run(
    database,
    'UPDATE transcripts SET duration_ms = ? WHERE id = (SELECT transcript_id FROM recordings WHERE id = ?)',
    Math.round(heard.durationMs),
    recordingId,
  )
}

function rounded({ kind, startMs, endMs }: ActivitySpan): ActivitySpan {
  return { kind, startMs: Math.round(startMs), endMs: Math.round(endMs) }
}

/** What sounds when; null while nobody has listened. */
export function readActivity(database: ReadableDatabase, recordingId: number): Activity | null {
  const row = one<{ activity: string }>(
    database,
    'SELECT activity FROM recording_sounds WHERE recording_id = ?',
    recordingId,
  )
  // our own JSON
  return row ? (JSON.parse(row.activity) as Activity) : null
}

/** What is drawn of a recording; null while nobody has listened. */
export function readPeaks(
  database: ReadableDatabase,
  recordingId: number,
  channelCount: number,
): Peaks | null {
  const row = one<{ perSecond: number; peaks: Buffer }>(
    database,
    'SELECT peaks_per_second AS perSecond, peaks FROM recording_sounds WHERE recording_id = ?',
    recordingId,
  )
  if (!row) return null
  const length = row.peaks.length / channelCount
  return {
    perSecond: row.perSecond,
    channels: Array.from(
      { length: channelCount },
      (_, channel) => new Int8Array(row.peaks.subarray(channel * length, (channel + 1) * length)),
    ),
  }
}

/** What is known by ear of the conversation a transcript belongs to. */
export interface SoundOfConversation {
  activity: Activity
  agentChannel: number | null
  channelCount: number
  heardBy: VoiceActivity | null
}

/** The sound of a transcript's conversation: its own recording's or that of its contact; null where nobody has listened to one. */
export function readSoundOfTranscript(
  database: ReadableDatabase,
  transcriptId: number,
): SoundOfConversation | null {
  const row = one<Omit<SoundOfConversation, 'activity'> & { id: number; activity: string }>(
    database,
    `SELECT recordings.id, agent_channel AS agentChannel, channel_count AS channelCount, heard_by AS heardBy, activity
     FROM transcripts AS mine
     JOIN transcripts AS heard ON heard.id = mine.id OR heard.interaction_id = mine.interaction_id
     JOIN recordings ON recordings.transcript_id = heard.id JOIN recording_sounds ON recording_id = recordings.id
     WHERE mine.id = ? ORDER BY heard.id = mine.id DESC, recordings.duration_ms DESC LIMIT 1`,
    transcriptId,
  )
  return row ? { ...row, activity: JSON.parse(row.activity) as Activity } : null
}
