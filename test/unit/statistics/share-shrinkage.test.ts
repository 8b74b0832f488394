import { expect, it } from 'vitest'
import { shrinkShares } from '../../../engine/statistics/index.ts'

it('stays finite where hundreds of millions passed and nobody failed', () => {
  const { posteriors } = shrinkShares([
    { n: 3e8, passes: 3e8 },
    { n: 6, passes: 6 },
  ])
  expect(posteriors.map(({ quantile }) => [quantile(0.025), quantile(0.975)])).toEqual([
    [1, 1],
    [1, 1],
  ])
})
