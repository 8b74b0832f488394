import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../../engine/problem.ts'
import { askQuestion, judgeBatch, type JudgeQuestion } from '../../../../engine/quality/judge/index.ts'
import { fakeLanguageModelServer, readsFor } from '../../../support/fake-language-model-server.ts'
import { aConversation, anItem, aQuestion, judgingAt, usualTurns, type JudgingWith } from './builders.ts'

async function refused(item = anItem(), more: JudgingWith = {}) {
  const server = await fakeLanguageModelServer(readsFor(/sorry/))
  const judging = judgingAt(server.address, more)
  const error = await askQuestion(item, judging).catch((thrown: unknown) => thrown)
  expect(server.asked).toEqual([])
  expect(judging.requests).toEqual([])
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

describe('nothing leaves', () => {
  test.each<[string, JudgingWith['policy'], RegExp]>([
    ['where no policy allows it', { isAllowed: false }, /may not be sent to a language model here/],
    [
      'to another host than was agreed to',
      { host: 'models.example.com' },
      /go to models\.example\.com and not to 127/,
    ],
    ['for another purpose', { purposes: ['summarise'] }, /does not let a language model be asked for scores/],
  ])('%s, however it is asked', async (_, policy, sentence) => {
    expect((await refused(anItem(), { policy })).message).toMatch(sentence)
    const server = await fakeLanguageModelServer(readsFor(/sorry/))
    const judging = judgingAt(server.address, { policy })
    const batch = judgeBatch([anItem()], {
      ...judging,
      parallel: 2,
      limits: { tokens: null, money: null },
      prices: null,
      mostFailuresInARow: 3,
      onProgress: () => {},
      onResult: () => {},
      onFailure: () => {},
    })
    await expect(batch).rejects.toThrow(sentence)
    expect(server.asked).toEqual([])
  })

  test('of a conversation that is not redacted, and the sentence holds none of it', async () => {
    const card = 'My card is 4111 1111 1111 1111, if you need it.'
    const error = await refused(anItem({ conversation: aConversation([...usualTurns, card]) }))
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message:
        'The conversation is not redacted (turn 8 holds what looks like a card number); nothing was sent.',
    })
  })

  test('and what may not be sent at all is not even looked at', async () => {
    const conversation = aConversation([...usualTurns, 'My card is 4111 1111 1111 1111.'])
    const error = await refused(anItem({ conversation }), { policy: { isAllowed: false } })
    expect(error.message).toMatch(/may not be sent to a language model here/)
  })

  test('of a number dictated over several turns', async () => {
    const turns = [...usualTurns, 'customer: my card number is 4111 1111', 'Yes?', 'customer: 1111 1111']
    expect((await refused(anItem({ conversation: aConversation(turns) }))).message).toMatch(/not redacted/)
  })

  test('of an example or a guidance that is not redacted', async () => {
    const example = { quote: 'mail me at kim.lee@example.com', answer: 'yes', remark: null }
    expect((await refused(anItem({ examples: [example] }))).message).toMatch(
      /holds what looks like an e-mail; nothing was sent/,
    )
    const question = aQuestion({ guidance: 'Such as: call 020 7946 0958.' })
    expect((await refused(anItem({ question }))).message).toMatch(/phone number/)
  })

  test('what was redacted before goes as it is', async () => {
    const server = await fakeLanguageModelServer(readsFor(/sorry to hear that/))
    const turns = [...usualTurns, 'customer: my card number is [card number], right?']
    const judging = judgingAt(server.address)
    const result = await askQuestion(anItem({ conversation: aConversation(turns) }), judging)
    expect(result.outcome).toBe('answered')
    expect(server.asked[0]!.segments.at(-1)!.text).toContain('[card number]')
  })

  test.each<[string, Partial<JudgeQuestion>, RegExp]>([
    [
      'two answers alike',
      { options: ['no', 'no'].map((id) => ({ id, text: id, guidance: null })) },
      /the same id/,
    ],
    [
      'an answer of a reserved name',
      { options: ['yes', 'cannot_tell'].map((id) => ({ id, text: id, guidance: null })) },
      /the same id/,
    ],
    ['one answer', { options: [{ id: 'yes', text: 'Yes', guidance: null }] }, /its options is not/],
    ['no text', { text: ' ' }, /its text is not/],
  ])('of a question with %s', async (_, change, sentence) => {
    expect((await refused(anItem({ question: aQuestion(change) }))).message).toMatch(sentence)
  })

  test('of an example with an answer the question does not have', async () => {
    const examples = [{ quote: 'I understand', answer: 'perhaps', remark: null }]
    expect((await refused(anItem({ examples }))).message).toMatch(
      /answered "perhaps", which is none of its answers/,
    )
  })
})

test('the trail says what went where and when, and nothing of what was said', async () => {
  const server = await fakeLanguageModelServer(readsFor(/sorry to hear that/))
  const judging = judgingAt(server.address)
  const item = anItem()
  await askQuestion(item, judging)
  const { segments } = item.conversation
  const said = segments.map(({ speaker, text }) => [speaker, text, null])
  expect(judging.requests).toHaveLength(2)
  expect(judging.requests[0]).toEqual({
    purpose: 'score',
    host: new URL(server.address).host,
    model: 'small-model',
    attempts: 1,
    tokensIn: expect.any(Number),
    tokensOut: expect.any(Number),
    sha256: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
    at: 1_700_000_000_000,
    outcome: 'answered',
  })
  for (const { text } of segments) expect(JSON.stringify(judging.requests)).not.toContain(text)
})
