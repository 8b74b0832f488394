import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../engine/statistics/index.ts'
import { assess, type DriverAssessment } from '../../../engine/coaching/assessment/index.ts'
import { aDriver, anAgent, anInput, aSample, aWeight, ids, someFacts } from './builders.ts'

/** Nine agents near 0.8 and one, "low", at the given value. */
function oneLowAgent(value: number, overrides: Parameters<typeof aDriver>[1] = {}, n = 20) {
  const others = ids(9)
  return anInput(
    [...others, 'low'].map((id) => anAgent(id)),
    [
      aDriver(
        [...others.map((id, i) => aSample(id, 0.8 + 0.002 * i)), aSample('low', value, { n })],
        overrides,
      ),
    ],
  )
}

function driverOf(input: ReturnType<typeof anInput>, agentId: string, driverId = 'question:greeting') {
  const agent = assess(input).agents.find((found) => found.agentId === agentId)
  return agent?.drivers.find((driver) => driver.driverId === driverId) as DriverAssessment
}

describe('what is proposed', () => {
  it('proposes a clear gap, with its whole arithmetic', () => {
    const driver = driverOf(oneLowAgent(0.4), 'low')
    expect(driver).toMatchObject({
      status: 'proposed',
      n: 20,
      raw: 0.4,
      adjusted: 0.4,
      peerCount: 10,
      priorBasis: 'hierarchical',
      benchmarkBasis: 'peers',
      contactsPerWeek: 100,
      coachability: 1,
      freshness: 1,
      evaluationsNeeded: null,
      isPraised: false,
      tiedWith: [],
    })
    expect(driver.probabilityOfGap).toBeGreaterThan(0.99)
    expect(driver.gap).toBeCloseTo(driver.benchmark! - driver.posterior.mean, 12)
    expect(driver.expectedGap).toBeGreaterThanOrEqual(driver.gap - 1e-12)
    expect(driver.gainPerWeek).toBeCloseTo(driver.expectedGap * 0.1 * 100, 12)
    expect(driver.priority).toBeCloseTo(driver.gainPerWeek, 12)
    expect(driver.posterior.low).toBeLessThan(driver.posterior.mean)
    expect(driver.posterior.high).toBeGreaterThan(driver.posterior.mean)
  })

  it('measures against the better quarter of the peers, or the target where there is one', () => {
    const input = oneLowAgent(0.4)
    const means = assess(input)
      .agents.flatMap(({ drivers }) => drivers.map(({ posterior }) => posterior.mean))
      .toSorted((a, b) => a - b)
    const quarter = means[6]! + 0.75 * (means[7]! - means[6]!)
    expect(driverOf(input, 'low').benchmark).toBeCloseTo(quarter, 10)
    const targeted = driverOf(oneLowAgent(0.4, { facts: someFacts({ target: 0.7 }) }), 'low')
    expect(targeted).toMatchObject({ benchmark: 0.7, benchmarkBasis: 'target' })
  })

  it('is on track without a gap worth acting on', () => {
    expect(driverOf(oneLowAgent(0.79), 'low').status).toBe('on-track')
  })

  it('asks for more evidence between 0.20 and 0.80, and says about how much', () => {
    const driver = driverOf(oneLowAgent(0.62, {}, 6), 'low')
    expect(driver.status).toBe('not-enough-evidence')
    expect(driver.probabilityOfGap).toBeGreaterThan(0.2)
    expect(driver.probabilityOfGap).toBeLessThan(0.8)
    const z = normalQuantile(driver.probabilityOfGap)
    const exact = (0.01 * (0.8416 ** 2 - z ** 2)) / (driver.gap - 0.05) ** 2
    expect(Math.abs(driver.evaluationsNeeded! - exact)).toBeLessThan(1.1)
    expect(driver.followUp).toBeNull()
  })

  it('never makes an action of fewer than the least n, however bad, and asks for the rest', () => {
    const driver = driverOf(oneLowAgent(0.1, {}, 3), 'low')
    expect(driver).toMatchObject({ status: 'not-enough-evidence', evaluationsNeeded: 2 })
    expect(driver.probabilityOfGap).toBeGreaterThan(0.8)
  })

  it('takes three equal scores for what they are: no proof', () => {
    const driver = driverOf(oneLowAgent(0.4, { facts: someFacts({ leastN: 1 }) }, 3), 'low')
    expect(driver.posterior.high - driver.posterior.low).toBeGreaterThan(0.1)
  })

  it('knows lower is better, and a band from both sides', () => {
    const agents = [...ids(9), 'far', 'under']
    const samples = [...ids(9).map((id) => aSample(id, 0.5)), aSample('far', 0.9), aSample('under', 0.1)]
    const lower = anInput(
      agents.map((id) => anAgent(id)),
      [aDriver(samples, { facts: someFacts({ polarity: 'lower' }) })],
    )
    expect(driverOf(lower, 'far')).toMatchObject({ status: 'proposed' })
    expect(driverOf(lower, 'far').gap).toBeGreaterThan(0.2)
    expect(driverOf(lower, 'under').status).toBe('on-track')
    const band = anInput(
      agents.map((id) => anAgent(id)),
      [aDriver(samples, { facts: someFacts({ polarity: { low: 0.4, high: 0.6 } }) })],
    )
    expect(driverOf(band, 'far')).toMatchObject({
      status: 'proposed',
      benchmark: 0.6,
      benchmarkBasis: 'band',
    })
    expect(driverOf(band, 'under')).toMatchObject({ status: 'proposed', benchmark: 0.4 })
    expect(driverOf(band, 'a0')).toMatchObject({ status: 'on-track', gap: 0, isPraised: false })
  })

  it('keeps durations in seconds from end to end', () => {
    const seconds = (id: string, value: number) =>
      aSample(id, Math.log(value), { raw: value, withinSumOfSquares: 0.04 * 19 })
    const input = anInput(
      [...ids(9), 'slow'].map((id) => anAgent(id)),
      [
        aDriver([...ids(9).map((id) => seconds(id, 300)), seconds('slow', 600)], {
          facts: someFacts({ kind: 'log-mean', polarity: 'lower', delta: 30, target: 320 }),
        }),
      ],
    )
    const driver = driverOf(input, 'slow')
    expect(driver.status).toBe('proposed')
    // exp(ln 600 + 0.04 / 2)
    expect(driver.adjusted).toBeCloseTo(600 * Math.exp(0.02), 6)
    expect(driver.posterior.mean).toBeGreaterThan(500)
    expect(driver.gap).toBeCloseTo(driver.posterior.mean - 320, 9)
    // One call varies by 0.2 of the mean (the log's sd), in seconds.
    const needed = Math.ceil((2 * (0.2 * driver.posterior.mean) ** 2 * 2.8 ** 2) / (driver.gap / 2) ** 2)
    expect(driver.followUp!.contactsNeeded).toBe(needed)
  })

  it('finds a poor share among good ones, and nothing where everybody always passes', () => {
    const facts = someFacts({ kind: 'proportion' })
    const agents = [...ids(24), 'low'].map((id) => anAgent(id))
    const share = (id: string, adjusted: number) => aSample(id, adjusted, { n: 10, withinSumOfSquares: 0 })
    const mixed = anInput(agents, [
      aDriver([...ids(24).map((id) => share(id, 0.9)), share('low', 0.2)], { facts }),
    ])
    expect(driverOf(mixed, 'low')).toMatchObject({ status: 'proposed', priorBasis: 'nonparametric' })
    const perfect = anInput(agents, [
      aDriver(
        [...ids(24), 'low'].map((id) => share(id, 1)),
        { facts },
      ),
    ])
    expect(
      new Set(assess(perfect).agents.flatMap(({ drivers }) => drivers.map(({ status }) => status))),
    ).toEqual(new Set(['on-track']))
  })
})

describe('what it is worth', () => {
  it('gives no action without a measurable link', () => {
    const useless = aWeight({ value: -0.01, low: -0.05, high: 0.03 })
    const small = aWeight({ value: 0.003, low: 0.001, high: 0.005 })
    expect(driverOf(oneLowAgent(0.4, { weight: useless }), 'low')).toMatchObject({
      status: 'no-link',
      gainPerWeek: 0,
    })
    expect(driverOf(oneLowAgent(0.4, { weight: small }), 'low').status).toBe('no-link')
    expect(driverOf(oneLowAgent(0.4, { weight: { ...small, basis: 'pinned' } }), 'low').status).toBe(
      'proposed',
    )
  })

  it('lets a driver rest after a session, and come back by day 42', () => {
    const coached = (daysSince: number, isSessionOpen = false) => {
      const input = oneLowAgent(0.4)
      const agents = input.agents.map((agent) =>
        agent.agentId === 'low'
          ? { ...agent, coaching: [{ driverId: 'question:greeting', daysSince, isSessionOpen }] }
          : agent,
      )
      return driverOf({ ...input, agents }, 'low').freshness
    }
    expect([coached(0), coached(14), coached(42), coached(100)]).toEqual([0.3, 0.3, 1, 1])
    expect(coached(28)).toBeCloseTo(0.65, 12)
    expect(coached(60, true)).toBe(0.3)
  })

  it('says how many contacts would show half of the gap, and when this volume never will', () => {
    const driver = driverOf(oneLowAgent(0.4), 'low')
    const needed = Math.ceil((2 * 0.01 * 2.8 ** 2) / (driver.gap / 2) ** 2)
    expect(driver.followUp).toEqual({ contactsNeeded: needed, weeks: needed / 5, isVisible: true })
    const noisy = oneLowAgent(0.4)
    const [first] = noisy.drivers
    const wide = first!.samples.map((sample) => ({ ...sample, withinSumOfSquares: 4 * (sample.n - 1) }))
    const far = anInput(noisy.agents, [
      { ...first!, facts: someFacts({ target: 2, leastN: 5 }), samples: wide.map((s) => ({ ...s, n: 20 })) },
    ])
    const hopeless = assess(far).agents.flatMap(({ drivers }) => drivers.map(({ followUp }) => followUp))
    expect(hopeless.some((followUp) => followUp !== null && followUp.weeks! > 26 && followUp.isVisible)).toBe(
      false,
    )
  })
})

describe('praise', () => {
  it('goes to who is surely in the top tenth, never on unverified automated answers', () => {
    const others = ids(19)
    const samples = [...others.map((id, i) => aSample(id, 0.5 + 0.001 * i)), aSample('star', 0.95)]
    const agents = [...others, 'star'].map((id) => anAgent(id))
    const star = assess(anInput(agents, [aDriver(samples)])).agents.find(({ agentId }) => agentId === 'star')!
    expect(star.strengths.map(({ driverId }) => driverId)).toEqual(['question:greeting'])
    expect(star.strengths[0]!.probabilityOfTopTenth).toBeGreaterThan(0.8)
    const auto = aDriver(samples, { facts: someFacts({ mayBePraised: false }) })
    expect(assess(anInput(agents, [auto])).agents.flatMap(({ strengths }) => strengths)).toEqual([])
  })

  it('goes to two of twenty whose order is certain', () => {
    const agents = ids(20).map((id) => anAgent(id))
    const samples = ids(20).map((id, i) => aSample(id, 0.02 * i, { n: 4000 }))
    const praised = (polarity: 'higher' | 'lower') =>
      assess(anInput(agents, [aDriver(samples, { facts: someFacts({ polarity }) })]))
        .agents.filter(({ strengths }) => strengths.length > 0)
        .map(({ agentId }) => agentId)
        .toSorted()
    expect(praised('higher')).toEqual(['a18', 'a19'])
    expect(praised('lower')).toEqual(['a0', 'a1'])
  })

  it('is not given among fewer than ten', () => {
    const samples = [...ids(8).map((id) => aSample(id, 0.5)), aSample('star', 0.95)]
    const input = anInput(
      [...ids(8), 'star'].map((id) => anAgent(id)),
      [aDriver(samples)],
    )
    expect(assess(input).agents.flatMap(({ strengths }) => strengths)).toEqual([])
  })
})

describe('few peers', () => {
  it('says that the prior is a wide default', () => {
    const input = anInput([anAgent('a'), anAgent('b')], [aDriver([aSample('a', 0.5), aSample('b', 0.6)])])
    expect(driverOf(input, 'a')).toMatchObject({ priorBasis: 'wide-default', peerCount: 2 })
  })

  it('has nothing to measure a lone agent by, unless there is a target', () => {
    const alone = (target: number | null) =>
      driverOf(anInput([anAgent('a')], [aDriver([aSample('a', 0.4)], { facts: someFacts({ target }) })]), 'a')
    expect(alone(null)).toMatchObject({
      status: 'not-enough-evidence',
      benchmark: null,
      benchmarkBasis: 'none',
      evaluationsNeeded: null,
      priority: 0,
    })
    expect(alone(0.9)).toMatchObject({ status: 'proposed', benchmark: 0.9 })
  })

  it('compares agents only within their peer group', () => {
    const agents = ids(6, 'x').map((id) => anAgent(id, { peerGroupId: 'x', teamId: null }))
    agents.push(...ids(6, 'y').map((id) => anAgent(id, { peerGroupId: 'y', teamId: null })))
    const samples = [
      ...ids(6, 'x').map((id) => aSample(id, 0.9)),
      ...ids(6, 'y').map((id) => aSample(id, 0.3)),
    ]
    const statuses = assess(anInput(agents, [aDriver(samples)])).agents.flatMap(({ drivers }) => drivers)
    expect(statuses.every(({ status }) => status === 'on-track')).toBe(true)
  })
})
