// Run with: node test/bench/listening/silero.bench.ts. What the Silero model adds to listening, on calls of synthesised voices with two
// channels and on a real recording, and how far it agrees with loudness alone. Wall time, medians of three; the process is one thread.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { windowsToRefine, withSpeech, type Heard } from '../../../engine/recordings/activity/index.ts'
import { listenToFile } from '../../../engine/recordings/listening/listen-to-file.ts'
import { startNodeChild, transcriptionProcess } from '../../../engine/recordings/transcription/index.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

const shared = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared')
const modelPath = path.join(shared, 'models', 'for-tests-silero-v6.2.0-ggml.bin')
const real = path.join(
  shared,
  'samples',
  'audio-mono',
  'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav',
)
if (!existsSync(modelPath) || !existsSync(real)) {
  console.log('Not measured: the shared model and samples are not here.')
  process.exit(0)
}
printLoad()
const synthesised = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample-calls')
const child = transcriptionProcess(startNodeChild)
try {
  for (const call of readdirSync(synthesised)
    .filter((name) => name.endsWith('.opus'))
    .slice(-3))
    await report('synthesised call, 2 channels', path.join(synthesised, call))
  await report('real call, 1 channel', real)
} finally {
  child.close()
}

async function report(what: string, file: string): Promise<void> {
  const heard = await listenToFile(file)
  const speech = windowsToRefine(heard)
  const detect = () =>
    child.detect({ path: file, speech, modelPath }, { signal: new AbortController().signal, onProgress() {} })
  const refined = withSpeech(heard, await detect())
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    await detect()
    times.push(performance.now() - started)
  }
  const took = median(times)
  print(what, `${seconds(took)}, ${(heard.durationMs / took).toFixed(0)} times real time`)
  print('  speech', `${share(heard)} by loudness, ${share(refined)} by the model`)
  print('  the same in', `${(agreement(heard, refined) * 100).toFixed(1)}% of the time`)
}

function share({ channels, durationMs }: Heard): string {
  return channels.map(({ speechMs }) => `${((speechMs / durationMs) * 100).toFixed(1)}%`).join(' and ')
}

/** Share of the moments of all channels, 10 ms apart, in which both say the same. */
function agreement(one: Heard, other: Heard): number {
  let same = 0
  let all = 0
  for (const [at, { spans }] of one.channels.entries())
    for (let ms = 5; ms < one.durationMs; ms += 10) {
      const isIn = (list: typeof spans) =>
        list.some(({ kind, startMs, endMs }) => kind === 'speech' && startMs <= ms && ms < endMs)
      same += isIn(spans) === isIn(other.channels[at]!.spans) ? 1 : 0
      all++
    }
  return same / all
}
