import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectWindows } from '../../../../engine/coaching/index.ts'
import { weeklyChart } from '../../../../engine/coaching/effects/chart.ts'
import { differenceInWords } from '../../../../engine/coaching/effects/effect-sentence.ts'
import { metricDefinition, type MetricCell } from '../../../../engine/metrics/index.ts'

describe('the windows of a session', () => {
  it('are four weeks, the weeks that selected, and eight weeks from the day after', () => {
    expect(effectWindows(1000, { from: 965, to: 992 }, 2000)).toEqual({
      before: { from: 937, to: 964 },
      selecting: { from: 965, to: 992 },
      known: { from: 937, to: 999 },
      after: { from: 1001, to: 1056 },
      looks: [
        { weeks: 2, day: 1014, isReached: true },
        { weeks: 4, day: 1028, isReached: true },
        { weeks: 8, day: 1056, isReached: true },
      ],
      verdictDay: 1056,
    })
  })

  it('never let what selected the agent reach into the time before, nor either into the session', () => {
    const day = fc.integer({ min: 900, max: 1100 })
    fc.assert(
      fc.property(day, day, day, (from, length, newest) => {
        const selecting = { from, to: from + (length % 60) }
        const { before, selecting: weeks, known, after } = effectWindows(1000, selecting, newest)
        expect(before.to).toBe(weeks.from - 1)
        expect(before.to - before.from).toBe(27)
        expect(weeks.to).toBeLessThan(1000)
        expect(weeks.from).toBeLessThanOrEqual(weeks.to)
        expect([known.from, known.to]).toEqual([before.from, 999])
        if (after) expect([after.from, after.to <= 1056, after.to <= newest]).toEqual([1001, true, true])
        else expect(newest).toBeLessThanOrEqual(1000)
      }),
    )
  })
})

describe('the weekly chart', () => {
  const definition = metricDefinition('hold_time')!
  const cell = (day: number, value: number): MetricCell => ({
    metricId: 'hold_time',
    personId: 1,
    stratumId: 1,
    day,
    n: 1,
    sum: value,
    sumSq: value * value,
    drawn: null,
    logSum: null,
    logSumSq: null,
    numerator: null,
    denominator: null,
  })

  // NIST/SEMATECH e-Handbook 6.3.2.2: ten flow rates, limits 45.8159 and 55.8041; then a value outside, and eight on one side.
  const rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

  it('has the limits of the weeks before the session, over gaps, and both signals after it', () => {
    const before = rates.map((rate, i) => cell(1000 - 7 * (i < 5 ? 12 - i : 10 - i), rate))
    const after = [57, ...Array<number>(8).fill(51.5)].map((rate, i) => cell(1001 + 7 * i, rate))
    const chart = weeklyChart(definition, [...before, cell(1000, 900), ...after], 1000, 1100, 1100)!
    expect([chart.mean, chart.lowerLimit, chart.upperLimit]).toEqual([
      expect.closeTo(50.81, 4),
      expect.closeTo(45.8159, 3),
      expect.closeTo(55.8041, 3),
    ])
    expect(chart.weeks.map(({ week }) => week)).toEqual([
      -12, -11, -10, -9, -8, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8,
    ])
    expect(chart.weeks.slice(-9).map(({ signal }) => signal)).toEqual(['outside', ...Array(8).fill('run')])
    expect(chart.hasChanged).toBe(true)
  })

  it('shows the week the data end in and does not judge it', () => {
    const before = rates.map((rate, i) => cell(1000 - 7 * (10 - i), rate))
    const of = (dataTo: number) =>
      weeklyChart(definition, [...before, cell(1001, 90), cell(1008, 90)], 1000, dataTo, dataTo)!
    const [unfinished, whole] = [of(1013), of(1014)]
    expect(unfinished.weeks.slice(-2)).toMatchObject([
      { week: 0, signal: 'outside', isWhole: true },
      { week: 1, value: 90, signal: null, isWhole: false },
    ])
    expect(whole.weeks.at(-1)).toMatchObject({ week: 1, signal: 'outside', isWhole: true })
    // data that end before the session: the week they end in gives no limits either
    const early = weeklyChart(definition, [...before.slice(0, 4), cell(972, 500)], 1000, 1000, 974)!
    expect(early.weeks.at(-1)).toMatchObject({ week: -4, value: 500, signal: null, isWhole: false })
    expect(early.mean).toBeCloseTo(49.6, 4)
  })

  it('is none under four weeks before the session', () => {
    expect(weeklyChart(definition, [cell(980, 1), cell(990, 2), cell(1003, 3)], 1000, 1100, 1100)).toBeNull()
  })
})

describe('a difference in words', () => {
  it.each([
    ['transfer_rate', -0.064, '6 percentage points'],
    ['transfer_rate', 0.004, '0.4 percentage points'],
    ['hold_time', 21, '21 s'],
    ['interruptions_per_minute', 0.2, '0.20 a minute'],
    ['speech_rate', -12, '12 words a minute'],
    ['csat_mean', 0.1, '0.40 points'],
  ])('of %s by %f is %s', (id, difference, words) => {
    expect(differenceInWords(difference, metricDefinition(id)!)).toBe(words)
  })
})
