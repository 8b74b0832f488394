import { describe, expect, it } from 'vitest'
import {
  decideMove,
  nextGate,
  startingStanding,
  type DoubleScoredAnswer,
  type TrustStanding,
} from '../../../../engine/quality/trust/index.ts'
import { gwetAc1 } from '../../../bench/trust/gwet-ac1.ts'
import { anAnswer, inARow } from './an-answer.ts'

const move = (standing: TrustStanding, answers: readonly DoubleScoredAnswer[], scorerVersion = '1') =>
  decideMove(standing, { scorerVersion, answers }, gwetAc1)

/** Good enough at the first look: 47 of 50, 11 of 12 fails found. */
const goodFifty = (from = 1) =>
  inARow({ 'both pass': 36, 'both fail': 11, 'missed fail': 1, 'false alarm': 2 }, from)

const assist: TrustStanding = {
  ...startingStanding('1'),
  state: 'assist',
  since: 1000,
  disagreementAtPromotion: 0.06,
}
const trusted: TrustStanding = { ...assist, state: 'trusted' }

describe('promotion', () => {
  it('happens at the first look that passes, with its figures, and says why', () => {
    const found = move(startingStanding('1'), goodFifty())!
    expect(found).toMatchObject({
      from: 'shadow',
      to: 'assist',
      why: 'Agreed with people in 47 of 50 answers and found 92% of 12 fails.',
      at: 50,
      standing: { state: 'assist', scorerVersion: '1', since: 50, excludedGroups: [] },
    })
    expect(found.standing.disagreementAtPromotion).toBeCloseTo(0.06, 12)
    expect(
      found.figures.kind === 'promotion' && found.figures.gate.criteria.every((one) => one.isPassed),
    ).toBe(true)
  })

  it('waits for the look, however good the answers are', () => {
    expect(move(startingStanding('1'), goodFifty().slice(0, 49))).toBeNull()
    expect(nextGate(startingStanding('1'), goodFifty().slice(0, 49), gwetAc1)!.missing).toBe(
      '1 more double-scored answer until the next look.',
    )
  })

  it('does not depend on when it is asked: a look missed at 50 is made up for at 77', () => {
    const answers = [...goodFifty(), ...inARow({ 'false alarm': 27 }, 51)]
    expect(move(startingStanding('1'), answers)).toEqual(move(startingStanding('1'), goodFifty()))
    expect(move(startingStanding('1'), answers.toReversed())).toEqual(
      move(startingStanding('1'), goodFifty()),
    )
  })

  it('needs a look of its own for each step: answers from before the last move do not count', () => {
    const first = move(startingStanding('1'), goodFifty())!
    expect(move(first.standing, goodFifty())).toBeNull()
    expect(nextGate(first.standing, goodFifty(), gwetAc1)!.n).toBe(0)
    const second = move(first.standing, [...goodFifty(), ...goodFifty(51)])!
    expect(second).toMatchObject({ from: 'assist', to: 'trusted', at: 100 })
    expect(nextGate(second.standing, goodFifty(), gwetAc1)).toBeNull()
  })

  it.each([
    ['not blind', { isBlind: false }],
    ['chosen by somebody', { draw: 'chosen' as const, probability: null }],
    ['drawn for doubt', { draw: 'weighted' as const, probability: 0.24 }],
    ['of another version', { scorerVersion: '0' }],
    ['an abstention', { automated: null }],
  ])('does not count an answer that is %s', (_what, other) => {
    const answers = goodFifty()
    answers[10] = { ...answers[10]!, ...other }
    expect(move(startingStanding('1'), answers)).toBeNull()
    expect(nextGate(startingStanding('1'), answers, gwetAc1)!.n).toBe(49)
  })

  it('never comes to a scorer that finds no fails', () => {
    const answers = inARow({ 'both pass': 370, 'missed fail': 30 })
    expect(move(startingStanding('1'), answers)).toBeNull()
    expect(nextGate(startingStanding('1'), answers, gwetAc1)!.missing).toContain('Finds 0% of the fails')
  })

  it('does not come where AC1 cannot be had', () => {
    expect(
      decideMove(startingStanding('1'), { scorerVersion: '1', answers: goodFifty() }, () => null),
    ).toBeNull()
  })
})

describe('demotion', () => {
  const steady = inARow({ 'both pass': 150, 'both fail': 40, 'false alarm': 10 }, 1001)

  it('does not come while disagreement stays as it was', () => {
    expect(move(trusted, steady)).toBeNull()
  })

  it('takes a trusted scorer back to assist when disagreement rises, and says since when', () => {
    const worse = inARow({ 'both pass': 15, 'false alarm': 8, 'both fail': 3 }, 1201)
    const found = move(trusted, [...steady, ...worse])!
    expect(found).toMatchObject({ from: 'trusted', to: 'assist' })
    expect(found.why).toMatch(/^Disagreed with people in \d+ of the last \d+ answers; 6% was expected\.$/)
    expect(found.at!).toBeGreaterThan(1201)
    expect(found.at!).toBeLessThan(1227)
    expect(found.figures).toMatchObject({
      kind: 'demotion',
      watch: { watched: 'disagreement', design: { inControlShare: 0.06, outOfControlShare: 0.2 } },
    })
    expect(found.standing).toMatchObject({ state: 'assist', since: found.at, disagreementAtPromotion: 0.06 })
  })

  it('takes an assisting scorer back to shadow', () => {
    const found = move(assist, inARow({ 'false alarm': 10 }, 1001))!
    expect(found).toMatchObject({ from: 'assist', to: 'shadow' })
  })

  it('comes for missed fails alone, which hardly move the share of agreement', () => {
    const answers = inARow({ 'both pass': 560, 'missed fail': 24, 'both fail': 6 }, 1001)
    const found = move({ ...trusted, disagreementAtPromotion: 0.15 }, answers)!
    expect(found.why).toMatch(/^Missed \d+ of the last \d+ fails; 30% was expected\.$/)
  })

  it('is not brought about by answers drawn for doubt', () => {
    const doubtful = Array.from({ length: 40 }, (_, i) =>
      anAnswer('false alarm', 1001 + i, { draw: 'weighted', probability: 0.24, confidence: 0.4 }),
    )
    expect(move(trusted, doubtful)).toBeNull()
  })

  it('does not watch a group for which the scorer is not trusted anyway', () => {
    const strata = { team: null, language: 'es', transcriptLength: null, recognitionConfidence: null }
    const answers = inARow({ 'false alarm': 20 }, 1001).map((answer) => ({ ...answer, strata }))
    expect(move(trusted, answers)!.to).toBe('assist')
    const without = { ...trusted, excludedGroups: [{ stratum: 'language' as const, value: 'es' }] }
    expect(move(without, answers)).toBeNull()
  })

  it('comes before a promotion that would have followed', () => {
    const answers = [...inARow({ 'false alarm': 12 }, 1001), ...goodFifty(1100)]
    expect(move(assist, answers)!.to).toBe('shadow')
  })
})

describe('a changed scorer', () => {
  it('starts anew in shadow', () => {
    expect(move(trusted, [], '2')).toEqual({
      from: 'trusted',
      to: 'shadow',
      why: 'The scorer was changed, so it has to earn trust anew.',
      figures: { kind: 'changed-scorer', from: '1', to: '2' },
      at: null,
      standing: startingStanding('2'),
    })
  })

  it('earns trust by its own answers from shadow', () => {
    const answers = goodFifty().map((answer) => ({ ...answer, scorerVersion: '2' }))
    expect(move(startingStanding('1'), [...goodFifty(), ...answers], '2')!.standing).toMatchObject({
      state: 'assist',
      scorerVersion: '2',
    })
    expect(move(startingStanding('1'), goodFifty(), '2')).toBeNull()
  })
})
