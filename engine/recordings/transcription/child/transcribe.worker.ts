import { t } from '#speech'
import { knowFileKey } from '../../../sealed-files/index.ts'
import { AudioProblem } from '../../decoding/index.ts'
import { speakingIn } from '../../../speaking-in.ts'
import { recogniseScripted } from '../scripted/recognise-scripted.ts'
import { TranscriptionProblem, type Transcription } from '../types.ts'
import { createWhisper } from '../whisper/recognise-whisper.ts'
import { createSilero } from '../whisper/detect-silero.ts'
import type { ChildWord, TranscribeOrder, WorkOrder } from './child-words.ts'

/** A process that turns recordings into words, one after the other. It holds no data but the file in work and ends with its parent. */
const whisper = createWhisper()
const silero = createSilero()

/** The door to whoever started this process: Node's, or Electron's. */
interface ParentDoor {
  post(word: ChildWord): void
  listen(listener: (order: WorkOrder) => void): void
}

const door = openDoor()
let queue: Promise<void> = Promise.resolve()
door.listen((order) => {
  queue = queue.then(() => speakingIn(order.language, () => work(order)))
})

async function work(order: WorkOrder): Promise<void> {
  const { request, path, fileKey } = order
  if (fileKey !== null) knowFileKey(path, fileKey)
  const onProgress = (share0to1: number) => door.post({ type: 'progress', request, share0to1 })
  try {
    if (order.type === 'detect')
      door.post({ type: 'detected', request, speech: await silero.detect(order, onProgress) })
    else door.post({ type: 'done', request, transcription: await transcribe(order, onProgress) })
  } catch (error) {
    const isKnown = error instanceof TranscriptionProblem || error instanceof AudioProblem
    door.post({
      type: 'failed',
      request,
      sentence: isKnown
        ? error.message
        : t`The recogniser failed: ${{ reason: error instanceof Error ? error.message : String(error) }}.`,
      isForAll: error instanceof TranscriptionProblem && error.isForAll,
      sent: error instanceof TranscriptionProblem ? error.sent : null,
    })
  }
}

async function transcribe(
  { path, speech, recogniser }: TranscribeOrder,
  onProgress: (share0to1: number) => void,
): Promise<Transcription> {
  switch (recogniser.kind) {
    case 'whisper':
      return whisper.recognise(path, speech, recogniser, onProgress)
    case 'server': {
      // its client is loaded by those who have a server only
      const { recogniseByServer } = await import('../server/recognise-by-server.ts')
      return recogniseByServer(path, speech, recogniser, onProgress)
    }
    case 'scripted':
      return recogniseScripted(speech, recogniser, onProgress)
  }
}

function openDoor(): ParentDoor {
  const electron = (process as { parentPort?: ElectronPort }).parentPort
  if (electron)
    return {
      post: (word) => electron.postMessage(word),
      listen: (listener) => electron.on('message', ({ data }) => listener(data as WorkOrder)),
    }
  process.on('disconnect', () => process.exit(0))
  return {
    post: (word) => void process.send?.(word),
    listen: (listener) => void process.on('message', (order) => listener(order as WorkOrder)),
  }
}

interface ElectronPort {
  postMessage(word: unknown): void
  on(event: 'message', listener: (message: { data: unknown }) => void): void
}
