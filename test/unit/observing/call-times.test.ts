import { expect, test } from 'vitest'
import { createCallTimes } from '../../../engine/observing/index.ts'

test('percentiles are off by at most a 32nd, and the longest is exact', () => {
  const times = createCallTimes()
  for (let ms = 1; ms <= 10_000; ms++) times.note('coaching.rank', ms)
  const [found] = times.list()
  expect(found).toMatchObject({ call: 'coaching.rank', count: 10_000, max: 10_000 })
  for (const [shown, exact] of [
    [found!.p50, 5000],
    [found!.p95, 9500],
    [found!.p99, 9900],
  ] as const)
    expect(Math.abs(shown - exact) / exact).toBeLessThan(1 / 32)
})

test('short times keep their hundredths, and the slowest call stands first', () => {
  const times = createCallTimes()
  times.note('jobs.list', 0.07)
  times.note('coaching.rank', 12.5)
  expect(times.list()).toEqual([
    { call: 'coaching.rank', count: 1, p50: 12.5, p95: 12.5, p99: 12.5, max: 12.5 },
    { call: 'jobs.list', count: 1, p50: 0.07, p95: 0.07, p99: 0.07, max: 0.07 },
  ])
})
