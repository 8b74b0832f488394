import type { RecordingPreferences } from '../../../shared/contract/recordings.ts'
import type { EngineContext } from '../../context.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import { findSileroModel } from '../models/index.ts'
import { readRecordingPreferences } from '../preferences.ts'
import { TranscriptionProblem, transcriptionProcess, type ChildStarter } from '../transcription/index.ts'

/** What tells speech from other sounds. */
export type VoiceActivity = RecordingPreferences['voiceActivity']

/** A model that hears who speaks when, in a process of its own. */
export interface VoiceDetector {
  /** Per channel, where somebody speaks within the given stretches. Rejects with TranscriptionProblem, or with the signal's reason. */
  detect(
    path: string,
    windows: TimeSpan[][],
    following: { signal: AbortSignal; onProgress(share0to1: number): void },
  ): Promise<TimeSpan[][]>
  close(): void
}

/** The Silero model, where the workspace wants it and its file is there; null: speech is told by loudness alone. */
export async function openVoiceDetector(
  context: Pick<EngineContext, 'read'>,
  start: ChildStarter,
): Promise<VoiceDetector | null> {
  if (readRecordingPreferences(context.read).voiceActivity !== 'silero') return null
  const modelPath = await findSileroModel()
  if (modelPath === null) return null
  // it has less than a megabyte
  const process = transcriptionProcess(start, { loadingMs: 60_000 })
  let givenUp: TranscriptionProblem | null = null
  return {
    async detect(path, speech, following) {
      // a model that cannot be loaded must not cost its time once for every recording
      if (givenUp) throw givenUp
      try {
        return await process.detect({ path, speech, modelPath }, following)
      } catch (error) {
        if (error instanceof TranscriptionProblem && error.isForAll) givenUp = error
        throw error
      }
    },
    close: () => process.close(),
  }
}
