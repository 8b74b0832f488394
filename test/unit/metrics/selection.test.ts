import { describe, expect, it } from 'vitest'
import { addUp, adjustForCaseMix, metricDefinition, restsOn } from '../../../engine/metrics/index.ts'
import type { MetricCell } from '../../../engine/metrics/index.ts'
import { selectionOf } from '../../../engine/metrics/selection.ts'

const score = metricDefinition('qa_score')!

/** A day's cell of reviews drawn with these chances, or of imports where there are none. */
function aCell(personId: number, values: readonly number[], chances?: readonly number[]): MetricCell {
  const weights = chances?.map((chance) => 1 / chance)
  const weighed = (power: number) =>
    values.reduce((sum, value, i) => sum + (weights?.[i] ?? 1) * value ** power, 0)
  return {
    metricId: 'qa_score',
    personId,
    stratumId: 1,
    day: 20_000,
    n: values.length,
    sum: weighed(1),
    sumSq: weighed(2),
    drawn: weights
      ? {
          weight: weights.reduce((sum, weight) => sum + weight, 0),
          weightSq: weights.reduce((sum, weight) => sum + weight ** 2, 0),
          weightSqSum: weights.reduce((sum, weight, i) => sum + weight ** 2 * values[i]!, 0),
          weightSqSumSq: weights.reduce((sum, weight, i) => sum + (weight * values[i]!) ** 2, 0),
        }
      : null,
    logSum: null,
    logSumSq: null,
    numerator: null,
    denominator: null,
  }
}

describe('drawn reviews in sums', () => {
  it('are weighted over all days together, and not day by day', () => {
    // by day 1 and 0, of days that stand for 10 and 30 conversations
    const sums = addUp([aCell(1, [1], [0.1]), aCell(1, [0, 0, 0], [0.1, 0.1, 0.1])])
    expect(sums).toMatchObject({ n: 4, observed: 4 })
    expect(sums.sum / sums.n).toBeCloseTo(0.25, 12)
    // 2 of weight 1 and 2 of weight 9 over two days: (20)^2 / (2 + 162)
    const uneven = addUp([aCell(1, [1, 0], [1, 1 / 9]), aCell(1, [1, 0], [1, 1 / 9])])
    expect(uneven.n).toBeCloseTo(400 / 164, 9)
    expect(uneven.sum / uneven.n).toBeCloseTo(0.1, 12)
  })

  it('are refused together with others', () => {
    expect(() => addUp([aCell(1, [1], [0.1]), aCell(1, [1])])).toThrow('never added up together')
    expect(() => adjustForCaseMix(score, [aCell(1, [1], [0.1]), aCell(1, [1])], new Map(), () => '')).toThrow(
      'never added up together',
    )
  })

  it('give people a mean by their chances, from as many as they are worth', () => {
    const people = adjustForCaseMix(
      score,
      [aCell(1, [1, 0], [0.5, 0.125]), aCell(2, [1, 1], [0.2, 0.2])],
      new Map(),
      () => '',
    )
    expect(people.get('1')).toMatchObject({ n: expect.closeTo(100 / 68, 9), raw: expect.closeTo(0.2, 12) })
    expect(people.get('1')!.adjusted).toBeCloseTo(0.2, 12)
    expect(people.get('2')).toMatchObject({ n: 2, adjusted: expect.closeTo(1, 12) })
  })
})

describe('what a table rests on', () => {
  const drawnBy = (people: number) =>
    Array.from({ length: people }, (_, i) => aCell(i + 1, [1, 1, 0], [0.1, 0.1, 0.1]))
  const imported = [aCell(1, [1, 0, 1, 1, 1])]

  it('drawn reviews where five people have enough, or where there is nothing else', () => {
    expect(selectionOf(score, [...drawnBy(5), ...imported]).isDrawn).toBe(true)
    expect(selectionOf(score, [...drawnBy(4), ...imported]).isDrawn).toBe(false)
    expect(selectionOf(score, drawnBy(1)).isDrawn).toBe(true)
    expect(selectionOf(score, imported)).toEqual({ drawn: [], others: imported, isDrawn: false })
  })

  it('counts what they are worth, not how many they are', () => {
    const lopsided = Array.from({ length: 5 }, (_, i) => aCell(i + 1, [1, 1, 0], [0.9, 0.9, 0.01]))
    expect(selectionOf(score, [...lopsided, ...imported]).isDrawn).toBe(false)
  })

  it('is said in plain words', () => {
    const drawn = { observed: 23, n: 17.6 }
    expect(restsOn({ drawn, imported: 0 }, true)).toBe('Rests on 23 reviews drawn by chance, worth 18.')
    expect(restsOn({ drawn: { observed: 1, n: 1 }, imported: 12 }, true)).toBe(
      'Rests on 1 review drawn by chance. Left out: 12 imported evaluations, as nobody knows how they were picked.',
    )
    expect(restsOn({ drawn: { observed: 3, n: 2.4 }, imported: 12 }, false)).toBe(
      'Rests on 12 imported evaluations; how they were picked is unknown. Left out: 3 reviews drawn by chance, worth 2.4, too few to compare people by yet.',
    )
  })
})
