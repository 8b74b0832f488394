import { pauleMandelVariance } from './paule-mandel.ts'
import { studentTCdf, studentTQuantile } from './student-t.ts'

/** Whether somebody did something, once: who, of which group, on which kind of work. */
export interface Trial {
  agent: number
  group: number
  stratum: string
  isPass: boolean
}

/** A group's mean rate against everybody else's on the same kinds of work. */
export interface ComparedRate {
  group: number
  agents: number
  otherAgents: number
  trials: number
  /** Compared on kinds of work both do; else on everything, which is no more than a hint. */
  isSameWork: boolean
  /** Plain mean of its agents' rates. */
  rate: number
  /** The others' on the group's own mix of work. */
  otherRate: number
  /** The group's rate minus the others'. */
  difference: number
  low: number
  high: number
  /** One-sided: of "the group does it no less often than the others". */
  p: number
}

export interface LeastToCompare {
  agents: number
  trialsOfAgent: number
  /** Of each side together. */
  trials: number
  /** Of the others, on a kind of work that counts. */
  trialsOfStratum: number
}

interface Rate {
  agent: number
  group: number
  n: number
  rate: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function ratesOf(trials: readonly Trial[], valueOf: (trial: Trial) => number, least: LeastToCompare): Rate[] {
  return [...Map.groupBy(trials, ({ agent, group }) => `${agent} ${group}`).values()]
    .filter((own) => own.length >= least.trialsOfAgent)
    .map((own) => ({
      agent: own[0]!.agent,
      group: own[0]!.group,
      n: own.length,
      rate: mean(own.map(valueOf)),
    }))
}

/** The group's and the others' trials on kinds of work both do, and what the others would pass there. */
function onSharedWork(trials: readonly Trial[], group: number, least: LeastToCompare) {
  const expected = new Map<string, number>()
  const own = new Set<string>()
  for (const { group: whose, stratum } of trials) if (whose === group) own.add(stratum)
  for (const [stratum, there] of Map.groupBy(trials, (trial) => trial.stratum)) {
    const others = there.filter((trial) => trial.group !== group)
    if (own.has(stratum) && others.length >= least.trialsOfStratum)
      expected.set(stratum, mean(others.map(({ isPass }) => Number(isPass))))
  }
  const shared = trials.filter(({ stratum }) => expected.has(stratum))
  return { expected, mine: shared.filter((one) => one.group === group), shared }
}

/**
 * Every group against all others with agents as the units, on the kinds of work (queues) they share: the others' agents are put on
 * the group's mix by their distance from what is expected there. Difference of plain means, variance sum(tau2 + v) / k^2 a side,
 * Student's t on the agents' degrees of freedom because tau2 (Paule & Mandel 1982, within groups) is estimated; v = p(1 - p)/n
 * with p the pooled rate, so that three of three have not proved anything. A group that shares too little work is compared on
 * everything, and said so; groups with too few agents are left out.
 */
export function compareRates(trials: readonly Trial[], least: LeastToCompare): ComparedRate[] {
  const groups = [...new Set(trials.map(({ group }) => group))]
  if (groups.length < 2) return []
  const ofOneKind = trials.map((trial) => ({ ...trial, stratum: '' }))
  return groups.flatMap((group): ComparedRate[] => {
    const onShared = compareGroup(trials, group, least)
    if (onShared !== null) return [{ ...onShared, isSameWork: true }]
    const onAll = compareGroup(ofOneKind, group, least)
    return onAll === null ? [] : [{ ...onAll, isSameWork: false }]
  })
}

function compareGroup(
  trials: readonly Trial[],
  group: number,
  least: LeastToCompare,
): Omit<ComparedRate, 'isSameWork'> | null {
  const { expected, mine, shared } = onSharedWork(trials, group, least)
  if (mine.length === 0) return null
  const level = mean(mine.map(({ stratum }) => expected.get(stratum)!))
  const adjusted = ({ group: whose, isPass, stratum }: Trial) =>
    whose === group ? Number(isPass) : level + Number(isPass) - expected.get(stratum)!
  const rates = ratesOf(shared, adjusted, least)
  const own = rates.filter((one) => one.group === group)
  const others = rates.filter((one) => one.group !== group)
  const trialsOf = (side: readonly Rate[]) => side.reduce((sum, { n }) => sum + n, 0)
  if ([own, others].some((side) => side.length < least.agents || trialsOf(side) < least.trials)) return null
  const passes = shared.filter(({ isPass }) => isPass).length
  // half a trial each way (Jeffreys) keeps a rate of nothing or everything from having no variance
  const pooled = (passes + 0.5) / (shared.length + 1)
  const variance = ({ n }: Rate) => (pooled * (1 - pooled)) / n
  const tauSquared = pauleMandelVariance(
    rates.map((one) => ({ mean: one.rate, variance: variance(one), group: String(one.group) })),
  )
  const ofMean = (side: readonly Rate[]) =>
    side.reduce((sum, one) => sum + tauSquared + variance(one), 0) / side.length ** 2
  const error = Math.sqrt(ofMean(own) + ofMean(others))
  const freedom = Math.max(1, rates.length - new Set(rates.map((one) => one.group)).size)
  const rate = mean(own.map((one) => one.rate))
  const otherRate = Math.min(1, Math.max(0, mean(others.map((one) => one.rate))))
  const difference = rate - otherRate
  const reach = studentTQuantile(0.975, freedom) * error
  return {
    group,
    agents: own.length,
    otherAgents: others.length,
    trials: trialsOf(own),
    rate,
    otherRate,
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
    p: studentTCdf(difference / error, freedom),
  }
}
