import { describe, expect, it } from 'vitest'
import { addedBy, groupMeansOf, withoutGroupMeans } from '../../../engine/statistics/index.ts'
import { randomFrom } from '../../bench/simulation/random.ts'

/** What a fit with all groups as columns of their own gives, by solving the normal equations. */
function byColumns(columns: number[][], y: number[]): number {
  const size = columns.length
  const matrix = columns.map((a) => [
    ...columns.map((b) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)),
    a.reduce((sum, value, at) => sum + value * y[at]!, 0),
  ])
  for (let pivot = 0; pivot < size; pivot++) {
    const best = matrix.slice(pivot).reduce((at, row, offset) => {
      return Math.abs(row[pivot]!) > Math.abs(matrix[at]![pivot]!) ? pivot + offset : at
    }, pivot)
    const [upper, lower] = [matrix[pivot]!, matrix[best]!]
    matrix[pivot] = lower
    matrix[best] = upper
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!
      matrix[row] = matrix[row]!.map((value, at) => value - factor * matrix[pivot]![at]!)
    }
  }
  return matrix[0]![size]! / matrix[0]![0]!
}

describe('what having something goes with', () => {
  it('is the slope of a fit with all groups and the control as columns of their own', () => {
    const random = randomFrom(5)
    const n = 120
    const strata = Int32Array.from({ length: n }, () => random.integer(0, 3))
    const agents = Int32Array.from({ length: n }, () => random.integer(0, 5))
    const control = Float64Array.from({ length: n }, () => random.normal())
    const has = Float64Array.from({ length: n }, (_, at) =>
      Number(random.uniform() < 0.2 + 0.1 * agents[at]! + (control[at]! > 0 ? 0.1 : 0)),
    )
    const y = Array.from(
      { length: n },
      (_, at) => 0.4 * has[at]! + 0.3 * control[at]! + strata[at]! - agents[at]! / 2 + random.normal(0, 0.4),
    )
    const groupings = [strata, agents]
    const found = addedBy(
      has,
      withoutGroupMeans(Float64Array.from(y), groupings),
      groupings,
      groupMeansOf(groupings),
      withoutGroupMeans(Float64Array.from(control), groupings),
    )!
    const indicator = (groups: Int32Array, group: number) =>
      Array.from(groups, (one) => Number(one === group))
    const expected = byColumns(
      [
        [...has],
        [...control],
        ...[0, 1, 2, 3].map((group) => indicator(strata, group)),
        ...[1, 2, 3, 4, 5].map((group) => indicator(agents, group)),
      ],
      y,
    )
    expect(found.difference).toBeCloseTo(expected, 4)
    expect(groupMeansOf(groupings)).toBe(9)
  })

  it('has the error of White for two plain groups', () => {
    // without groups or control HC0 of a difference of two means is var0/n0 + var1/n1; HC1 multiplies by n / (n - k)
    const has = Float64Array.from([...Array<number>(10).fill(0), ...Array<number>(6).fill(1)])
    const y = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 8, 9, 10, 11, 12, 13])
    const one = [new Int32Array(16)]
    const found = addedBy(has, withoutGroupMeans(Float64Array.from(y), one), one, groupMeansOf(one))!
    const spread = (values: Float64Array) => {
      const centre = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length ** 2
    }
    expect(found.difference).toBeCloseTo(5, 9)
    expect(found.standardError ** 2).toBeCloseTo(
      ((spread(y.slice(0, 10)) + spread(y.slice(10))) * 16) / 14,
      9,
    )
  })

  it('is unknown where nothing varies within the groups', () => {
    const groups = [Int32Array.from({ length: 40 }, (_, at) => at % 2)]
    const has = Float64Array.from({ length: 40 }, (_, at) => at % 2)
    expect(addedBy(has, new Float64Array(40), groups, groupMeansOf(groups))).toBeNull()
  })
})
