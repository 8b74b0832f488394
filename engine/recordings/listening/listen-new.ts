import { t } from '#speech'
import { writing, type EngineContext } from '../../context.ts'
import { faultOf } from '../../observing/index.ts'
import { inTransaction } from '../../store/index.ts'
import { guessAgentChannel, windowsToRefine, withSpeech, type Heard } from '../activity/index.ts'
import { AudioProblem } from '../decoding/index.ts'
import { readRecordingPreferences } from '../preferences.ts'
import {
  forgetReading,
  readRecording,
  readUnheard,
  writeAgentChannel,
  writeProblem,
  type StoredRecording,
} from '../recordings.store.ts'
import { writeSound } from '../sounds.store.ts'
import { TranscriptionProblem } from '../transcription/index.ts'
import { fileOfRecording, isSameSound } from '../whereabouts.ts'
import { writeRoles } from '../words/words.store.ts'
import { listenToFile } from './listen-to-file.ts'
import type { VoiceActivity, VoiceDetector } from './voice-detector.ts'

/** Raised when activity, peaks or the guess of the agent's channel change: every recording is then heard anew. */
export const LISTENING_VERSION = 1

/** Lets the caller follow and stop. */
export interface Following {
  signal?: AbortSignal
  onProgress?: (share0to1: number, step: string) => void
  /** Null: speech is told by loudness alone. */
  voices: VoiceDetector | null
}

/**
 * Listens to every recording nobody has listened to, one after the other, each kept at once. What cannot be heard says why and holds up
 * nothing. Gives how many were heard.
 */
export async function listenNew(context: EngineContext, following: Following): Promise<number> {
  const ids = readUnheard(context.read, LISTENING_VERSION, wantedBy(following.voices))
  let heard = 0
  for (const [at, id] of ids.entries()) {
    following.signal?.throwIfAborted()
    const step = t`Listening: ${{ number: at + 1 }} of ${{ all: ids.length }}`
    following.onProgress?.(at / ids.length, step)
    const isHeard = await listenTo(context, id, {
      ...following,
      onProgress: (share) => following.onProgress?.((at + share) / ids.length, step),
    })
    if (isHeard) heard++
  }
  return heard
}

/** Listens to one recording and keeps what was heard; false where it could not be heard, which is then noted with it. */
export async function listenTo(
  context: EngineContext,
  id: number,
  following: Omit<Following, 'onProgress'> & { onProgress?: (share0to1: number) => void },
): Promise<boolean> {
  const recording = readRecording(context.read, id)
  if (!recording || !(await isSameSound(context.workspaceDir, recording))) return false
  const sound = await hear(context, recording, following)
  if ('problem' in sound) {
    if (sound.problem !== null)
      await writing(context, (database) => writeProblem(database, id, sound.problem))
    return false
  }
  // what goes wrong with keeping it, such as a full disk, says nothing of the recording: it is heard again
  await writing(context, (database) =>
    inTransaction(database, () => {
      // somebody may have told the agent's channel meanwhile, or undone the import
      const now = readRecording(database, id)
      if (!now) return
      const { heard, heardBy } = sound
      writeSound(database, id, LISTENING_VERSION, heard, { heardBy, heardFor: wantedBy(following.voices) })
      const { channel, basis } = agentChannelOf(now, heard, readRecordingPreferences(database).agentChannel)
      writeAgentChannel(database, id, channel, basis)
      writeRoles(database, recording.transcriptId, recording.channelCount, channel)
      forgetReading(database, recording.transcriptId)
    }),
  )
  return true
}

type ListeningTo = Parameters<typeof listenTo>[2]

/** What is heard in a recording, or why nothing is; null for a file that is gone, which is told by its absence and heard when it is back. */
async function hear(
  context: EngineContext,
  recording: StoredRecording,
  following: ListeningTo,
): Promise<{ heard: Heard; heardBy: VoiceActivity } | { problem: string | null }> {
  try {
    const file = fileOfRecording(context.workspaceDir, recording)
    const byLoudness = await listenToFile(file, {
      ...following,
      onProgress: (share) => following.onProgress?.(following.voices ? share * SHARE_OF_LISTENING : share),
    })
    return await refined(context, recording.id, file, byLoudness, following)
  } catch (error) {
    if (following.signal?.aborted) throw error
    if (error instanceof AudioProblem) return { problem: error.code === 'missing' ? null : error.message }
    // one file must not keep all others from being heard
    context.log({ event: 'recording-unheard', recording: recording.id, fault: faultOf(error) })
    return { problem: t`It could not be listened to; the log has the details.` }
  }
}

function wantedBy(voices: VoiceDetector | null): VoiceActivity {
  return voices ? 'silero' : 'loudness'
}

/** The model takes far longer than everything else. */
const SHARE_OF_LISTENING = 0.2

/** Speech as the model hears it, where there is one; where it fails, what was heard by loudness stands, and says so. */
async function refined(
  context: EngineContext,
  id: number,
  file: string,
  byLoudness: Heard,
  { voices, signal, onProgress }: ListeningTo,
): Promise<{ heard: Heard; heardBy: VoiceActivity }> {
  if (!voices) return { heard: byLoudness, heardBy: 'loudness' }
  try {
    const speech = await voices.detect(file, windowsToRefine(byLoudness), {
      signal: signal ?? new AbortController().signal,
      onProgress: (share) => onProgress?.(SHARE_OF_LISTENING + share * (1 - SHARE_OF_LISTENING)),
    })
    return { heard: withSpeech(byLoudness, speech), heardBy: 'silero' }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof TranscriptionProblem)) throw error
    context.log({ event: 'voices-failed', recording: id, fault: faultOf(error) })
    const warning = t`The Silero model failed on this recording, so speech was told from other sounds by loudness alone.`
    return { heard: { ...byLoudness, warnings: [...byLoudness.warnings, warning] }, heardBy: 'loudness' }
  }
}

/** Which channel is the agent's: as a person said, else as the source says, by convention, or by ear. One voice alone: nobody's. */
function agentChannelOf(
  recording: StoredRecording,
  heard: Heard,
  convention: number | null,
): { channel: number | null; basis: StoredRecording['agentChannelBasis'] } {
  if (recording.agentChannelBasis === 'told')
    return { channel: recording.agentChannel, basis: recording.agentChannelBasis }
  const guess = guessAgentChannel(heard, {
    metadata: recording.statedAgentChannel,
    convention,
    direction: recording.direction === 1 ? 'inbound' : recording.direction === 2 ? 'outbound' : null,
  })
  return { channel: guess?.channel ?? null, basis: guess?.basis ?? null }
}
