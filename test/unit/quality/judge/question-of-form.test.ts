import { expect, test } from 'vitest'
import { scorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import { askQuestion, judgeQuestionOf } from '../../../../engine/quality/judge/index.ts'
import { fakeLanguageModelServer, readsFor } from '../../../support/fake-language-model-server.ts'
import { anItem, judgingAt } from './builders.ts'

const { questions } = scorecardDefinition.parse({
  title: 'Service',
  strategy: 'points',
  sections: [{ id: 's', title: 'All' }],
  questions: [
    { id: 'plain', sectionId: 's', title: 'Sorry said?', type: 'yes-no', allowsNotApplicable: false },
    {
      id: 'tone',
      sectionId: 's',
      title: 'How warm?',
      guidance: 'Words only.',
      type: 'single',
      options: [
        { id: 'Very "warm"', label: 'Very warm', points: 250, guidance: 'More than once.' },
        { id: 'no', label: 'Cold', points: -120, fatal: { target: 'form' } },
      ],
    },
    { id: 'many', sectionId: 's', title: 'Which?', type: 'multiple', options: [] },
    { id: 'free', sectionId: 's', title: 'Why?', type: 'text' },
    { id: 'count', sectionId: 's', title: 'How often?', type: 'numeric' },
    {
      id: 'lone',
      sectionId: 's',
      title: 'One?',
      type: 'single',
      options: [{ id: 'a', label: 'A', points: 1 }],
    },
  ],
})
const [plain, tone, ...others] = questions

test('a question of a form is asked by its title, its guidance and its answers', () => {
  expect(judgeQuestionOf(plain!, ['en'])).toEqual({
    id: 'plain',
    text: 'Sorry said?',
    guidance: null,
    options: [
      { id: 'yes', text: 'Yes', guidance: null },
      { id: 'no', text: 'No', guidance: null },
    ],
    mayNotApply: false,
    languages: ['en'],
  })
})

test('what is not answered by one of several options is not for a model', () => {
  expect(others.map((question) => judgeQuestionOf(question))).toEqual([null, null, null, null])
})

test('the model is not told what an answer is worth, and answers by ids however they are written', async () => {
  const server = await fakeLanguageModelServer(readsFor(/nobody says this/))
  const result = await askQuestion(anItem({ question: judgeQuestionOf(tone!)! }), judgingAt(server.address))
  expect(result).toMatchObject({ outcome: 'answered', answer: 'no' })
  const { prompt, body } = server.asked[0]!
  expect(prompt).toContain('- "Very \\"warm\\"": Very warm (More than once.)')
  expect(JSON.stringify(body)).not.toMatch(/250|120|fatal/)
  expect(result.asked.orders[0]!.options).toEqual(['Very "warm"', 'no', 'not_applicable', 'cannot_tell'])
})
