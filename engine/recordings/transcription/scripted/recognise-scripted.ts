import { setTimeout as wait } from 'node:timers/promises'
import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { assembleTranscription } from '../assemble-transcription.ts'
import type { Recogniser } from '../child/child-words.ts'
import type { Transcription } from '../types.ts'

/** How often progress is told. */
const STEP_MS = 50

/** "Recognises" what a script says, taking as long as it says, and leaves out inventions as with every recogniser. */
export async function recogniseScripted(
  speech: readonly (readonly TimeSpan[])[],
  { script, msPerSecondOfSpeech }: Extract<Recogniser, { kind: 'scripted' }>,
  onProgress: (share0to1: number) => void,
): Promise<Transcription> {
  const speechMs = speech.flat().reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  const takesMs = (speechMs / 1000) * msPerSecondOfSpeech
  const from = performance.now()
  onProgress(0)
  for (;;) {
    const spentMs = performance.now() - from
    if (spentMs >= takesMs) break
    onProgress(spentMs / takesMs)
    await wait(Math.min(STEP_MS, takesMs - spentMs))
  }
  const pieces = speech.map((_, channel) =>
    (script.channels[channel]?.words ?? []).map((word) => ({ ...word, text: ` ${word.text}` })),
  )
  return assembleTranscription(pieces, speech, script.languageCode)
}
