import { describe, expect, test } from 'vitest'
import { serverAddress, serverKeyName } from '../../../../engine/model-servers/index.ts'
import {
  languageModelServer,
  tryLanguageModel,
  usualJudgeSettings,
} from '../../../../engine/quality/judge/index.ts'
import {
  answers,
  fakeLanguageModelServer,
  inventsAQuote,
  readsFor,
  refuses,
  takesTheFirst,
  type FakeModel,
} from '../../../support/fake-language-model-server.ts'

describe('the address of a language model', () => {
  test.each([
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
    [' https://models.example.com/v1/ ', 'https://models.example.com/v1'],
    ['https://models.example.com/v1/chat/completions', 'https://models.example.com/v1'],
    ['https://models.example.com/api/v3', 'https://models.example.com/api/v3'],
  ])('%s is kept as %s', (written, kept) => {
    expect(serverAddress(written, languageModelServer)).toBe(kept)
  })

  test('has no key in it, and is one', () => {
    for (const [written, sentence] of [
      ['https://key@models.example.com', /A key does not belong/],
      ['https://models.example.com/v1?key=1', /A key does not belong/],
      ['models.example.com', /The address of a language model server begins with http/],
    ] as const)
      expect(() => serverAddress(written, languageModelServer)).toThrow(sentence)
  })

  test('names its key apart from those of other servers', () => {
    expect(serverKeyName('http://127.0.0.1:8000/v1', languageModelServer)).toBe(
      'language-model-server http://127.0.0.1:8000',
    )
  })
})

describe('trying a model', () => {
  const tried = async (model: FakeModel, change: { model?: string; models?: string[] } = {}) => {
    const server = await fakeLanguageModelServer(model, change.models)
    const order = {
      address: server.address,
      model: change.model ?? 'small-model',
      key: null,
      retries: 0,
      slowestAnswerMs: 5000,
    }
    const trial = await tryLanguageModel(order, usualJudgeSettings, new AbortController().signal)
    return { server, trial }
  }
  const reads = readsFor(/anything else I can do/)

  test('sends a made-up conversation, and says how long it took', async () => {
    const { server, trial } = await tried(reads)
    expect(trial).toEqual({
      isGood: true,
      sentence: expect.stringMatching(/^127\.0\.0\.1:\d+ answers as it should, in \d+\.\d s\.$/),
      models: ['small-model'],
    })
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/v1/models',
      '/v1/chat/completions',
      '/v1/chat/completions',
    ])
  })

  test('a model the server does not have is told with those it has', async () => {
    const models = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const { server, trial } = await tried(reads, { model: 'large', models })
    expect(trial.sentence).toMatch(/ has no model "large"; it has "a", "b", "c", "d", "e" and 2 more\.$/)
    expect(server.asked).toHaveLength(1)
  })

  test.each<[string, FakeModel, RegExp]>([
    [
      'invents what it quotes',
      inventsAQuote,
      /is not up to it: the model quoted words that are not in the transcript\.$/,
    ],
    [
      'goes by the order',
      takesTheFirst,
      /is not up to it: the model did not show what its answer rests on\.$/,
    ],
    [
      'misreads',
      (one) => answers(one, { answer: 'no', looked_at: [1] }),
      /took a plain yes for something else\.$/,
    ],
    ['wants a key', () => refuses(401, 'no'), /^127.*wants a key, and none was given\.$/],
  ])('one that %s is told so', async (_, model, sentence) => {
    expect((await tried(model)).trial).toMatchObject({
      isGood: false,
      sentence: expect.stringMatching(sentence),
    })
  })
})
