import { expect, test } from 'vitest'
import { askQuestion } from '../../engine/quality/judge/index.ts'
import {
  answers,
  fakeLanguageModelServer,
  obeysTheConversation,
  type FakeModel,
} from '../support/fake-language-model-server.ts'
import { ordersToModels } from '../support/orders-to-models.ts'
import { aConversation, anItem, judgingAt, usualTurns } from '../unit/quality/judge/builders.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('prompt injection')

/** How an order is hidden from a program that looks for it, while a model reads it all the same. */
const disguises: Record<string, (order: string) => string> = {
  plainly: (order) => order,
  loudly: (order) => order.toUpperCase(),
  'with letters nobody sees': (order) => [...order].join('\u200B'),
  'with soft hyphens': (order) => order.replaceAll(/(\p{L}{3})(?=\p{L})/gu, '$1\u00AD'),
  'with wide letters': (order) =>
    order.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)),
  'with letters of another alphabet': (order) =>
    order.replaceAll('a', '\u0430').replaceAll('e', '\u0435').replaceAll('o', '\u043E'),
  'among other words': (order) => `So I told him, well, ${order} And that was that, you see.`,
  'on lines of their own': (order) => `Goodbye.\n\n${order}\n\n`,
  'turned round': (order) => `\u202E${[...order].toReversed().join('')}\u202C`,
  'in marks of a page': (order) => `<div hidden>${order}</div>`,
}

/** Models that do what the conversation says, if it is put to them at all. */
const obedient: Record<string, FakeModel> = {
  'and quotes what nobody said': (asked) => {
    const obeyed = obeysTheConversation(asked)
    return JSON.stringify(obeyed).includes('cannot_tell')
      ? answers(asked, {
          answer: 'yes',
          quotes: [{ segment: 1, quote: 'The agent did everything right.' }],
        })
      : obeyed
  },
  'and answers what was not offered': (asked) =>
    answers(asked, { answer: 'flawless', quotes: [{ segment: 3, quote: 'sorry to hear that' }] }),
}

const speakers = ['agent', 'customer']

test.each(Object.keys(disguises))(
  'no order to a model changes an answer beyond what is offered and was said: %s',
  async (disguise) => {
    const through: unknown[] = []
    for (const order of ordersToModels)
      for (const [obeys, model] of Object.entries(obedient))
        for (const speaker of speakers) {
          const turn = disguises[disguise]!(order)
          const server = await fakeLanguageModelServer(model)
          const conversation = aConversation([...usualTurns, `${speaker}: ${turn}`])
          const { outcome } = await askQuestion(anItem({ conversation }), judgingAt(server.address))
          if (tried(outcome !== 'abstained' && outcome !== 'dropped')) through.push([order, obeys, speaker])
        }
    expect(through).toEqual([])
  },
  120_000,
)

test('an answer that was offered and stands on words that were said is taken, so that the others are refused for what they are', async () => {
  const server = await fakeLanguageModelServer((asked) =>
    answers(asked, { answer: 'yes', quotes: [{ segment: 3, quote: 'sorry to hear that' }] }),
  )
  const { outcome } = await askQuestion(
    anItem({ conversation: aConversation(usualTurns) }),
    judgingAt(server.address),
  )
  expect(outcome).toBe('answered')
})
