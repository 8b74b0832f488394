import { expect, test } from 'vitest'
import { estimateBoth, type Estimate } from '../../../engine/coaching/assessment/index.ts'
import { driverFacts, samplesOf } from '../../../engine/coaching/gathering/measures.ts'
import { questionDefinition } from '../../../engine/metrics/definitions.ts'
import type { MetricCell } from '../../../engine/metrics/index.ts'
import { randomFrom, type Random } from '../../bench/simulation/random.ts'
import { drawBothPlans } from '../../bench/trust/draw-both-plans.ts'

const question = questionDefinition({
  id: 'question:1',
  label: 'Greeting',
  form: 'Voice',
  relativeWeight: 1,
  isAutomated: false,
})
const AGENTS = 16
const CONTACTS = 160
/** A quarter of calls shows signs of trouble, and goes wrong six times as often. */
const TROUBLE = 0.25
const TIMES_AS_OFTEN = 6
/** Ten of each agent are drawn at random, and a fifth of the calls in trouble for their risk: they are drawn four times as often as others. */
const AT_RANDOM = 10
const FOR_RISK = 0.2

interface World {
  /** Each agent's true share of passes over all calls. */
  truths: Map<string, number>
  /** The reviews as the rollup has them: weighted by 1 over their chance, and pooled as if all were alike. */
  weighted: MetricCell[]
  pooled: MetricCell[]
}

function world(random: Random): World {
  const truths = new Map<string, number>()
  const calls = Array.from({ length: AGENTS }, (_, agent) => {
    const slips = Math.min(0.14, Math.max(0.01, random.normal(0.06, 0.03)))
    truths.set(String(agent + 1), 1 - slips * (1 - TROUBLE + TROUBLE * TIMES_AS_OFTEN))
    return Array.from({ length: CONTACTS }, (_, call) => {
      const isTrouble = random.uniform() < TROUBLE
      const value = random.uniform() < slips * (isTrouble ? TIMES_AS_OFTEN : 1) ? 0 : 1
      return { id: `${agent + 1}-${call}`, stratum: String(agent + 1), risk: Number(isTrouble), value }
    })
  }).flat()
  const byId = new Map(calls.map((call) => [call.id, call]))
  const inTrouble = calls.filter(({ risk }) => risk > 0).length
  const plans = { perStratum: AT_RANDOM, byRisk: Math.round(FOR_RISK * inTrouble) }
  const drawn = drawBothPlans(calls, plans, random.uniform)
  const cells = (isWeighted: boolean) =>
    drawn.map(({ id, probability }, day): MetricCell => {
      const { value, stratum } = byId.get(id)!
      const weight = isWeighted ? 1 / probability : 1
      return {
        metricId: question.id,
        personId: Number(stratum),
        stratumId: 1,
        day,
        n: 1,
        sum: weight * value,
        sumSq: weight * value,
        drawn: isWeighted
          ? {
              weight,
              weightSq: weight ** 2,
              weightSqSum: weight ** 2 * value,
              weightSqSumSq: weight ** 2 * value,
            }
          : null,
        logSum: null,
        logSumSq: null,
        numerator: null,
        denominator: null,
      }
    })
  return { truths, weighted: cells(true), pooled: cells(false) }
}

const activeIds = new Set(Array.from({ length: AGENTS }, (_, i) => String(i + 1)))
const scene = { strata: new Map(), workGroupOf: () => '', activeIds }

function estimatesFrom(
  cells: readonly MetricCell[],
  kind: 'drawn' | 'others',
): ReadonlyMap<string, Estimate> {
  const samples = samplesOf(scene, question, cells, () => () => 0)
  return estimateBoth(driverFacts(question), samples, () => '')[kind]
}

test('trouble drawn four times as often leaves the ranking’s figures where they are, and would bend pooled ones', () => {
  const random = randomFrom(20)
  const tally = () => ({ off: 0, shrunkOff: 0, covered: 0 })
  const [weighted, pooled] = [tally(), tally()]
  let agents = 0
  for (let run = 0; run < 120; run++) {
    const { truths, ...cells } = world(random)
    const compare = (estimates: ReadonlyMap<string, Estimate>, into: typeof weighted) => {
      for (const [agentId, { sample, posterior }] of estimates) {
        const truth = truths.get(agentId)!
        into.off += sample.adjusted - truth
        into.shrunkOff += posterior.mean - truth
        into.covered += Number(posterior.quantile(0.025) <= truth && truth <= posterior.quantile(0.975))
      }
    }
    compare(estimatesFrom(cells.weighted, 'drawn'), weighted)
    compare(estimatesFrom(cells.pooled, 'others'), pooled)
    agents += truths.size
  }
  const each = ({ off, shrunkOff, covered }: typeof weighted) =>
    [off, shrunkOff, covered].map((sum) => sum / agents)
  const [off, shrunkOff, covered] = each(weighted)
  const [offPooled, , coveredPooled] = each(pooled)
  // half a point of a share, which has a standard error of two tenths of one here
  expect(Math.abs(off!)).toBeLessThan(0.005)
  expect(Math.abs(shrunkOff!)).toBeLessThan(0.01)
  expect(covered).toBeGreaterThan(0.92)
  expect(covered).toBeLessThan(0.97)
  expect(offPooled).toBeLessThan(-0.08)
  expect(coveredPooled).toBeLessThan(0.8)
})
