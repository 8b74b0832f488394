import { stat } from 'node:fs/promises'
import path from 'node:path'
import { t } from '#speech'
import type { EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { fileKeyFor, sizeOfContent } from '../../sealed-files/index.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import { readWavLayout, type WavLayout } from '../decoding/index.ts'
import { readRecording, type StoredRecording } from '../recordings.store.ts'
import { fileOfRecording, isSameSound } from '../whereabouts.ts'
import { renderedFile } from './rendered-file.ts'
import type { Playback } from './serve-playback.ts'
import { silencedSpans } from './silence.ts'

/** What every browser engine of ours plays as it is. */
const playable: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  'ogg-opus': 'audio/ogg',
  'ogg-vorbis': 'audio/ogg',
}

/** Bytes that are silence in each way samples are written. */
const silentByte: Readonly<Record<string, number>> = {
  'pcm-u8': 0x80,
  'pcm-s16': 0,
  'pcm-s24': 0,
  'pcm-s32': 0,
  'pcm-f32': 0,
  'a-law': 0xd5,
  'mu-law': 0xff,
}

/**
 * How a recording is played: as it lies where it may and can be, with its redacted samples replaced on the way out where it is plain
 * WAV, else as a WAV written once with them silent. `NOT_FOUND` for a recording that is none or whose file is gone, `FILE_UNREADABLE`
 * for one that cannot be decoded.
 */
export async function openPlayback(context: EngineContext, recordingId: number): Promise<Playback> {
  const recording = readRecording(context.read, recordingId)
  if (!recording) throw new Problem('NOT_FOUND', t`There is no such recording.`)
  const file = fileOfRecording(context.workspaceDir, recording)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile() || !(await isSameSound(context.workspaceDir, recording)))
    throw new Problem('NOT_FOUND', t`The file of this recording is not at ${{ file }} any more.`)
  const silenced = silencedSpans(context.read, recordingId)
  const plain: Playback = {
    path: file,
    fileKey: fileKeyFor(file),
    size: sizeOfContent(file),
    contentType: playable[recording.format] ?? 'audio/wav',
    fileName: path.basename(recording.name),
    silenced: [],
  }
  const fill = silentByte[recording.codec]
  if (recording.format === 'wav' && fill !== undefined) {
    if (silenced.length === 0) return plain
    const layout = await readWavLayout(file)
    return { ...plain, silenced: silenced.map((span) => ({ ...bytesOf(layout, span), fill })) }
  }
  if (silenced.length === 0 && playable[recording.format] && recording.format !== 'wav') return plain
  return rendered(context, recording, file, silenced)
}

function bytesOf(layout: WavLayout, { startMs, endMs }: TimeSpan): { first: number; last: number } {
  const frameAt = (ms: number) => Math.max(0, (ms / 1000) * layout.sampleRate)
  const end = layout.dataStart + layout.dataBytes
  const first = layout.dataStart + Math.floor(frameAt(startMs)) * layout.frameBytes
  const last = layout.dataStart + Math.ceil(frameAt(endMs)) * layout.frameBytes - 1
  return { first: Math.min(first, end), last: Math.min(last, end - 1) }
}

async function rendered(
  context: EngineContext,
  recording: StoredRecording,
  file: string,
  silenced: readonly TimeSpan[],
): Promise<Playback> {
  const target = await renderedFile(context.workspaceDir, recording.sha256, file, silenced)
  return {
    path: target,
    fileKey: fileKeyFor(target),
    size: sizeOfContent(target),
    contentType: 'audio/wav',
    fileName: `${path.parse(recording.name).name}.wav`,
    silenced: [],
  }
}
