import path from 'node:path'
import { visibleText } from '../../shared/domain/visible-text.ts'
import type { EngineContext } from '../context.ts'
import { redact } from '../language/index.ts'
import {
  completeRecording,
  copyIntoMedia,
  findRecordingByHash,
  insertRecording,
  isMissing,
  readRecording,
  readRecordingPreferences,
  writeWhereabouts,
} from '../recordings/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import type { FileIdentity } from './file-identity.ts'
import type { FileOrder } from './import-order.ts'
import { findTranscriptByRef } from './imports.store.ts'
import type { OpenedFile } from './readers/index.ts'
import { shownName } from './shown-name.ts'
import { audioRef } from './writing/write-recording.ts'

/** The source of audio that was brought in before: the same audio stays one recording whatever it is imported as. */
export function sourceOfAudio(database: ReadableDatabase, sha256: string): number | null {
  return findRecordingByHash(database, sha256)?.sourceId ?? null
}

/**
 * Keeps a recording with its conversation: referenced where it lies, or copied into the workspace where the workspace wants that or the
 * file came through an upload. Audio that is there already is only completed, and found again where its file had gone.
 */
export async function keepRecording(
  context: EngineContext,
  database: WritableDatabase,
  file: { order: FileOrder; opened: OpenedFile; identity: FileIdentity },
  sourceId: number,
): Promise<void> {
  const { order, opened, identity } = file
  if (opened.form !== 'recording') return
  const said = {
    kind: order.recording?.kind ?? null,
    title: order.recording?.title ? visibleText(redact(order.recording.title).text) : null,
    statedAgentChannel: order.recording?.agentChannel ?? null,
  }
  const isCopied = order.keptPath === null || readRecordingPreferences(database).storage === 'copied'
  const place = async () =>
    isCopied
      ? {
          path: null,
          mediaName: await copyIntoMedia(context.workspaceDir, order.path, identity.sha256, order.name),
        }
      : { path: order.keptPath, mediaName: null }
  const known = findRecordingByHash(database, identity.sha256)
  if (known) {
    completeRecording(database, known.id, said)
    if (isMissing(context.workspaceDir, readRecording(database, known.id)!))
      writeWhereabouts(database, known.id, await place())
    return
  }
  const transcriptId = findTranscriptByRef(database, sourceId, audioRef(identity.sha256))
  if (transcriptId === undefined) throw new Error('The conversation of a recording was not written.')
  insertRecording(database, {
    transcriptId,
    sha256: identity.sha256,
    // callers' numbers stand in file names
    name: shownName(path.basename(order.name)),
    ...(await place()),
    bytes: identity.bytes,
    format: opened.format,
    codec: opened.codec,
    sampleRate: opened.sampleRate,
    channelCount: opened.channelCount,
    durationMs: opened.durationMs === null ? null : Math.round(opened.durationMs),
    ...said,
  })
}
