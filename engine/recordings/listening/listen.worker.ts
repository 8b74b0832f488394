import { parentPort, workerData } from 'node:worker_threads'
import { knowFileKey } from '../../sealed-files/index.ts'
import { speakingIn } from '../../speaking-in.ts'
import { createListener } from '../activity/index.ts'
import { AudioProblem, openAudio } from '../decoding/index.ts'
import type { ListeningOrder, ListeningWord } from './listening-words.ts'

/** Listens to one file in a thread of its own and says what it heard. */
async function listen({ path, fileKey }: ListeningOrder): Promise<void> {
  if (fileKey !== null) knowFileKey(path, fileKey)
  try {
    const audio = await openAudio(path)
    const listener = createListener(audio)
    let frames = 0
    let told = 0
    for await (const block of audio.blocks()) {
      listener.push(block)
      frames += block.channels[0]?.length ?? 0
      const secondsHeard = frames / audio.sampleRate
      if (audio.durationMs && secondsHeard - told > 60) {
        told = secondsHeard
        say({ type: 'progress', share0to1: Math.min(1, (secondsHeard * 1000) / audio.durationMs) })
      }
    }
    const heard = listener.finish()
    say({ type: 'heard', heard: { ...heard, warnings: [...audio.warnings, ...heard.warnings] } })
  } catch (error) {
    if (!(error instanceof AudioProblem)) throw error
    say({ type: 'problem', code: error.code, sentence: error.message })
  }
}

function say(word: ListeningWord): void {
  parentPort?.postMessage(word)
}

const order = workerData as ListeningOrder
await speakingIn(order.language, () => listen(order))
