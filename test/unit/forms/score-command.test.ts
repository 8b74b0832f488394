import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runHere } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { connectForm, connectQuestion, connectSection } from './forms.ts'

const items = (weights: readonly (number | undefined)[], last: Record<string, unknown> = {}) =>
  weights.map((Weight, at) =>
    connectQuestion(
      `q${at + 1}`,
      [10, 5, 0],
      { ...(Weight !== undefined && { Weight }), Title: ['Greeting', 'Identity', 'Solution', 'Closing'][at] },
      (score) => (at === 3 && score === 0 ? last : {}),
    ),
  )
const documented = (last?: Record<string, unknown>) =>
  connectForm([connectSection('s', items([40, 20, 20, 20], last))], 'QUESTION_ONLY')

/** Runs `debrief score` on files of these contents. */
async function score(form: unknown, answers: unknown, isJson = true) {
  const folder = temporaryFolder()
  const write = (name: string, content: unknown) => {
    const isText = typeof content === 'string'
    const file = join(folder, `${name}.${isText ? 'csv' : 'json'}`)
    writeFileSync(file, isText ? content : JSON.stringify(content))
    return file
  }
  const args = ['score', write('form', form), write('answers', answers), ...(isJson ? ['--json'] : [])]
  const { exitCode, stdout, stderr } = await runHere(args, folder)
  return { exitCode, stderr, stdout, data: isJson && stdout !== '' ? JSON.parse(stdout) : null }
}

describe('debrief score', () => {
  it('prints the score with the weights that were applied', async () => {
    const { data, exitCode, stderr } = await score(documented(), {
      answers: { q1: 'o10', Identity: 'Scores 5', solution: 5, q4: 'N/A' },
    })
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(data).toMatchObject({
      form: 'A form',
      strategy: 'question-weighted',
      score0to1: 0.75,
      scoreBeforeFatal0to1: 0.75,
      criticalScore0to1: null,
      hasFatal: false,
      sections: [{ id: 's', score0to1: 0.75, appliedWeight: 1, hasFatal: false }],
      problems: [],
      notes: [],
    })
    expect(
      data.questions.map((one: Record<string, unknown>) => [
        one['id'],
        one['title'],
        one['answer'],
        one['score0to1'],
        one['appliedWeight'],
        one['isAsked'],
        one['isFatal'],
      ]),
    ).toEqual([
      ['q1', 'Greeting', 'Scores 10', 1, 0.5, true, false],
      ['q2', 'Identity', 'Scores 5', 0.5, 0.25, true, false],
      ['q3', 'Solution', 'Scores 5', 0.5, 0.25, true, false],
      ['q4', 'Closing', 'N/A', null, null, true, false],
    ])
    expect(data).not.toHaveProperty('vendor')
  })

  it('prints a table for people', async () => {
    const { stdout } = await score(
      documented({ AutomaticFail: true }),
      { answers: { q1: 'o10', q2: 'o5', q3: 'o5', q4: 'o0' } },
      false,
    )
    expect(stdout).toBe(
      [
        'A form: 0% (60% before the fatal answer)',
        '',
        'section    score  applied weight',
        'Section s  60%    100%            fatal',
        '',
        'question  answer     score  applied weight',
        'Greeting  Scores 10  100%   40%',
        'Identity  Scores 5   50%    20%',
        'Solution  Scores 5   50%    20%',
        'Closing   Scores 0   0%     20%             fatal',
        '',
      ].join('\n'),
    )
  })

  it('takes a form and answers as CSV, and a list of answers as Debrief keeps them', async () => {
    const form =
      'section,question,id,weight,answers\nOpening,Greeting,g,60,Yes|No\nOpening,Name,n,40,Yes|No\n'
    const byTable = await score(form, 'question,answer\nGreeting,Yes\nName,No\n')
    expect(byTable.data.score0to1).toBeCloseTo(0.6, 12)
    const byList = await score(form, [
      { questionId: 'g', optionIds: ['no'] },
      { questionId: 'n', isNotApplicable: true },
    ])
    expect(byList.data.score0to1).toBe(0)
  })

  it('scores an evaluation of Amazon Connect again, and shows the difference', async () => {
    const evaluation = {
      schemaVersion: '3.5',
      evaluationId: 'e',
      metadata: { contactId: 'c', score: { percentage: 65 } },
      sections: [],
      questions: ['o10', 'o5', 'o5', 'o0'].map((valueRefId, at) => ({
        questionRefId: `q${at + 1}`,
        answer: { values: [{ valueRefId, valueText: '', selected: true }] },
        score: { percentage: 100 },
      })),
    }
    const { data } = await score(documented(), evaluation)
    expect(data.score0to1).toBeCloseTo(0.6, 12)
    expect(data.vendor.score0to1).toBe(0.65)
    expect(data.vendor.difference).toBeCloseTo(-0.05, 12)
    expect(data.vendor.differing.map(({ id }: { id: string }) => id)).toEqual(['q2', 'q3', 'q4'])
  })

  it('has no score, and says so, where nothing applies', async () => {
    const { data, exitCode } = await score(documented(), {
      answers: { q1: 'N/A', q2: 'n/a', q3: 'NA', q4: 'Not applicable' },
    })
    expect(exitCode).toBe(0)
    expect([data.score0to1, data.problems]).toEqual([
      null,
      ['Every question that counts is marked as not applicable, so there is no score.'],
    ])
  })

  it('says what is not answered, and what does not count', async () => {
    const form = connectForm(
      [
        connectSection('s', [
          ...items([50, 30]),
          connectQuestion('extra', [10, 0], {
            Weight: 20,
            Title: 'Asked after a poor greeting',
            Enablement: {
              Action: 'ENABLE',
              Condition: {
                Operands: [
                  {
                    Expression: {
                      Source: { Type: 'QUESTION_REF_ID', RefId: 'q1' },
                      Values: [{ Type: 'OPTION_REF_ID', RefId: 'o0' }],
                      Comparator: 'IN',
                    },
                  },
                ],
              },
            },
          }),
        ]),
      ],
      'QUESTION_ONLY',
    )
    const { data } = await score(form, { answers: { q1: 'o10', extra: 'o0' } })
    expect([data.score0to1, data.problems]).toEqual([
      1,
      [
        'Not answered, and left out of the score: "Identity".',
        '"Asked after a poor greeting" is not asked after these answers, so its answer does not count.',
      ],
    ])
  })

  it.each([
    [
      'without weights',
      connectForm([connectSection('s', items([undefined, undefined]))], 'QUESTION_ONLY'),
      'No question has a weight. Give each one, or let all count the same.',
    ],
    [
      'whose weights add up to 0',
      connectForm([connectSection('s', items([0, 0]))], 'QUESTION_ONLY'),
      'The weights of the questions add up to 0, so nothing could be scored.',
    ],
    [
      'whose conditions go in a circle',
      'question,id,weight,asked if\nOne,q1,50,Two = Yes\nTwo,q2,50,One = Yes\n',
      'These questions depend on each other in a circle: "One", "Two".',
    ],
  ])('cannot score a form %s: exit 1, one sentence, and what there is', async (_, form, sentence) => {
    const { data, exitCode, stderr } = await score(form, { answers: {} })
    expect([exitCode, stderr]).toEqual([1, `${sentence}\n`])
    expect([data.score0to1, data.problems[0]]).toEqual([null, sentence])
  })

  it.each([
    [{ answers: { Greting: 'o10' } }, 'The form has no question "Greting"; the nearest is "Greeting".'],
    [{ answers: { q1: 'Score 10' } }, '"Greeting" has no answer "Score 10"; the nearest is "Scores 10".'],
    [
      { answers: { q1: 'zzzzzzzzzzzzzzzz' } },
      '"Greeting" has no answer "zzzzzzzzzzzzzzzz"; it has "Scores 10", "Scores 5", "Scores 0".',
    ],
    [{ answers: { q1: ['o10', 'o5'] } }, '"Greeting" takes one answer, not 2.'],
    [{ answers: { q1: 'o10', Greeting: 'o5' } }, '"Greeting" is answered twice; keep one of the answers.'],
    [
      { answers: { q1: { a: 1 } } },
      '"answers.json" is not a file of answers as it should be: at q1, an answer is an id or wording, a number, a list of these, null, or "N/A".',
    ],
    [
      { something: 1 },
      '"answers.json" holds no answers; they are written as {"answers": {"question": "answer"}}.',
    ],
    ['name,value\na,b\n', '"answers.csv" needs the columns "question" and "answer".'],
  ])('refuses answers %j with one sentence', async (answers, sentence) => {
    const { exitCode, stdout, stderr } = await score(documented(), answers)
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 1, stdout: '', stderr: `${sentence}\n` })
  })

  it('says that a file is not there, or far too large', async () => {
    const folder = temporaryFolder()
    const missing = await runHere(['score', 'form.json', 'answers.json'], folder)
    expect([missing.exitCode, missing.stderr.split('\n')[0]]).toEqual([
      1,
      expect.stringContaining('There is no '),
    ])
    writeFileSync(join(folder, 'form.json'), Buffer.alloc(17 * 1024 * 1024, ' '))
    const large = await runHere(['score', 'form.json', 'form.json'], folder)
    expect(large.stderr).toBe(
      '"form.json" is far larger than a form or an evaluation can be; choose the file that holds nothing else.\n',
    )
  })
})
