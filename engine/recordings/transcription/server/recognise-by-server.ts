import { createHash } from 'node:crypto'
import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { assembleTranscription } from '../assemble-transcription.ts'
import { turnsFromSentences, type RecognisedPiece } from '../assemble-words.ts'
import { speechWindows } from '../speech-windows.ts'
import {
  TranscriptionProblem,
  type SentSound,
  type TranscribedSegment,
  type Transcription,
} from '../types.ts'
import { windowSounds, type WindowSound } from '../window-sounds.ts'
import type { ServerOrder } from './server-order.ts'
import { transcriptionServer } from './transcription-server.ts'

/**
 * The words of a file by a server, each channel apart, several pieces at a time: never more of the sound is in memory than those. `speech`:
 * where each channel speaks; nothing else is sent. The first piece that fails for good ends all others. Throws TranscriptionProblem.
 */
export async function recogniseByServer(
  path: string,
  speech: readonly (readonly TimeSpan[])[],
  { server: order, soundKey }: { server: ServerOrder; soundKey: string },
  onProgress: (share0to1: number) => void,
): Promise<Transcription> {
  const server = transcriptionServer(order)
  const windows = speech.map(speechWindows)
  const totalMs = windows.flat().reduce((sum, span) => sum + lengthOf(span), 0)
  const words = windows.map((): RecognisedPiece[] => [])
  const sentences = windows.map((): TranscribedSegment[] => [])
  const spoken = new Map<string, number>()
  const failed = new AbortController()
  let doneMs = 0
  const samples = createHash('sha256')
  let requests = 0
  let sentMs = 0
  const take = async (sound: WindowSound) => {
    const heard = await server.hear(sound, soundKey, failed.signal)
    words[sound.channel]!.push(...heard.words)
    sentences[sound.channel]!.push(...turnsFromSentences(sound.channel, heard.sentences))
    if (heard.languageCode !== null && heard.words.length + heard.sentences.length > 0)
      spoken.set(heard.languageCode, (spoken.get(heard.languageCode) ?? 0) + lengthOf(sound))
    doneMs += lengthOf(sound)
    onProgress(doneMs / totalMs)
  }
  const inWork = new Set<Promise<void>>()
  onProgress(0)
  try {
    for await (const sound of windowSounds(path, windows)) {
      samples.update(new Uint8Array(sound.pcm.buffer, sound.pcm.byteOffset, sound.pcm.byteLength))
      requests++
      sentMs += lengthOf(sound)
      const asked = take(sound)
        .catch((error: unknown) => failed.abort(error))
        .finally(() => inWork.delete(asked))
      inWork.add(asked)
      if (inWork.size >= order.parallel) await Promise.race(inWork)
      if (failed.signal.aborted) break
    }
  } catch (error) {
    // a file that cannot be read to its end: what is under way is of no use any more
    failed.abort(error)
  }
  await Promise.all(inWork)
  const sent: SentSound = {
    requests,
    seconds: Math.round(sentMs / 100) / 10,
    sha256: samples.digest('hex'),
  }
  if (failed.signal.reason instanceof TranscriptionProblem && requests > 0) failed.signal.reason.sent = sent
  failed.signal.throwIfAborted()
  // answers come in any order
  for (const own of words) own.sort((a, b) => a.startMs - b.startMs)
  const made = assembleTranscription(words, speech, order.languageCode ?? mostSpoken(spoken), sentences)
  return { ...made, sent }
}

function lengthOf({ startMs, endMs }: TimeSpan): number {
  return endMs - startMs
}

function mostSpoken(spoken: ReadonlyMap<string, number>): string | null {
  return [...spoken].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null
}
