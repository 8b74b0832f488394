import { expect, it } from 'vitest'
import { shrinkShares } from '../../../engine/statistics/index.ts'

it('stays finite where hundreds of millions passed and nobody failed', () => {
  const { posteriors } = shrinkShares([
    { n: 3e8, passes: 3e8 },
    { n: 6, passes: 6 },
  ])
  const [many, few] = posteriors.map(({ quantile }) => [quantile(0.025), quantile(0.975)])
  expect(many![0]).toBeGreaterThan(1 - 1e-6)
  expect(many![1]).toBeLessThanOrEqual(1)
  expect(few![0]).toBeGreaterThan(0.6)
  expect(few![0]).toBeLessThan(0.9)
  expect(few![1]).toBeLessThanOrEqual(1)
})
