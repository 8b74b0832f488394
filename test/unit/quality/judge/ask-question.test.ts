import { describe, expect, test } from 'vitest'
import { askQuestion } from '../../../../engine/quality/judge/index.ts'
import { promptVersion } from '../../../../engine/quality/judge/prompt.ts'
import {
  answers,
  answerText,
  completion,
  fakeLanguageModelServer,
  inventsAQuote,
  readsFor,
  takesTheFirst,
  type AskedChat,
  type FakeModel,
} from '../../../support/fake-language-model-server.ts'
import { aConversation, anItem, aQuestion, judgingAt, usualTurns, type JudgingWith } from './builders.ts'

async function asked(model: FakeModel, item = anItem(), more: JudgingWith = {}) {
  const server = await fakeLanguageModelServer(model)
  const judging = judgingAt(server.address, more)
  return { server, judging, result: await askQuestion(item, judging) }
}

const sorry = readsFor(/sorry to hear that/)

describe('a question put to a language model', () => {
  test('is answered with words that stand in the transcript, and with all that it was asked with', async () => {
    const { server, result } = await asked(sorry)
    expect(result).toEqual({
      questionId: 'empathy',
      outcome: 'answered',
      answer: 'yes',
      restsOn: 'words',
      evidence: [
        { segmentIndex: 2, start: 4, end: 22, startMs: 8000, endMs: 11_500, quote: 'sorry to hear that' },
      ],
      reason: 'So it stands there.',
      confidence: 1,
      asked: {
        promptVersion,
        host: new URL(server.address).host,
        model: 'small-model',
        settings: { temperature: 0, seed: 1, orders: 2, maxTokens: 600, examples: 0 },
        orders: [
          { options: ['yes', 'no', 'not_applicable', 'cannot_tell'], answer: 'yes' },
          { options: ['not_applicable', 'no', 'yes', 'cannot_tell'], answer: 'yes' },
        ],
        agreement: 1,
        usage: {
          requests: 2,
          tokensIn: server.asked.reduce((sum, { prompt }) => sum + Math.ceil(prompt.length / 4), 0),
          tokensOut: expect.any(Number),
          isEstimated: false,
        },
        durationMs: expect.any(Number),
        at: 1_700_000_000_000,
      },
    })
    expect(server.asked[0]!.body).toMatchObject({
      model: 'small-model',
      temperature: 0,
      seed: 1,
      max_tokens: 600,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    })
    expect(promptVersion).toMatch(/^[0-9a-f]{12}$/)
  })

  test('goes out with its guidance, its answers and what reviewers settled; people are told by their roles only', async () => {
    const item = anItem({
      conversation: aConversation([...usualTurns, 'Marguerite: I am the supervisor here.']),
      examples: [
        { quote: 'I know how you feel', answer: 'yes', remark: 'Plain enough.' },
        { quote: 'Okay, and your number?', answer: 'no', remark: null },
      ],
    })
    const { server } = await asked(sorry, item, { settings: { mostExamples: 1 } })
    const { prompt, segments } = server.asked[0]!
    expect(prompt).toContain('Did the agent show understanding')
    expect(prompt).toContain('"okay" does not')
    expect(prompt).toContain('Said in their own words.')
    expect(prompt).toContain('I know how you feel')
    expect(prompt).not.toContain('your number')
    expect(prompt).not.toContain('Marguerite')
    expect(segments.at(-1)).toEqual({ segment: 8, speaker: 'other 1', text: 'I am the supervisor here.' })
  })

  test('"not said" rests on the place where it was expected, and quotes nothing', async () => {
    const { result } = await asked(readsFor(/never said/))
    expect(result).toMatchObject({
      outcome: 'answered',
      answer: 'no',
      restsOn: 'place',
      evidence: [{ segmentIndex: 6, start: 0, end: 25, quote: 'Have a nice day, goodbye.' }],
    })
  })

  test('"not said" is left open where a part of the conversation is missing', async () => {
    const item = anItem({ conversation: aConversation(usualTurns, { isEndMissing: true }) })
    expect((await asked(readsFor(/never said/), item)).result).toMatchObject({
      outcome: 'abstained',
      reason: 'truncated',
    })
    expect((await asked(sorry, item)).result.outcome).toBe('answered')
  })

  test.each<[string, FakeModel]>([
    ['a quote that nobody said', inventsAQuote],
    [
      'one true quote and one that is not',
      (one) =>
        answers(one, {
          answer: 'yes',
          quotes: [
            { segment: 3, quote: 'sorry to hear that' },
            { segment: 3, quote: 'I fully understand your frustration' },
          ],
        }),
    ],
    [
      'words left out of a quote',
      (one) =>
        answers(one, { answer: 'yes', quotes: [{ segment: 3, quote: "I'm sorry ... that is annoying" }] }),
    ],
    [
      'a quote of the question',
      (one) =>
        answers(one, {
          answer: 'yes',
          quotes: [{ segment: 3, quote: 'show understanding for the trouble' }],
        }),
    ],
  ])('is not answered by %s', async (_, model) => {
    const { server, result } = await asked(model)
    expect(result).toMatchObject({ outcome: 'dropped', reason: 'quote-not-found' })
    // another order would not make it true
    expect(server.asked).toHaveLength(1)
  })

  test.each<[string, FakeModel]>([
    ['without any evidence', (one) => answers(one, { answer: 'no' })],
    ['"yes" that rests on what is missing', (one) => answers(one, { answer: 'yes', looked_at: [3] })],
    ['of a place that is not there', (one) => answers(one, { answer: 'no', looked_at: [99] })],
    [
      'of a place with a quote beside it',
      (one) =>
        answers(one, {
          answer: 'no',
          evidence: 'place',
          looked_at: [3],
          quotes: [{ segment: 3, quote: 'sorry to hear that' }],
        }),
    ],
    [
      'that looked everywhere at once',
      (one) => answers(one, { answer: 'no', looked_at: one.segments.map(({ segment }) => segment) }),
    ],
  ])('an answer %s is dropped', async (_, model) => {
    expect((await asked(model)).result).toMatchObject({ outcome: 'dropped', reason: 'no-evidence' })
  })

  test.each<[string, FakeModel, string]>([
    [
      'an answer that was not offered',
      (one) => answers(one, { answer: 'maybe', looked_at: [3] }),
      'not-an-option',
    ],
    ['a refusal', (one) => completion(one, null, { refusal: 'I cannot help with that.' }), 'refused'],
    ['a filter', (one) => completion(one, '', { finish: 'content_filter' }), 'refused'],
    ['nothing', (one) => completion(one, '  '), 'empty'],
    ['half an answer', (one) => completion(one, '{"evidence":"wor', { finish: 'length' }), 'cut-off'],
    ['broken JSON', (one) => completion(one, '{"evidence":"words",}'), 'unreadable'],
    ['prose', (one) => completion(one, 'Yes, the agent was very kind.'), 'unreadable'],
    ['JSON of another shape', (one) => completion(one, '{"score": 5}'), 'unreadable'],
  ])('%s of the model is dropped, and said so', async (_, model, reason) => {
    const { result } = await asked(model)
    expect(result).toMatchObject({
      outcome: 'dropped',
      reason,
      sentence: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })

  test('an answer in a code fence or behind the thoughts of the model is read', async () => {
    const text = answerText({ answer: 'yes', quotes: [{ segment: 3, quote: 'sorry to hear that' }] })
    for (const written of ['```json\n' + text + '\n```', `<think>Is it "no"? {}</think>\n${text}`])
      expect((await asked((one) => completion(one, written))).result).toMatchObject({ answer: 'yes' })
  })

  test('a model that cannot tell is taken at its word, and not asked again', async () => {
    const { server, result } = await asked((one) =>
      answers(one, { answer: 'cannot_tell', reason: 'The line was bad.' }),
    )
    expect(result).toMatchObject({
      outcome: 'abstained',
      reason: 'cannot-tell',
      sentence: 'The line was bad.',
      evidence: [],
    })
    expect(server.asked).toHaveLength(1)
  })

  test('what was asked once is never asked again, and what is asked otherwise is', async () => {
    const server = await fakeLanguageModelServer(sorry)
    const judging = judgingAt(server.address)
    const first = await askQuestion(anItem(), judging)
    expect(await askQuestion(anItem(), judging)).toEqual(first)
    expect(server.asked).toHaveLength(2)
    const others = [
      anItem({ question: aQuestion({ guidance: 'Another.' }) }),
      anItem({ examples: [{ quote: 'I know how it feels', answer: 'yes', remark: null }] }),
      anItem({ conversation: aConversation([...usualTurns, 'Bye now.']) }),
    ]
    for (const [index, other] of others.entries()) {
      await askQuestion(other, judging)
      expect(server.asked).toHaveLength(4 + 2 * index)
    }
    await askQuestion(anItem(), { ...judging, settings: { ...judging.settings, seed: 2 } })
    expect(server.asked).toHaveLength(10)
    // a larger window changes no answer
    await askQuestion(anItem(), { ...judging, settings: { ...judging.settings, contextTokens: 32_000 } })
    expect(server.asked).toHaveLength(10)
  })

  test('what may have been the fault of the server is asked another time', async () => {
    let times = 0
    const server = await fakeLanguageModelServer((one) => (times++ > 0 ? sorry(one) : completion(one, '{')))
    const judging = judgingAt(server.address)
    expect((await askQuestion(anItem(), judging)).outcome).toBe('dropped')
    expect((await askQuestion(anItem(), judging)).outcome).toBe('answered')
  })

  test('a kept result that a version wrote otherwise is asked for anew', async () => {
    const server = await fakeLanguageModelServer(sorry)
    const judging = judgingAt(server.address, {
      cache: { get: () => '{"outcome":"answered"}', put: () => {} },
    })
    expect((await askQuestion(anItem(), judging)).outcome).toBe('answered')
    expect(server.asked).toHaveLength(2)
  })
})

describe('the order of the answers', () => {
  test('a model that goes by it is found out, and counted', async () => {
    const { server, result } = await asked(takesTheFirst)
    expect(result).toMatchObject({
      outcome: 'abstained',
      reason: 'position-bias',
      asked: { agreement: 0.5, orders: [{ answer: 'yes' }, { answer: 'not_applicable' }] },
    })
    expect(server.asked).toHaveLength(2)
  })

  test('a third order is a shuffle of its own, the same each time', async () => {
    const orders = async (seed: number) =>
      (await asked(sorry, anItem({ question: ofFour }), { settings: { orders: 3, seed } })).server.asked.map(
        ({ options }) => options.join(),
      )
    const ofFour = aQuestion({
      options: ['yes', 'partly', 'late', 'no'].map((id) => ({ id, text: id, guidance: null })),
    })
    const first = await orders(7)
    expect(new Set(first).size).toBe(3)
    expect(await orders(7)).toEqual(first)
    const thirds = await Promise.all([1, 2, 3, 4, 5].map(async (seed) => (await orders(seed))[2]))
    expect(new Set(thirds).size).toBeGreaterThan(1)
  })

  test('two answers have two orders, and are not asked three times', async () => {
    const item = anItem({ question: aQuestion({ mayNotApply: false }) })
    const { server } = await asked(sorry, item, { settings: { orders: 3 } })
    expect(server.asked.map(({ options }) => options)).toEqual([
      ['yes', 'no', 'cannot_tell'],
      ['no', 'yes', 'cannot_tell'],
    ])
  })

  test('one that is sure in one order only is torn, too', async () => {
    const { result } = await asked((one) =>
      one.options[0] === 'yes' ? sorry(one) : answers(one, { answer: 'cannot_tell' }),
    )
    expect(result).toMatchObject({ outcome: 'abstained', reason: 'position-bias' })
  })

  test('words that cannot be found in one order drop the answer of both', async () => {
    const { result } = await asked((one) => (one.options[0] === 'yes' ? sorry(one) : inventsAQuote(one)))
    expect(result).toMatchObject({ outcome: 'dropped', reason: 'quote-not-found' })
  })

  test('confidence is the probability of the answer where the server tells it', async () => {
    const withProbabilities: FakeModel = (one) => {
      const text = answerText({ answer: 'yes', quotes: [{ segment: 3, quote: 'sorry to hear that' }] })
      const start = text.lastIndexOf('yes')
      const content = [
        { token: text.slice(0, start), logprob: -3 },
        { token: 'y', logprob: Math.log(0.8) },
        { token: 'es', logprob: Math.log(0.9) },
        { token: text.slice(start + 3), logprob: -3 },
      ]
      return completion(one, text, { logprobs: { content } })
    }
    const { server, result } = await asked(withProbabilities, anItem(), {
      settings: { readsProbabilities: true },
    })
    expect(server.asked[0]!.body['logprobs']).toBe(true)
    expect(result).toMatchObject({ confidence: 0.72 })
    expect((await asked(sorry)).server.asked[0]!.body['logprobs']).toBeUndefined()
  })
})

describe('a conversation is not put to a model', () => {
  const notAsked = async (item: ReturnType<typeof anItem>, more: JudgingWith = {}) => {
    const { server, judging, result } = await asked(sorry, item, more)
    expect(server.asked).toEqual([])
    expect(judging.requests).toEqual([])
    expect(result.outcome).toBe('abstained')
    return result.outcome === 'abstained' ? result : null
  }

  test('that is too short', async () => {
    const item = anItem({ conversation: aConversation(['Hello, Wrenfield.', 'Wrong number, sorry.']) })
    expect((await notAsked(item))!.reason).toBe('too-short')
  })

  test('in another language than the question is asked in', async () => {
    const german = aConversation(usualTurns, { languageCode: 'de' })
    const question = aQuestion({ languages: ['en'] })
    expect((await notAsked(anItem({ question, conversation: german })))!.reason).toBe('language')
    const unknown = anItem({
      question: aQuestion({ languages: ['fr'] }),
      conversation: aConversation(usualTurns, { languageCode: null }),
    })
    expect((await notAsked(unknown))!.reason).toBe('language')
    expect((await asked(sorry, anItem({ conversation: german }))).result.outcome).toBe('answered')
  })

  test('that the model could not read whole', async () => {
    const long = aConversation([...usualTurns, ...Array.from({ length: 400 }, () => usualTurns[4]!)])
    const result = await notAsked(anItem({ conversation: long }))
    expect(result!.reason).toBe('too-long')
    expect(result!.sentence).toMatch(/takes about \d+ tokens .* reads 8192/)
    const more = { settings: { contextTokens: 64_000 } }
    expect((await asked(sorry, anItem({ conversation: long }), more)).result.outcome).toBe('answered')
  })

  test('whose agent is not known', async () => {
    const item = anItem({ conversation: aConversation(usualTurns.map((text) => `unknown: ${text}`)) })
    expect((await notAsked(item))!.reason).toBe('speakers-unknown')
  })
})

describe('what the model was given', () => {
  test('a server that leaves out what does not fit is found out by its count', async () => {
    const { result } = await asked((one) => {
      const said = sorry(one) as { body: { usage: unknown } }
      said.body.usage = { prompt_tokens: 130, completion_tokens: 40 }
      return said
    })
    expect(result).toMatchObject({ outcome: 'abstained', reason: 'too-long' })
  })

  test('a server that counts nothing is counted for, and said so', async () => {
    const { judging, result } = await asked((one) => {
      const said = sorry(one) as { body: { usage?: unknown } }
      delete said.body.usage
      return said
    })
    expect(result.asked.usage).toMatchObject({ requests: 2, isEstimated: true })
    expect(result.asked.usage.tokensIn).toBeGreaterThan(800)
    expect(judging.requests[0]).toMatchObject({ tokensIn: null, outcome: 'answered' })
  })

  test('turns that recognition did not understand keep their number and are not sent', async () => {
    const conversation = aConversation([...usualTurns.slice(0, 6), 'I have read you all your rights.'])
    conversation.segments.at(-1)!.probability = 0.1
    let read: AskedChat['segments'] = []
    const { result } = await asked((one) => {
      read = one.segments
      return answers(one, { answer: 'yes', quotes: [{ segment: 7, quote: 'read you all your rights' }] })
    }, anItem({ conversation }))
    expect(read.at(-1)).toEqual({ segment: 7, speaker: 'agent', text: '[not understood]' })
    expect(result).toMatchObject({ outcome: 'dropped', reason: 'quote-not-found' })
  })
})
