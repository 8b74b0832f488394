import { stat } from 'node:fs/promises'
import { plural, t } from '#speech'
import { writable, writing, type EngineContext } from '../context.ts'
import { sha256OfFile } from '../file-hash.ts'
import { Problem } from '../problem.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { listenTo } from './listening/listen-new.ts'
import type { VoiceDetector } from './listening/voice-detector.ts'
import {
  findRecordingOfTranscript,
  forgetReading,
  readRecording,
  writeAgentChannel,
  writeProblem,
  writeWhereabouts,
  type StoredRecording,
} from './recordings.store.ts'
import { writeRoles } from './words/words.store.ts'

/**
 * Notes which channel is the agent's, as a person says it, or (null) finds it out again. Whoever calls reads the conversation anew.
 * `NOT_FOUND` for no recording, `INVALID_INPUT` for a channel it has not.
 */
export async function tellAgentChannel(
  context: EngineContext,
  id: number,
  channel: number | null,
  voices: VoiceDetector | null,
): Promise<void> {
  const recording = existing(context, id)
  if (channel !== null && channel >= recording.channelCount)
    throw new Problem(
      'INVALID_INPUT',
      t`This recording has ${plural({ channels: recording.channelCount }, { one: 'one channel', other: '# channels' })}; choose one of them.`,
    )
  await writing(context, (database) =>
    inTransaction(database, () => {
      writeAgentChannel(database, id, channel, channel === null ? null : 'told')
      writeRoles(database, recording.transcriptId, recording.channelCount, channel)
      forgetReading(database, recording.transcriptId)
    }),
  )
  if (channel === null) await listenTo(context, id, { voices })
}

/** Gives the turns of a recording nobody corrected their speakers anew, by the channel that is the agent's now; other transcripts stay. */
export function giveSpeakersAnew(database: WritableDatabase, transcriptId: number): void {
  const recording = findRecordingOfTranscript(database, transcriptId)
  if (recording) writeRoles(database, transcriptId, recording.channelCount, recording.agentChannel)
}

/**
 * Notes where the file of a recording is now. `CONFLICT` where that is other audio, `FILE_UNREADABLE` where there is no file.
 */
export async function relocate(context: EngineContext, id: number, path: string): Promise<void> {
  const recording = existing(context, id)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new Problem('FILE_UNREADABLE', t`There is no file at ${{ path }}.`)
  if ((await sha256OfFile(path)) !== recording.sha256)
    throw new Problem(
      'CONFLICT',
      t`That is another recording: its sound is not the one this conversation was made from.`,
    )
  await writing(context, (database) =>
    inTransaction(database, () => {
      writeWhereabouts(database, id, { path, mediaName: null })
      writeProblem(database, id, null)
    }),
  )
}

function existing(context: EngineContext, id: number): StoredRecording {
  writable(context)
  const recording = readRecording(context.read, id)
  if (!recording) throw new Problem('NOT_FOUND', t`There is no such recording.`)
  return recording
}
