import { describe, expect, test } from 'vitest'
import { csv } from '../../support/workspace.ts'
import { figures, workspace } from './figures.ts'

interface Review {
  id: string
  agent?: string
  answers: Record<string, string | number>
  total?: string | number
  calibration?: string
  failed?: string
  by?: string
  weights?: Record<string, number>
}

/** A row per answer, as most QA tools export. */
const long = (reviews: readonly Review[]) =>
  csv(
    reviews.flatMap(({ id, agent, answers, total, calibration, failed, by, weights }) =>
      Object.entries(answers).map(([question, score]) => ({
        evaluation_id: id,
        agent_name: agent ?? 'Ada Byron',
        form: 'Voice',
        evaluator: 'Quinn Reyes',
        evaluation_type: by ?? 'Manual',
        evaluated_at: '2026-03-02T09:00:00Z',
        total_score: total ?? '',
        calibration: calibration ?? 'no',
        auto_fail: failed ?? 'no',
        question,
        answer: typeof score === 'number' ? (score === 1 ? 'Yes' : 'No') : score,
        score: typeof score === 'number' ? score : '',
        max_score: 1,
        weight: weights?.[question] ?? '',
      })),
    ),
  )

/** The metric id of the question with this wording. */
async function questionId(own: Awaited<ReturnType<typeof workspace>>, label: string): Promise<string> {
  const definitions = await own.client.metrics.definitions()
  return definitions.find((one) => one.label === label)!.id
}

describe('figures of quality', () => {
  test('the score is the tool’s own where it gives one, and recomputed where it gives none', async () => {
    const own = await workspace()
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Greeting: 1, Closing: 0 }, weights: { Greeting: 1, Closing: 3 }, total: 80 },
        { id: 'E-2', answers: { Greeting: 1, Closing: 0 }, weights: { Greeting: 1, Closing: 3 } },
      ]),
    )
    expect(await figures(own, 'qa_score')).toEqual({ All: [2, 0.525] })
    const evaluations = await own.client.conversations.evaluations({})
    expect(
      evaluations.map(({ vendorScore, computedScore, scoresDiffer }) => ({
        vendorScore,
        computedScore,
        scoresDiffer,
      })),
    ).toEqual([
      { vendorScore: null, computedScore: 0.25, scoresDiffer: false },
      { vendorScore: 0.8, computedScore: 0.25, scoresDiffer: true },
    ])
  })

  test('calibrations and automated evaluations are no part of score, pass rates or critical failures', async () => {
    const own = await workspace()
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Greeting: 1 }, total: 100 },
        { id: 'E-2', answers: { Greeting: 0 }, total: 0, calibration: 'yes', failed: 'yes' },
        { id: 'E-3', answers: { Greeting: 0 }, total: 0, by: 'Automated', failed: 'yes' },
        { id: 'E-4', answers: { Greeting: 0 }, total: 50 },
      ]),
    )
    expect(await figures(own, 'qa_score')).toEqual({ All: [2, 0.75] })
    expect(await figures(own, 'critical_failure_rate')).toEqual({ All: [2, 0] })
    expect(await figures(own, await questionId(own, 'Greeting'))).toEqual({ All: [2, 0.5] })
    const automated = (await own.client.metrics.definitions()).filter(({ id }) => id.startsWith('auto:'))
    expect(automated.map(({ label }) => label)).toEqual(['Greeting'])
    expect(await figures(own, automated[0]!.id)).toEqual({ All: [1, 0] })
    const { items } = await own.client.coaching.team({})
    expect(items.map(({ state }) => state)).not.toContain('must-address')
  })

  test('a question that did not apply is left out of its pass rate and of the score', async () => {
    const own = await workspace()
    const weights = { Greeting: 1, Hold: 1 }
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Greeting: 1, Hold: 'N/A' }, weights },
        { id: 'E-2', answers: { Greeting: 0, Hold: 1 }, weights },
        { id: 'E-3', answers: { Greeting: 'N/A', Hold: 'N/A' }, weights },
      ]),
    )
    expect(await figures(own, await questionId(own, 'Greeting'))).toEqual({ All: [2, 0.5] })
    expect(await figures(own, await questionId(own, 'Hold'))).toEqual({ All: [1, 1] })
    // nothing applied in the third: no score, never 0
    expect(await figures(own, 'qa_score')).toEqual({ All: [2, 0.75] })
  })

  test('critical failures are a share of evaluations, whatever score the tool gives', async () => {
    const own = await workspace()
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Verification: 0, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-2', answers: { Verification: 1, Greeting: 1 }, total: 100 },
        { id: 'E-3', answers: { Verification: 1, Greeting: 1 }, total: 90, agent: 'Grace Hopper' },
        {
          id: 'E-4',
          answers: { Verification: 0, Greeting: 1 },
          total: 0,
          failed: 'yes',
          agent: 'Grace Hopper',
        },
      ]),
    )
    expect(await figures(own, 'critical_failure_rate', 'agent')).toEqual({
      'Ada Byron': [2, 0.5],
      'Grace Hopper': [2, 0.5],
    })
    const { agents } = await own.client.coaching.rank({})
    expect(
      agents.map(({ agent, state, mustAddress }) => [
        agent.name,
        state,
        mustAddress.map(({ label, n }) => [label, n]),
      ]),
    ).toEqual([
      ['Ada Byron', 'must-address', [['Verification', 1]]],
      ['Grace Hopper', 'must-address', [['Verification', 1]]],
    ])
  })

  test('a question that happens to fail beside the critical one is not taken for critical', async () => {
    const own = await workspace()
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Verification: 0, Recap: 0, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-2', answers: { Verification: 0, Recap: 0, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-3', answers: { Verification: 0, Recap: 1, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-4', answers: { Verification: 1, Recap: 1, Greeting: 0 }, total: 60 },
      ]),
    )
    const { agents } = await own.client.coaching.rank({})
    expect(agents.flatMap(({ mustAddress }) => mustAddress.map(({ label, n }) => [label, n]))).toEqual([
      ['Verification', 3],
    ])
  })

  test('of two questions that always fail together, none is blamed', async () => {
    const own = await workspace()
    await own.take(
      'reviews.csv',
      long([
        { id: 'E-1', answers: { Verification: 0, Recap: 0, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-2', answers: { Verification: 0, Recap: 0, Greeting: 1 }, total: 0, failed: 'yes' },
        { id: 'E-3', answers: { Verification: 1, Recap: 1, Greeting: 0 }, total: 60 },
      ]),
    )
    const { agents } = await own.client.coaching.rank({})
    expect(
      agents.flatMap(({ mustAddress }) => mustAddress.map(({ questionId, n }) => [questionId, n])),
    ).toEqual([['critical', 2]])
  })

  test('a question weighs the same in its form whether or not automation answers the form too', async () => {
    const own = await workspace()
    const weightOf = async () => {
      const definitions = await own.client.metrics.definitions()
      return definitions.filter(({ id }) => id.startsWith('question:')).map((one) => one.priorWeight)
    }
    const answers = { Greeting: 1, Closing: 0 }
    const weights = { Greeting: 1, Closing: 3 }
    await own.take('reviews.csv', long([{ id: 'E-1', answers, weights }]))
    expect(await weightOf()).toEqual([0.02, 0.06])
    await own.take('robot.csv', long([{ id: 'E-2', answers, weights, by: 'Automated' }]))
    expect(await weightOf()).toEqual([0.02, 0.06])
  })
})
