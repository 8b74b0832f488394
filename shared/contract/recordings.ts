import { z } from 'zod'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

/** A stretch in milliseconds from the start, end exclusive. */
export const timeSpan = z.object({ startMs: z.number(), endMs: z.number() })

/** How it is known which channel is the agent's. */
export const agentChannelBasis = z.enum(['told', 'metadata', 'convention', 'first-speaker'])

/** What is said with a recording's words: what made them, and what was left out. */
export const transcriptionFacts = z.object({
  /** The model or server, as a person would name it. */
  model: z.string(),
  languageCode: z.string().nullable(),
  at: instantMs,
  /** Pieces of text that were not kept: over silence, of low probability, repeated. */
  discarded: z.object({
    silent: z.number().int(),
    improbable: z.number().int(),
    repeated: z.number().int(),
  }),
})

export const recording = z.object({
  id: z.number().int(),
  interactionId: z.number().int().nullable(),
  name: z.string(),
  title: z.string().nullable(),
  kind: z.enum(['call', 'video-meeting', 'field-visit', 'talk']).nullable(),
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  bytes: z.number(),
  /** Such as `wav` or `ogg-opus`. */
  /** As people call it: `WAV (16-bit)`, `Ogg Opus`. */
  format: z.string(),
  channelCount: z.number().int(),
  durationMs: z.number().nullable(),
  /** The file lies in the workspace, or where it was found. */
  storage: z.enum(['copied', 'referenced']),
  /** The file is not where it was. */
  isMissing: z.boolean(),
  /** Null on one channel, or while it is not known. */
  agentChannel: z.number().int().nullable(),
  agentChannelBasis: agentChannelBasis.nullable(),
  /** Measured from the sound already. */
  isHeard: z.boolean(),
  /** What told speech from other sounds. */
  heardBy: z.enum(['silero', 'loudness']).nullable(),
  transcription: transcriptionFacts.nullable(),
  /** Another source, such as a transcript beside it, has the words of its conversation. */
  hasOtherWords: z.boolean(),
  /** One sentence: why it could not be heard or transcribed. */
  problem: z.string().nullable(),
  warnings: z.array(z.string()),
})
export type Recording = z.infer<typeof recording>

/** A recording as its conversation's page needs it. */
export const playableRecording = recording.extend({
  /** Where the sound can be had from, with ranges: `/media/<id>` of the page's own origin. Redacted spans are silent in it. */
  mediaPath: z.string(),
  silenced: z.array(timeSpan),
  /** Per channel, what sounds when. Empty while nobody has listened. */
  activity: z.array(z.array(timeSpan.extend({ kind: z.enum(['speech', 'music', 'ring-tone']) }))),
})
export type PlayableRecording = z.infer<typeof playableRecording>

/** Enough to play a moment of a contact. */
export const contactSound = z.object({
  interactionId: z.number().int(),
  mediaPath: z.string(),
  durationMs: z.number().nullable(),
  isMissing: z.boolean(),
})
export type ContactSound = z.infer<typeof contactSound>

/** Lowest and highest value of each step, interleaved, -127..127, for each channel. */
export const peaks = z.object({ perSecond: z.number(), channels: z.array(z.array(z.number().int())) })
export type Peaks = z.infer<typeof peaks>

/** A server that transcribes, spoken to as OpenAI's is. */
export const transcriptionServer = z.object({
  /** Where its API begins, such as `http://127.0.0.1:8000/v1`. */
  address: z.string(),
  model: z.string(),
  /** How many pieces of a recording it is sent at a time. */
  parallel: z.number().int().min(1).max(32),
})
export type TranscriptionServer = z.infer<typeof transcriptionServer>

/** How recordings are taken in and transcribed. */
export const recordingPreferences = z.object({
  storage: z.enum(['copied', 'referenced']),
  /** The file-name pattern, such as `{agent}_{date}_{time}`; null: names are read as well as can be. */
  namePattern: z.string().nullable(),
  /** The channel the agent is on by convention (0 left, 1 right); null: found out for each recording. */
  agentChannel: z.number().int().min(0).max(1).nullable(),
  /** Path of the model's file; null while none was chosen. */
  modelPath: z.string().nullable(),
  /** A server in place of a model on this machine; nothing is sent to it unless `isOn`. */
  server: transcriptionServer.extend({ isOn: z.boolean() }).nullable(),
  /** Null: found out for each recording. */
  languageCode: z.string().nullable(),
  /** Product names and other words of the trade, for the recogniser. */
  vocabulary: z.array(z.string()),
  /** How speech is told from other sounds: by loudness alone, or by the Silero model where its file is. */
  voiceActivity: z.enum(['silero', 'loudness']),
  /** Transcribe what comes in by itself. */
  transcribesByItself: z.boolean(),
  /** A folder that is looked at for new recordings; null: none. */
  watchedFolder: z.string().nullable(),
})
export type RecordingPreferences = z.infer<typeof recordingPreferences>

/** The watched folder, as it is looked at now. */
const watching = z.object({ folder: z.string().nullable(), isPaused: z.boolean() })

export const namePreview = z.object({
  /** Null where names are read without a pattern. */
  pattern: z.string().nullable(),
  /** Why the pattern cannot be used. */
  problem: z.string().nullable(),
  /** A pattern these names seem to follow. */
  suggestion: z.string().nullable(),
  files: z.array(
    z.object({
      name: z.string(),
      parts: z.array(z.object({ part: z.string(), text: z.string() })),
      /** Why nothing was caught. */
      problem: z.string().nullable(),
    }),
  ),
})
export type NamePreview = z.infer<typeof namePreview>

/** What came of one recording. */
export const recordingOutcome = z.object({
  recordingId: z.number().int(),
  name: z.string(),
  outcome: z.enum(['done', 'unchanged', 'failed']),
  /** One sentence where it failed. */
  error: z.string().nullable(),
  segments: z.number().int(),
  discarded: transcriptionFacts.shape.discarded,
})
export type RecordingOutcome = z.infer<typeof recordingOutcome>

export const modelKind = z.enum(['speech', 'voice-activity'])
export type ModelKind = z.infer<typeof modelKind>

/** A model, of the catalogue or found on this machine. Those for voice activity need not be chosen: they are used where they are. */
export const speechModel = z.object({
  name: z.string(),
  kind: modelKind,
  label: z.string(),
  /** Null for a file that is in no catalogue. */
  bytes: z.number().nullable(),
  languages: z.string(),
  remarks: z.string(),
  /** Where it lies; null while it is not here. */
  path: z.string().nullable(),
  isChosen: z.boolean(),
})
export type SpeechModel = z.infer<typeof speechModel>

const serverKey = z.object({ isThere: z.boolean(), keptIn: z.enum(['keychain', 'environment']) })

const jobStarted = z.object({ jobId: z.number().int() })

export const recordingsContract = {
  list: call.output(z.array(recording)),
  /** What can be heard of some contacts: at most one recording each, as its page plays it. Contacts without one are left out. */
  ofContacts: call
    .input(z.object({ interactionIds: z.array(z.number().int()).max(1000) }))
    .output(z.array(contactSound)),
  peaks: call.input(z.object({ recordingId: z.number().int() })).output(peaks),
  /** Says which channel is the agent's (null: find out again); everything is measured anew. */
  setAgentChannel: call
    .input(z.object({ recordingId: z.number().int(), channel: z.number().int().min(0).max(7).nullable() }))
    .output(recording),
  /** Says where a missing file is now; it must be the same audio. */
  relocate: call.input(z.object({ recordingId: z.number().int(), path: z.string() })).output(recording),
  /** Transcribes the given recordings, those of files and folders that were brought in, or all that have no words yet. */
  transcribe: call
    .input(
      z.object({
        recordingIds: z.array(z.number().int()).optional(),
        paths: z.array(z.string()).optional(),
        modelPath: z.string().optional(),
        server: transcriptionServer.optional(),
      }),
    )
    .output(jobStarted),
  /** Sends a server a second of silence, and says in one sentence what it answers. */
  tryServer: call.input(transcriptionServer).output(z.object({ isGood: z.boolean(), sentence: z.string() })),
  /** The key for a server: where it would be taken from, and whether there is one. It is never given out. */
  serverKey: call.input(z.object({ address: z.string() })).output(serverKey),
  setServerKey: call.input(z.object({ address: z.string(), key: z.string().nullable() })).output(serverKey),
  outcomes: call.input(z.object({ jobId: z.number().int() })).output(z.array(recordingOutcome)),
  /** `folder` is null where none is looked at here. */
  watching: call.output(watching),
  /** Until Debrief is closed, or told to go on. */
  pauseWatching: call.input(z.object({ isPaused: z.boolean() })).output(watching),
  preferences: call.output(recordingPreferences),
  setPreferences: call.input(recordingPreferences.partial()).output(recordingPreferences),
  /** What a file-name pattern catches, of the first names of a batch: this many take 0.2 s. */
  previewNames: call
    .input(z.object({ names: z.array(z.string()).max(2000), pattern: z.string().nullable() }))
    .output(namePreview),
  models: call.output(z.array(speechModel)),
  downloadModel: call.input(z.object({ name: z.string() })).output(jobStarted),
}
