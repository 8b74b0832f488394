import { expect, test } from 'vitest'
import { childrenThroughMain } from '../../../../electron/children-through-main.ts'
import type { EngineAnswer } from '../../../../electron/engine-messages.ts'
import { speakingIn } from '../../../../engine/speaking-in.ts'
import { transcriptionProcess, type ChildWord } from '../../../../engine/recordings/transcription/index.ts'

const order = {
  path: '/calls/one.wav',
  speech: [[{ startMs: 0, endMs: 1000 }]],
  recogniser: {
    kind: 'scripted' as const,
    script: { languageCode: 'en', channels: [{ words: [] }] },
    msPerSecondOfSpeech: 0,
  },
}
const transcription = {
  languageCode: 'en',
  segments: [],
  leftOut: [],
  discarded: { silent: 0, improbable: 0, repeated: 0 },
}

function aDesktop() {
  const said: EngineAnswer[] = []
  const children = childrenThroughMain((answer) => said.push(answer))
  return { said, children, process: transcriptionProcess(children.start) }
}

test('the engine asks main for a child, in the language of the call, and hears from it what it made', async () => {
  const { said, children, process } = aDesktop()
  const shares: number[] = []
  const following = {
    signal: new AbortController().signal,
    onProgress: (share: number) => shares.push(share),
  }
  const words = speakingIn('de', () => process.ask(order, following))
  expect(said).toEqual([
    { type: 'child-start', child: 1 },
    {
      type: 'child-order',
      child: 1,
      order: { fileKey: null, language: 'de', ...order, type: 'transcribe', request: 1 },
    },
  ])
  children.take({ type: 'child-word', child: 1, word: { type: 'progress', request: 1, share0to1: 0.5 } })
  children.take({ type: 'child-word', child: 1, word: { type: 'done', request: 1, transcription } })
  expect(await words).toEqual(transcription)
  expect(shares).toEqual([0.5])
})

test('a child that ended fails its recording in one sentence, and the next one gets a fresh child', async () => {
  const { said, children, process } = aDesktop()
  const following = { signal: new AbortController().signal, onProgress: () => {} }
  const first = process.ask(order, following)
  children.take({ type: 'child-ended', child: 1, lastLines: 'out of memory' })
  await expect(first).rejects.toThrow(/^The recogniser ended in the middle of this recording.*\.$/)
  const second = process.ask(order, following)
  children.take({ type: 'child-word', child: 2, word: { type: 'done', request: 2, transcription } })
  expect(await second).toEqual(transcription)
  expect(said.filter(({ type }) => type === 'child-start')).toHaveLength(2)
})

test('an abort has main end the child, and what the child still says is not heard', async () => {
  const { said, children, process } = aDesktop()
  const stop = new AbortController()
  const words = process.ask(order, { signal: stop.signal, onProgress: () => {} })
  stop.abort(new Error('Cancelled.'))
  await expect(words).rejects.toThrow('Cancelled.')
  expect(said.at(-1)).toEqual({ type: 'child-kill', child: 1 })
  children.take({ type: 'child-word', child: 1, word: { type: 'done', request: 1, transcription } })
  children.take({ type: 'child-ended', child: 1, lastLines: '' })
})

test('what a killed child had still sent is not heard, as whoever asked may have closed the workspace', async () => {
  let hear: (word: ChildWord) => void = () => {}
  const started = () => ({
    say() {},
    onWord(listen: typeof hear) {
      hear = listen
    },
    onExit() {},
    kill() {},
  })
  const shares: number[] = []
  const stop = new AbortController()
  const words = transcriptionProcess(started).ask(order, {
    signal: stop.signal,
    onProgress: (share) => shares.push(share),
  })
  hear({ type: 'progress', request: 1, share0to1: 0.25 })
  stop.abort(new Error('Closed.'))
  await expect(words).rejects.toThrow('Closed.')
  hear({ type: 'progress', request: 1, share0to1: 0.5 })
  expect(shares).toEqual([0.25])
})

test('a child that says nothing after it was asked is ended, and all recordings fail with one sentence', async () => {
  let isKilled = false
  const mute = () => ({
    say() {},
    onWord() {},
    onExit() {},
    kill() {
      isKilled = true
    },
  })
  const following = { signal: new AbortController().signal, onProgress() {} }
  await expect(transcriptionProcess(mute, { loadingMs: 50 }).ask(order, following)).rejects.toMatchObject({
    message: expect.stringContaining('The model was not loaded within 0.05 seconds'),
    isForAll: true,
  })
  expect(isKilled).toBe(true)
})
