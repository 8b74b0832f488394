import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { windowSounds } from '../window-sounds.ts'
import { loadWhisper, type WhisperModule, type WhisperVadContext } from './binding.ts'

/** The model's own defaults, but for the shortest speech: a listener's "mm" takes a fifth of a second. */
const OPTIONS = { threshold: 0.5, minSpeechDurationMs: 100, minSilenceDurationMs: 100, speechPadMs: 30 }

/** Voice activity by the Silero model in this process; the model stays loaded from one recording to the next. */
export function createSilero(load: () => Pick<WhisperModule, 'WhisperVadContext'> = loadWhisper) {
  let loaded: { modelPath: string; context: WhisperVadContext } | null = null

  const contextOf = async (modelPath: string): Promise<WhisperVadContext> => {
    if (loaded?.modelPath === modelPath) return loaded.context
    await loaded?.context.release()
    const { WhisperVadContext } = load()
    loaded = { modelPath, context: new WhisperVadContext({ filePath: modelPath, useGpu: false }) }
    return loaded.context
  }

  return {
    /** Per channel, where somebody speaks within the given windows, in the recording's time. */
    async detect(
      { path, speech: windows, modelPath }: { path: string; speech: TimeSpan[][]; modelPath: string },
      onProgress: (share0to1: number) => void,
    ): Promise<TimeSpan[][]> {
      const context = await contextOf(modelPath)
      onProgress(0)
      const found = windows.map((): TimeSpan[] => [])
      const totalMs = windows.flat().reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      let doneMs = 0
      for await (const { channel, startMs, endMs, pcm } of windowSounds(path, windows)) {
        for (const { t0, t1 } of await context.detectSpeechData(pcm.buffer as ArrayBuffer, OPTIONS))
          found[channel]!.push({
            startMs: Math.min(endMs, startMs + t0 * 10),
            endMs: Math.min(endMs, startMs + t1 * 10),
          })
        doneMs += endMs - startMs
        onProgress(doneMs / totalMs)
      }
      return found
    },
  }
}
