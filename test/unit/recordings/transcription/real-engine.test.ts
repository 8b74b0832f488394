import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  startNodeChild,
  transcriptionProcess,
  type Recogniser,
} from '../../../../engine/recordings/transcription/index.ts'

const shared = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared')
const model = join(shared, 'models', 'for-tests-ggml-tiny.bin')
const sound = join(shared, 'samples', 'audio-mono', 'jfk.wav')
const areHere = existsSync(model) && existsSync(sound)

const whisper = (modelPath: string): Recogniser => ({
  kind: 'whisper',
  modelPath,
  languageCode: null,
  prompt: null,
  threads: 1,
})

function aProcess() {
  const own = transcriptionProcess(startNodeChild)
  onTestFinished(() => own.close())
  return own
}

describe.skipIf(!areHere)('whisper.cpp itself (skipped without the shared test model)', () => {
  test('is stopped within a second while it works, and the child can be started anew', async () => {
    const own = aProcess()
    const stop = new AbortController()
    const order = { path: sound, speech: [[{ startMs: 0, endMs: 11_000 }]], recogniser: whisper(model) }
    const words = own.ask(order, { signal: stop.signal, onProgress: () => {} })
    const ended = words.catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const asked = performance.now()
    stop.abort(new Error('Cancelled.'))
    expect(await ended).toEqual(new Error('Cancelled.'))
    expect(performance.now() - asked).toBeLessThan(1000)
    const nothing = { path: sound, speech: [[]], recogniser: whisper(model) }
    const following = { signal: new AbortController().signal, onProgress: () => {} }
    expect(await own.ask(nothing, following)).toEqual({
      languageCode: null,
      segments: [],
      leftOut: [],
      discarded: { silent: 0, improbable: 0, repeated: 0 },
    })
  })
})
