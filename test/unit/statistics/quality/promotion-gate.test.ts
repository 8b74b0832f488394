import { describe, expect, it } from 'vitest'
import { promotionGate, wilsonInterval } from '../../../../engine/statistics/index.ts'

const good = { n: 100, agreements: 92, ac1: { value: 0.88, low: 0.79 }, fails: 20, failsFound: 17 }

describe('promotion gate', () => {
  it('passes at a look where all three hold', () => {
    const gate = promotionGate(good)
    expect(gate).toMatchObject({ n: 100, isLook: true, isPassed: true, missing: null })
    expect(gate.criteria.map(({ id, isPassed }) => [id, isPassed])).toEqual([
      ['agreement', true],
      ['ac1', true],
      ['fail-recall', true],
    ])
    expect(gate.criteria[0]!.low).toBe(wilsonInterval(92, 100)!.low)
  })

  it('never passes between looks, however good, and says how many are left', () => {
    const gate = promotionGate({ ...good, n: 169, agreements: 169 })
    expect(gate).toMatchObject({ isLook: false, isPassed: false })
    expect(gate.missing).toBe('31 more double-scored answers until the next look.')
    expect(promotionGate({ ...good, n: 49, agreements: 49 }).missing).toBe(
      '1 more double-scored answer until the next look.',
    )
    expect(promotionGate({ ...good, n: 0, agreements: 0, fails: 0, failsFound: 0, ac1: null }).missing).toBe(
      '50 more double-scored answers until the next look.',
    )
  })

  it('says after 400 that a changed scorer starts anew', () => {
    expect(promotionGate({ ...good, n: 401 }).missing).toBe(
      'All looks up to 400 are used up: a changed scorer starts anew.',
    )
  })

  it('needs 46 of 50: the lower bound counts, not the share', () => {
    const first = { ...good, n: 50, fails: 12, failsFound: 12 }
    expect(promotionGate({ ...first, agreements: 46 }).isPassed).toBe(true)
    expect(promotionGate({ ...first, agreements: 45 }).missing).toBe(
      'Agreement may be as low as 78%, 80% is needed.',
    )
  })

  it('judges nothing by fails that were not seen', () => {
    expect(promotionGate({ ...good, fails: 6, failsFound: 6 }).missing).toBe(
      'Only 6 fails seen, 10 are needed.',
    )
    expect(promotionGate({ ...good, fails: 0, failsFound: 0 }).missing).toBe('No fails seen, 10 are needed.')
  })

  it('refuses a scorer that agrees by never failing anybody', () => {
    const gate = promotionGate({ ...good, n: 200, agreements: 185, fails: 15, failsFound: 2 })
    expect(gate.isPassed).toBe(false)
    expect(gate.missing).toBe('Finds 13% of the fails, 70% is needed.')
  })

  it('names everything that is missing in one sentence', () => {
    const gate = promotionGate({
      n: 50,
      agreements: 40,
      ac1: { value: 0.61, low: 0.41 },
      fails: 3,
      failsFound: 1,
    })
    expect(gate.missing).toBe(
      'Agreement may be as low as 66%, 80% is needed; agreement beyond chance (AC1) may be as low as 0.41, 0.60 is needed; only 3 fails seen, 10 are needed.',
    )
  })
})
