import type { VoiceActivity } from './listening/voice-detector.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { usableNow } from '../lawful-basis/index.ts'

/** A recording as it is kept. */
export interface StoredRecording {
  id: number
  transcriptId: number
  interactionId: number | null
  sha256: string
  name: string
  path: string | null
  mediaName: string | null
  bytes: number
  format: string
  codec: string
  sampleRate: number
  channelCount: number
  durationMs: number | null
  kind: string | null
  title: string | null
  statedAgentChannel: number | null
  agentChannel: number | null
  agentChannelBasis: 'told' | 'metadata' | 'convention' | 'first-speaker' | null
  listenedVersion: number | null
  heardBy: VoiceActivity | null
  /** Sentences, as a JSON array. */
  warnings: string
  problem: string | null
  /** 1 where another source has the words. */
  hasOtherWords: number
  transcriptionKey: string | null
  /** `TranscriptionFacts` as JSON. */
  transcription: string | null
  at: number | null
  personId: number | null
  language: string | null
  /** Of the contact: 1 inbound, 2 outbound. */
  direction: number | null
}

const SELECT = `
  SELECT recordings.id, transcript_id AS transcriptId, transcripts.interaction_id AS interactionId, sha256, recordings.name, path, media_name AS mediaName,
    bytes, format, codec, sample_rate AS sampleRate, channel_count AS channelCount, recordings.duration_ms AS durationMs, kind, title,
    stated_agent_channel AS statedAgentChannel, agent_channel AS agentChannel, agent_channel_basis AS agentChannelBasis,
    listened_version AS listenedVersion, heard_by AS heardBy, warnings, problem, transcripts.id IN (SELECT id FROM shadowed_transcripts) AS hasOtherWords, transcription_key AS transcriptionKey, transcription,
    coalesce(contact.started_at, transcripts.started_at) AS at, identities.person_id AS personId, transcripts.language, contact.direction
  FROM recordings JOIN transcripts ON transcripts.id = transcript_id LEFT JOIN interactions AS contact ON contact.id = transcripts.interaction_id
  LEFT JOIN identities ON identities.id = coalesce(contact.identity_id, transcripts.identity_id)`

/** Every recording, the newest conversation first. */
export function readRecordings(database: ReadableDatabase): StoredRecording[] {
  return all<StoredRecording>(database, `${SELECT} ORDER BY at DESC, recordings.id DESC`)
}

/** One recording, or undefined. */
export function readRecording(database: ReadableDatabase, id: number): StoredRecording | undefined {
  return one<StoredRecording>(database, `${SELECT} WHERE recordings.id = ?`, id)
}

/** The recording with this audio, or undefined. */
export function findRecordingByHash(
  database: ReadableDatabase,
  sha256: string,
): { id: number; transcriptId: number; sourceId: number } | undefined {
  return one(
    database,
    `SELECT recordings.id, transcript_id AS transcriptId, source_id AS sourceId FROM recordings JOIN transcripts ON transcripts.id = transcript_id WHERE sha256 = ?`,
    sha256,
  )
}

/** The recording a transcript holds the words of, or undefined. */
export function findRecordingOfTranscript(
  database: ReadableDatabase,
  transcriptId: number,
): StoredRecording | undefined {
  return one<StoredRecording>(database, `${SELECT} WHERE transcript_id = ?`, transcriptId)
}

/** The recordings of some contacts; where a contact has several, the longest comes first. */
export function readRecordingsOfContacts(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): StoredRecording[] {
  return all<StoredRecording>(
    database,
    `${SELECT} WHERE transcripts.interaction_id IN (SELECT value FROM json_each(?)) ORDER BY recordings.duration_ms DESC, recordings.id`,
    JSON.stringify(interactionIds),
  )
}

/** What is noted of a recording when it is brought in. */
export interface NewRecording {
  transcriptId: number
  sha256: string
  name: string
  path: string | null
  mediaName: string | null
  bytes: number
  format: string
  codec: string
  sampleRate: number
  channelCount: number
  durationMs: number | null
  kind: string | null
  title: string | null
  statedAgentChannel: number | null
}

/** Keeps a recording; gives its id. */
export function insertRecording(database: WritableDatabase, recording: NewRecording): number {
  return run(
    database,
    `INSERT INTO recordings (transcript_id, sha256, name, path, media_name, bytes, format, codec, sample_rate, channel_count, duration_ms, kind, title, stated_agent_channel)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    recording.transcriptId,
    recording.sha256,
    recording.name,
    recording.path,
    recording.mediaName,
    recording.bytes,
    recording.format,
    recording.codec,
    recording.sampleRate,
    recording.channelCount,
    recording.durationMs,
    recording.kind,
    recording.title,
    recording.statedAgentChannel,
  ).id
}

/** Notes what a later import of the same audio says beside: only what was not known fills up. */
export function completeRecording(
  database: WritableDatabase,
  id: number,
  said: Pick<NewRecording, 'kind' | 'title' | 'statedAgentChannel'>,
): void {
  run(
    database,
    // a channel that is only now stated is heard anew, unless somebody told it
    `UPDATE recordings SET kind = ifnull(kind, ?1), title = ifnull(title, ?2),
       listened_version = CASE WHEN stated_agent_channel IS NULL AND ?3 IS NOT NULL AND agent_channel_basis IS NOT 'told' THEN NULL
         ELSE listened_version END,
       stated_agent_channel = ifnull(stated_agent_channel, ?3) WHERE id = ?4`,
    said.kind,
    said.title,
    said.statedAgentChannel,
    id,
  )
}

/** Notes where the file of a recording lies now. */
export function writeWhereabouts(
  database: WritableDatabase,
  id: number,
  place: { path: string | null; mediaName: string | null },
): void {
  run(
    database,
    'UPDATE recordings SET path = ?, media_name = ? WHERE id = ?',
    place.path,
    place.mediaName,
    id,
  )
}

/** Notes which channel is the agent's and how that is known. */
export function writeAgentChannel(
  database: WritableDatabase,
  id: number,
  channel: number | null,
  basis: StoredRecording['agentChannelBasis'],
): void {
  run(
    database,
    'UPDATE recordings SET agent_channel = ?, agent_channel_basis = ? WHERE id = ?',
    channel,
    basis,
    id,
  )
}

/** Notes why a recording could not be heard or transcribed; null: nothing is wrong. */
export function writeProblem(database: WritableDatabase, id: number, problem: string | null): void {
  run(database, 'UPDATE recordings SET problem = ? WHERE id = ?', problem, id)
}

/** The ids of recordings nobody has listened to with this version in this way, oldest first. */
export function readUnheard(database: ReadableDatabase, version: number, heardFor: VoiceActivity): number[] {
  return all<{ id: number }>(
    database,
    'SELECT id FROM recordings WHERE (listened_version IS NOT ? OR heard_for IS NOT ?) AND problem IS NULL ORDER BY id',
    version,
    heardFor,
  ).map(({ id }) => id)
}

/** The ids of recordings that may be used and whose conversation has no words yet from anywhere, oldest first. */
export function readWordless(database: ReadableDatabase): number[] {
  return all<{ id: number }>(
    database,
    `SELECT recordings.id FROM recordings JOIN transcripts ON transcripts.id = transcript_id
     WHERE transcription_key IS NULL AND words_deleted_at IS NULL AND transcripts.id NOT IN (SELECT id FROM shadowed_transcripts) AND ${usableNow(database, 'transcripts')} ORDER BY recordings.id`,
  ).map(({ id }) => id)
}

/** Whether what was said in a conversation was deleted for good: nothing states it or understands it again. */
export function areWordsDeleted(database: ReadableDatabase, transcriptId: number): boolean {
  return (
    one(database, 'SELECT 1 FROM transcripts WHERE id = ? AND words_deleted_at IS NOT NULL', transcriptId) !==
    undefined
  )
}

/** What of the media folder recordings need: names of copies, and the hashes of all audio. */
export function readMediaNeeds(database: ReadableDatabase): { sha256: string; mediaName: string | null }[] {
  return all(database, 'SELECT sha256, media_name AS mediaName FROM recordings')
}

/** Lets every conversation of a recording's contact be read anew. */
export function forgetReading(database: WritableDatabase, transcriptId: number): void {
  run(
    database,
    `UPDATE transcripts SET read_version = NULL WHERE id = ?1
       OR interaction_id = (SELECT interaction_id FROM transcripts WHERE id = ?1)`,
    transcriptId,
  )
}

/**
 * Lets recordings be read anew whose contact got words from another source since, or lost them: shadowed ones have no measures, the
 * others have.
 */
export function forgetMisread(database: WritableDatabase): void {
  run(
    database,
    `UPDATE transcripts SET read_version = NULL
     WHERE read_version IS NOT NULL AND id IN (SELECT transcript_id FROM recordings WHERE listened_version IS NOT NULL)
       AND (id IN (SELECT id FROM shadowed_transcripts)) = EXISTS (SELECT 1 FROM conversation_measures WHERE transcript_id = transcripts.id)`,
  )
}
