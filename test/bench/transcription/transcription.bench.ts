// Run with: node test/bench/transcription/transcription.bench.ts. What transcribing takes beyond whisper.cpp itself: the same sound by
// the product's way (a process of its own that decodes, resamples, cuts out the speech and puts words together) and by the binding called
// directly on the same samples, in turns, in one run. With whisper.cpp's empty test model, which does all the work and finds no words.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createListener } from '../../../engine/recordings/activity/index.ts'
import { openAudio } from '../../../engine/recordings/decoding/index.ts'
import { startNodeChild, transcriptionProcess } from '../../../engine/recordings/transcription/index.ts'
import { speechWindows } from '../../../engine/recordings/transcription/speech-windows.ts'
import { loadWhisper } from '../../../engine/recordings/transcription/whisper/binding.ts'
import { windowSounds, type WindowSound } from '../../../engine/recordings/transcription/window-sounds.ts'
import { print, printLoad } from '../lib/print.ts'

const shared = join(import.meta.dirname, '..', '..', '..', '..', 'shared')
const modelPath = join(shared, 'models', 'for-tests-ggml-tiny.bin')
const path = join(shared, 'samples', 'audio-mono', 'jfk.wav')
const threads = 2
const rounds = 3

if (!existsSync(modelPath) || !existsSync(path)) {
  console.log('Not measured: the shared test model and its sample are not here.')
  process.exit(0)
}
printLoad()

const speech = [await speechOf(path)]
const pieces: WindowSound[] = []
for await (const piece of windowSounds(path, speech.map(speechWindows))) pieces.push(piece)
const { WhisperContext } = loadWhisper()
const context = new WhisperContext({ filePath: modelPath, useGpu: false })
const child = transcriptionProcess(startNodeChild)

async function directly(): Promise<void> {
  for (const { pcm } of pieces)
    await context.transcribeData(pcm.buffer as ArrayBuffer, {
      language: 'en',
      maxThreads: threads,
      maxLen: 1,
      tokenTimestamps: true,
    }).promise
}

async function asTheProductDoes(): Promise<void> {
  await child.ask(
    { path, speech, recogniser: { kind: 'whisper', modelPath, languageCode: 'en', prompt: null, threads } },
    { signal: new AbortController().signal, onProgress() {} },
  )
}

// models loaded, caches warm
await directly()
await asTheProductDoes()
const ratios: number[] = []
for (let round = 0; round < rounds; round++) {
  const direct = await secondsOf(directly)
  const product = await secondsOf(asTheProductDoes)
  ratios.push(product / direct)
  print(`round ${round + 1}`, `${direct.toFixed(2)} s directly, ${product.toFixed(2)} s as the product does`)
}
const median = ratios.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!
print('beyond whisper.cpp', `${((median - 1) * 100).toFixed(1)}% (goal: at most 5%)`)
child.close()
await context.release()

async function speechOf(file: string) {
  const audio = await openAudio(file)
  const listener = createListener(audio)
  for await (const block of audio.blocks()) listener.push(block)
  return listener.finish().channels[0]!.spans.filter(({ kind }) => kind === 'speech')
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}
