import { describe, expect, test } from 'vitest'
import { ModelServerProblem } from '../../../../engine/model-servers/index.ts'
import { askQuestion } from '../../../../engine/quality/judge/index.ts'
import {
  fakeLanguageModelServer,
  readsFor,
  refuses,
  type AskedChat,
  type FakeModel,
} from '../../../support/fake-language-model-server.ts'
import type { FakeAnswer } from '../../../support/fake-model-server.ts'
import { aConversation, anItem, judgingAt, usualTurns, type JudgingWith } from './builders.ts'

const sorry = readsFor(/sorry to hear that/)

async function asked(model: FakeModel, more: JudgingWith = {}, item = anItem()) {
  const server = await fakeLanguageModelServer(model)
  const judging = judgingAt(server.address, more)
  return { server, judging, result: await askQuestion(item, judging) }
}

describe('a server of language models', () => {
  test('is given its key, and the key is in nothing that is kept or logged', async () => {
    const { server, judging, result } = await asked(sorry, { key: 'sesame' })
    expect(server.asked[0]).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer sesame' })
    expect(JSON.stringify([judging.requests, result])).not.toContain('sesame')
  })

  test('is asked again where it is busy, starting or gone, and each time is counted', async () => {
    const answers: Record<number, FakeAnswer> = {
      1: refuses(429, 'busy', { 'retry-after-ms': '20' }),
      2: 'drop',
      3: refuses(503, 'starting', { 'retry-after-ms': '20' }),
      4: 'cut',
    }
    const { server, judging, result } = await asked((one) => answers[one.times] ?? sorry(one), { retries: 5 })
    expect(result.outcome).toBe('answered')
    expect(server.asked).toHaveLength(10)
    expect(judging.requests.map(({ attempts, outcome }) => [attempts, outcome])).toEqual([
      [5, 'answered'],
      [5, 'answered'],
    ])
  }, 30_000)

  test('is given the time it asks for', async () => {
    const from = performance.now()
    await asked((one) =>
      one.times > 1 || one.options[0] !== 'yes' ? sorry(one) : refuses(429, 'busy', { 'retry-after': '1' }),
    )
    expect(performance.now() - from).toBeGreaterThan(990)
  })

  test('is left at once when somebody cancels, also while it is waited for', async () => {
    for (const model of [() => 'stall', () => refuses(429, 'busy', { 'retry-after': '30' })] as FakeModel[]) {
      const server = await fakeLanguageModelServer(model)
      const cancel = new AbortController()
      const judging = judgingAt(server.address, { signal: cancel.signal })
      const asking = askQuestion(anItem(), judging)
      await expect.poll(() => server.asked.length).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 100))
      const from = performance.now()
      cancel.abort()
      await expect(asking).rejects.toBe(cancel.signal.reason)
      expect(performance.now() - from).toBeLessThan(1000)
      expect(judging.requests).toMatchObject([{ outcome: 'cancelled', attempts: 1 }])
    }
  })

  test('that is too slow is not made slower by asking again', async () => {
    const error = await asked(() => 'stall', { slowestAnswerMs: 300 }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringMatching(/took longer than 1 s over one question; try again with fewer requests/),
      isForAll: false,
    })
  })

  test.each<[string, FakeModel, RegExp]>([
    ['wants a key', () => refuses(401, 'no key'), /wants a key, and none was given/],
    [
      'has no such model',
      () => refuses(404, 'model not found'),
      /has no model "small-model", or does not answer at/,
    ],
    [
      'is broken',
      () => refuses(500, 'out of memory'),
      /could not answer it \(it answered 500: out of memory\)/,
    ],
    ['stays busy', () => refuses(429, 'busy', { 'retry-after-ms': '5' }), /takes no more requests for now/],
    [
      'is a web page',
      () => ({ body: '<html>router</html>' }),
      /is no model's answer; is http.* language model server/,
    ],
    [
      'sends broken JSON',
      () => ({ body: '{"choices": [', headers: { 'content-type': 'application/json' } }),
      /is no model's answer/,
    ],
    ['sends another shape', () => ({ body: { message: 'hello' } }), /is no model's answer/],
    ['sends no choice', () => ({ body: { choices: [] } }), /is no model's answer/],
    [
      'sends it elsewhere',
      () => ({ status: 307, headers: { location: 'https://192.0.2.1/v1/chat/completions' }, body: {} }),
      /sends requests on to https:\/\/192\.0\.2\.1\/v1; if that is meant, give that address instead/,
    ],
    [
      'takes no temperature of 0',
      () => refuses(400, "Unsupported value: 'temperature' does not support 0 with this model."),
      /it answered 400: Unsupported value: 'temperature'/,
    ],
    [
      'sends too much',
      () => ({ body: { text: 'x'.repeat(5 * 1024 * 1024) } }),
      /too large to be a model's answer/,
    ],
  ])('that %s is told so in one sentence', async (_, model, sentence) => {
    const server = await fakeLanguageModelServer(model)
    const judging = judgingAt(server.address, { retries: 1 })
    const error = await askQuestion(anItem(), judging).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ModelServerProblem)
    expect((error as Error).message).toMatch(sentence)
    expect((error as Error).message).not.toMatch(/[.!?] [A-Z]/)
    expect(judging.requests).toMatchObject([{ outcome: 'failed', tokensIn: null }])
  })

  test('that is not there is told with its address', async () => {
    const judging = judgingAt('http://127.0.0.1:9/v1', { retries: 0 })
    await expect(askQuestion(anItem(), judging)).rejects.toThrow('127.0.0.1:9 does not answer')
  })
})

describe('what a server knows of the protocol', () => {
  const formats = (asked: readonly AskedChat[]) => asked.map(({ format }) => format)

  test.each<[string, (one: AskedChat) => FakeAnswer | null, string[]]>([
    [
      'only json_object',
      ({ format }) =>
        format === 'json_schema' ? refuses(400, 'This response_format type is unavailable now') : null,
      ['json_schema', 'json_object', 'json_object'],
    ],
    [
      'no structured output',
      ({ format }) => (format === 'text' ? null : refuses(422, 'Extra inputs are not permitted')),
      ['json_schema', 'json_object', 'text', 'text'],
    ],
  ])('%s is found out once, and remembered', async (_, refusal, expected) => {
    const server = await fakeLanguageModelServer((one) => refusal(one) ?? sorry(one))
    const judging = judgingAt(server.address)
    expect((await askQuestion(anItem(), judging)).outcome).toBe('answered')
    expect(formats(server.asked)).toEqual(expected)
    // each request is in the trail, the refused ones too
    expect(judging.requests).toHaveLength(expected.length)
    const other = anItem({ conversation: aConversation([...usualTurns, 'Bye.']) })
    await askQuestion(other, judging)
    expect(formats(server.asked).slice(expected.length)).toEqual([expected.at(-1), expected.at(-1)])
  })

  test('a model that knows the limit under its newer name is asked with that', async () => {
    const { server, result } = await asked((one) =>
      'max_tokens' in one.body
        ? refuses(
            400,
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          )
        : sorry(one),
    )
    expect(result.outcome).toBe('answered')
    expect(server.asked.map(({ format, body }) => [format, body['max_completion_tokens']])).toEqual([
      ['json_schema', undefined],
      ['json_schema', 600],
      ['json_schema', 600],
    ])
  })

  test('one that tells no probabilities is asked without', async () => {
    const { server, result } = await asked(
      (one) => ('logprobs' in one.body ? refuses(400, 'logprobs is not supported') : sorry(one)),
      { settings: { readsProbabilities: true } },
    )
    expect(result).toMatchObject({ outcome: 'answered', confidence: 1 })
    expect(server.asked).toHaveLength(3)
  })

  test.each([
    "This model's maximum context length is 4096 tokens. However, you requested 5100 tokens.",
    'the request exceeds the available context size, try increasing it',
    'prompt is too long: 5100 tokens > 4096 maximum',
  ])('a conversation the model cannot hold is left to people: %s', async (message) => {
    const { server, result } = await asked(() => refuses(400, message))
    expect(result).toMatchObject({ outcome: 'abstained', reason: 'too-long' })
    expect(server.asked).toHaveLength(1)
  })

  test('a filter before the model is a refusal', async () => {
    const { result } = await asked(() =>
      refuses(
        400,
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
      ),
    )
    expect(result).toMatchObject({ outcome: 'dropped', reason: 'refused' })
  })
})
