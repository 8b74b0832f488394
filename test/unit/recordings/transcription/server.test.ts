import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageCodeOf } from '../../../../engine/recordings/transcription/server/language-code.ts'
import { readAnswer } from '../../../../engine/recordings/transcription/server/read-answer.ts'
import { recogniseByServer } from '../../../../engine/recordings/transcription/server/recognise-by-server.ts'
import { doubtOfConnection } from '../../../../engine/model-servers/server-fetch.ts'
import type { ServerOrder } from '../../../../engine/recordings/transcription/index.ts'
import type { FakeAnswer } from '../../../support/fake-model-server.ts'
import { fakeTranscriptionServer, type AskedRequest } from '../../../support/fake-transcription-server.ts'
import { callAsWav } from '../../../support/spoken-call.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { agentSays, customerSays } from '../../../support/two-sided-call.ts'

const speech = [[...agentSays], [...customerSays]]

function order(address: string, change: Partial<ServerOrder> = {}): ServerOrder {
  return {
    address,
    model: 'whisper-1',
    key: null,
    parallel: 4,
    retries: 2,
    slowestAnswerMs: 60_000,
    languageCode: null,
    prompt: null,
    settingsKey: 'settings',
    ...change,
  }
}

function aCall(): string {
  const path = join(temporaryFolder(), 'call.wav')
  writeFileSync(path, callAsWav())
  return path
}

/** Says two words at the start of each piece: as OpenAI answers, whose words have no punctuation. */
function twoWords(): FakeAnswer {
  return {
    body: {
      language: 'english',
      text: 'Hello, there.',
      segments: [{ text: ' Hello, there.', start: 0.2, end: 1.2, avg_logprob: -0.1 }],
      words: [
        { word: 'Hello', start: 0.2, end: 0.6 },
        { word: 'there', start: 0.7, end: 1.2 },
      ],
    },
  }
}

async function recognised(answerTo: (asked: AskedRequest) => FakeAnswer, change: Partial<ServerOrder> = {}) {
  const server = await fakeTranscriptionServer(answerTo)
  const shares: number[] = []
  const transcription = await recogniseByServer(
    aCall(),
    speech,
    { server: order(server.address, change), soundKey: 'sound' },
    (share) => shares.push(share),
  )
  return { server, shares, transcription }
}

describe('a server that transcribes', () => {
  test('is sent only speech, each channel apart, several pieces at a time, with what it should know', async () => {
    const { server, shares, transcription } = await recognised(() => ({ ...twoWordsLater(), afterMs: 100 }), {
      key: 'sesame',
      parallel: 3,
      prompt: 'Wrenfield, Okafor.',
    })
    expect(server.mostAtATime()).toBe(3)
    expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['/v1/audio/transcriptions']))
    expect(server.asked[0]).toMatchObject({
      authorization: 'Bearer sesame',
      model: 'whisper-1',
      format: 'verbose_json',
      prompt: 'Wrenfield, Okafor.',
      language: null,
    })
    // 27.5 s of the agent and 21.5 s of the customer, with 0.2 s about each piece and the pauses within
    const sent = server.asked.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    expect(sent).toBeGreaterThan(49_000)
    expect(sent).toBeLessThan(60_000)
    expect(shares.at(-1)).toBeCloseTo(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(transcription.languageCode).toBe('en')
    expect(new Set(transcription.segments.map(({ channel }) => channel))).toEqual(new Set([0, 1]))
    const [first] = transcription.segments
    // the agent's first piece begins 0.2 s before 1 s
    expect(first).toMatchObject({ channel: 0, startMs: 1000, endMs: 2000, text: 'Hello, there.' })
    expect(first!.words.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['Hello,', 1000],
      ['there.', 1500],
    ])
    expect(first!.probability).toBeCloseTo(Math.exp(-0.1))
  })

  test('is asked again where it is busy or the connection breaks, with the same key; other pieces have other keys', async () => {
    const { server, transcription } = await recognised(({ times, idempotencyKey }) => {
      if (times > 1) return twoWords()
      const turn = Number.parseInt(idempotencyKey.slice(0, 8), 16) % 4
      if (turn === 0) return 'drop'
      if (turn === 3) return 'cut'
      if (turn === 1)
        return { status: 429, headers: { 'retry-after-ms': '20' }, body: { error: { message: 'busy' } } }
      return { status: 503, headers: { 'retry-after-ms': '20' }, body: { error: { message: 'starting' } } }
    })
    const keys = new Set(server.asked.map(({ idempotencyKey }) => idempotencyKey))
    expect(server.asked).toHaveLength(keys.size * 2)
    expect(keys.size).toBeGreaterThan(3)
    expect(transcription.segments.length).toBeGreaterThan(3)
  })

  test('that breaks off in the middle of an answer is asked again', async () => {
    const { server, transcription } = await recognised(({ times }) => (times > 1 ? twoWords() : 'cut'))
    expect(server.asked.every(({ times }) => times <= 2)).toBe(true)
    expect(server.asked.filter(({ times }) => times === 2).length).toBe(server.asked.length / 2)
    expect(transcription.segments.length).toBeGreaterThan(3)
  })

  test('is given the time it asks for', async () => {
    const from = performance.now()
    const { server } = await recognised(
      ({ times }) =>
        times > 1
          ? twoWords()
          : { status: 429, headers: { 'retry-after': '1' }, body: { error: { message: 'busy' } } },
      { parallel: 32 },
    )
    expect(performance.now() - from).toBeGreaterThan(990)
    expect(server.asked.filter(({ times }) => times === 2).length).toBe(server.asked.length / 2)
  })

  test('that never comes to an end is not asked again, which would make it no faster', async () => {
    const server = await fakeTranscriptionServer(() => 'stall')
    const slow = order(server.address, { parallel: 1, slowestAnswerMs: 300 })
    await expect(
      recogniseByServer(aCall(), speech, { server: slow, soundKey: 'sound' }, () => {}),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/took longer than 1 s over a part of this recording/),
      isForAll: false,
    })
    expect(server.asked).toHaveLength(1)
  })

  test('that sends more than a transcription can be is cut short', async () => {
    const tooMuch = { body: { text: 'x'.repeat(9 * 1024 * 1024) } }
    await expect(recognised(() => tooMuch, { parallel: 1 })).rejects.toMatchObject({
      message: expect.stringMatching(/too large to be a transcription/),
      isForAll: true,
    })
  })

  test('that is asked in another way is asked under another key', async () => {
    const keysOf = async (change: Partial<ServerOrder>, answerTo: () => FakeAnswer = twoWords) =>
      (await recognised(answerTo, change)).server.asked.map(({ idempotencyKey }) => idempotencyKey)
    const usual = new Set(await keysOf({}))
    expect(new Set(await keysOf({ parallel: 1 }))).toEqual(usual)
    for (const change of [{ prompt: 'Okafor.' }, { settingsKey: 'others' }])
      expect((await keysOf(change)).some((key) => usual.has(key))).toBe(false)
    // asked for words without times because it gives none: another request
    const { server } = await recognised(({ format }) =>
      format === 'verbose_json' ? { status: 400, body: {} } : { body: { text: 'Yes.' } },
    )
    expect(server.asked.every(({ times }) => times === 1)).toBe(true)
  })

  test('that knows no times is asked for text, which then has those of its piece', async () => {
    const { server, transcription } = await recognised(({ format }) =>
      format === 'verbose_json'
        ? { status: 400, body: { error: { message: 'verbose_json is not supported' } } }
        : { body: { text: 'What was said.' } },
    )
    expect(server.asked.filter(({ format }) => format === 'verbose_json').length).toBeLessThanOrEqual(4)
    expect(transcription.segments[0]).toMatchObject({ text: 'What was said.', startMs: 800, words: [] })
    expect(transcription.languageCode).toBeNull()
  })

  test('whose text lies over silence or is not believed has it left out and counted', async () => {
    const { transcription } = await recognised(({ times }) => ({
      body: {
        language: 'en',
        text: 'Thanks for watching!',
        segments: [
          { text: 'Thanks for watching!', start: 0.2, end: 1, avg_logprob: times === 1 ? -1.6 : -0.1 },
        ],
      },
    }))
    expect(transcription.segments).toEqual([])
    expect(transcription.discarded.improbable).toBeGreaterThan(3)
  })

  test.each<[string, FakeAnswer, RegExp, boolean]>([
    [
      'wants a key',
      { status: 401, body: { error: { message: 'no' } } },
      /wants a key, and none was given/,
      true,
    ],
    [
      'has no such model',
      { status: 404, body: { error: { message: 'no' } } },
      /has no model "whisper-1"/,
      true,
    ],
    ['is something else', { body: '<html>Welcome to the router</html>' }, /is no transcription/, true],
    ['answers something else', { body: { ok: true } }, /is no transcription/, true],
    ['takes nothing so large', { status: 413, body: {} }, /too large/, true],
    [
      'cannot read it',
      { status: 400, body: { error: { message: 'cannot decode' } } },
      /it answered 400: cannot decode/,
      true,
    ],
    [
      'sends it elsewhere',
      { status: 307, headers: { location: 'https://192.0.2.1/v1/audio/transcriptions' }, body: {} },
      /sends requests on to https:\/\/192\.0\.2\.1\/v1; if that is meant, give that address instead/,
      true,
    ],
  ])('that %s ends the batch with one sentence', async (_, answer, sentence, isForAll) => {
    await expect(recognised(() => answer)).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
      isForAll,
    })
  })

  test('that speaks no https is told so at once', async () => {
    const server = await fakeTranscriptionServer(twoWords)
    const encrypted = order(server.address.replace('http:', 'https:'), { retries: 5 })
    const from = performance.now()
    await expect(
      recogniseByServer(aCall(), speech, { server: encrypted, soundKey: 'sound' }, () => {}),
    ).rejects.toMatchObject({ message: expect.stringMatching(/does not speak https there/), isForAll: true })
    expect(performance.now() - from).toBeLessThan(5000)
  })

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_HAS_EXPIRED'])(
    'whose certificate is not trusted is told as that: %s',
    (code) => {
      const failed = new TypeError('fetch failed', { cause: Object.assign(new Error('tls'), { code }) })
      expect(doubtOfConnection('127.0.0.1', failed)).toContain(`does not trust (${code})`)
      expect(doubtOfConnection('127.0.0.1', new TypeError('fetch failed'))).toBeNull()
    },
  )

  test('that is not there is told with its address', async () => {
    const path = aCall()
    const nowhere = order('http://127.0.0.1:9/v1', { parallel: 1 })
    await expect(
      recogniseByServer(path, speech, { server: nowhere, soundKey: 'sound' }, () => {}),
    ).rejects.toMatchObject({ message: expect.stringContaining('127.0.0.1:9 does not answer') })
  })
})

function twoWordsLater() {
  return twoWords() as Exclude<FakeAnswer, string>
}

describe('answers', () => {
  const stretch = { startMs: 10_000, endMs: 20_000 }

  test('words of sentences, as whisper.cpp, speaches and OpenAI give them', () => {
    const words = [
      { word: " Don't", start: 0, end: 0.4, probability: 0.9 },
      { word: ' -', start: 0.4, end: 0.5, probability: 0.5 },
      { word: ' wait', start: 0.5, end: 0.9, probability: 0.8 },
    ]
    const heard = readAnswer(
      { text: "Don't - wait.", segments: [{ text: " Don't - wait.", start: 0, end: 1, words }] },
      stretch,
    )
    expect(heard!.sentences).toEqual([])
    expect(heard!.words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      [" Don't -", 10_000, 10_400],
      [' wait.', 10_500, 10_900],
    ])
  })

  test('a sentence its words do not fit keeps its own times, and the next one its words', () => {
    const heard = readAnswer(
      {
        text: 'It is 20 dollars. Yes.',
        segments: [
          { text: 'It is 20 dollars.', start: 0, end: 2 },
          { text: 'Yes.', start: 2, end: 3 },
        ],
        words: [
          { word: 'it', start: 0, end: 0.2 },
          { word: 'is', start: 0.2, end: 0.4 },
          { word: 'twenty', start: 0.4, end: 0.8 },
          { word: 'dollars', start: 0.8, end: 1.4 },
          { word: 'yes', start: 2.1, end: 2.5 },
        ],
      },
      stretch,
    )
    expect(heard!.sentences).toEqual([
      { text: 'It is 20 dollars.', startMs: 10_000, endMs: 12_000, probability: null },
    ])
    expect(heard!.words.map(({ text, startMs }) => [text, startMs])).toEqual([[' Yes.', 12_100]])
  })

  test('times beyond the piece are held to it, and rubbish is none', () => {
    const late = readAnswer({ text: 'x', segments: [{ text: 'x', start: 40, end: 50 }] }, stretch)
    expect(late!.sentences[0]).toMatchObject({ startMs: 20_000, endMs: 20_000 })
    for (const rubbish of [null, 'text', 7, [], { words: [] }])
      expect(readAnswer(rubbish, stretch)).toBeNull()
  })

  test('what Whisper takes for no speech is not believed, whatever its words say', () => {
    const words = [{ word: 'Bye', start: 0, end: 1, probability: 0.9 }]
    const chance = (avg_logprob: number, no_speech_prob: number) => {
      const segments = [{ text: 'Bye', start: 0, end: 1, avg_logprob, no_speech_prob, words }]
      return readAnswer({ text: 'Bye', segments }, stretch)!.words[0]!.probability
    }
    expect(chance(-1.01, 0.7)).toBe(0)
    expect(chance(-1.01, 0.5)).toBe(0.9)
    expect(chance(-0.3, 0.7)).toBe(0.9)
  })

  test('languages are told by code or name', () => {
    expect(['en', 'en-GB', 'english', 'German', 'klingon', '', null].map(languageCodeOf)).toEqual([
      'en',
      'en',
      'en',
      'de',
      null,
      null,
      null,
    ])
  })
})
