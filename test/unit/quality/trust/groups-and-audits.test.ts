import { describe, expect, it } from 'vitest'
import {
  auditChances,
  blindAnswers,
  correctedFailRate,
  decideExclusions,
  decideMove,
  drawAudits,
  groupErrors,
  isExcluded,
  recognitionConfidenceBand,
  startingStanding,
  transcriptLengthBand,
  type DoubleScoredAnswer,
  type TrustStanding,
} from '../../../../engine/quality/trust/index.ts'
import { binomialAtMost, weightedMean } from '../../../../engine/statistics/index.ts'
import { gwetAc1 } from '../../../bench/trust/gwet-ac1.ts'
import { randomFrom } from '../../../bench/simulation/random.ts'
import { inARow } from './an-answer.ts'

const speaking = (language: string, answers: readonly DoubleScoredAnswer[]): DoubleScoredAnswer[] =>
  answers.map((answer) => ({
    ...answer,
    id: `${language} ${answer.id}`,
    strata: { team: null, language, transcriptLength: null, recognitionConfidence: null },
  }))

const english = speaking(
  'en',
  inARow({ 'both pass': 150, 'both fail': 38, 'false alarm': 6, 'missed fail': 6 }),
)
const spanish = speaking('es', inARow({ 'both pass': 20, 'both fail': 5, 'false alarm': 15 }))
const german = speaking('de', inARow({ 'both pass': 5, 'false alarm': 3 }))
const errorsOf = (answers: readonly DoubleScoredAnswer[]) => groupErrors(blindAnswers(answers, '1'))

describe('the binomial test', () => {
  it('is exact for whole numbers', () => {
    // P(X <= 1) of Binomial(3, 0.5) = 4/8
    expect(binomialAtMost(1, 3, 0.5)).toBeCloseTo(0.5, 12)
    expect(binomialAtMost(0, 10, 0.8)).toBeCloseTo(0.2 ** 10, 15)
    expect(binomialAtMost(3, 3, 0.5)).toBe(1)
  })
})

describe('errors by group', () => {
  it('are open where agreement is good and the answers few', () => {
    const [group] = errorsOf(speaking('pt', inARow({ 'both pass': 11, 'false alarm': 1 })))
    expect(group).toMatchObject({ n: 12, verdict: 'too few to tell', why: null })
  })

  it('find the group a scorer fails, let the others stand, and do not judge a handful', () => {
    const found = errorsOf([...english, ...spanish, ...german])
    expect(found.map(({ stratum, value, n, verdict, why }) => ({ stratum, value, n, verdict, why }))).toEqual(
      [
        { stratum: 'language', value: 'de', n: 8, verdict: 'too few to tell', why: null },
        { stratum: 'language', value: 'en', n: 200, verdict: 'holds', why: null },
        {
          stratum: 'language',
          value: 'es',
          n: 40,
          verdict: 'fails',
          why: 'Agrees in 63% of 40 answers; 80% is needed.',
        },
      ],
    )
  })

  it('find a group whose fails go unseen', () => {
    const polish = speaking('pl', inARow({ 'both pass': 180, 'missed fail': 14, 'both fail': 6 }))
    const group = errorsOf([...english, ...polish]).find(({ value }) => value === 'pl')!
    expect(group).toMatchObject({ verdict: 'fails', why: 'Finds 30% of 20 fails; 70% is needed.' })
    expect(group.agreement.share).toBeCloseTo(0.93, 12)
  })

  it('weigh answers drawn for doubt back to what they stand for', () => {
    const doubtful = speaking('es', inARow({ 'false alarm': 30 })).map((answer) => ({
      ...answer,
      id: `doubt ${answer.id}`,
      draw: 'weighted' as const,
      probability: 0.5,
    }))
    const [group] = errorsOf([...speaking('es', inARow({ 'both pass': 60 })), ...doubtful])
    expect(group!.agreement.share).toBeCloseTo(60 / 0.05 / (60 / 0.05 + 30 / 0.5), 12)
    expect(group!.agreement.effectiveN).toBeLessThan(90)
    expect(group!.verdict).toBe('holds')
  })

  it('exclude the group from a promotion, which names it, and from what disagreement is expected', () => {
    const standing = startingStanding('1')
    const answers = [...english, ...spanish].toSorted((a, b) => a.at - b.at)
    const timed = answers.map((answer, i) => ({ ...answer, at: i + 1 }))
    const found = decideMove(standing, { scorerVersion: '1', answers: timed }, gwetAc1)!
    expect(found.at).toBe(200)
    expect(found.why).toMatch(/ Not for es\.$/)
    expect(found.standing.excludedGroups).toEqual([{ stratum: 'language', value: 'es' }])
    expect(found.standing.disagreementAtPromotion).toBeLessThan(0.08)
  })

  it('exclude a group later on, once, and never while in shadow', () => {
    const trusted: TrustStanding = {
      ...startingStanding('1'),
      state: 'trusted',
      disagreementAtPromotion: 0.05,
    }
    const found = decideExclusions(trusted, [...english, ...spanish])
    expect(found.groups.map(({ value }) => value)).toEqual(['es'])
    expect(found.standing.excludedGroups).toEqual([{ stratum: 'language', value: 'es' }])
    expect(decideExclusions(found.standing, [...english, ...spanish])).toEqual({
      groups: [],
      standing: found.standing,
    })
    expect(decideExclusions(startingStanding('1'), [...english, ...spanish]).groups).toEqual([])
    expect(isExcluded(spanish[0]!.strata, found.standing.excludedGroups)).toBe(true)
    expect(isExcluded(english[0]!.strata, found.standing.excludedGroups)).toBe(false)
  })

  it('go by bands of length and of recognition', () => {
    expect([null, 0, 299, 300, 1000].map(transcriptLengthBand)).toEqual([
      null,
      'under 300 words',
      'under 300 words',
      '300 to 1,000 words',
      'over 1,000 words',
    ])
    expect([null, 0.5, 0.7, 0.85].map(recognitionConfidenceBand)).toEqual([
      null,
      'under 0.70',
      '0.70 to 0.85',
      'over 0.85',
    ])
  })
})

describe('audits', () => {
  it('leave nothing out in shadow, a fifth open while assisting, and 5% with more of the doubtful once trusted', () => {
    expect(auditChances('shadow', 0.4)).toEqual({ uniform: 1, more: 0 })
    expect(auditChances('assist', 0.4)).toEqual({ uniform: 0.2, more: 0 })
    expect(auditChances('trusted', 0.9)).toEqual({ uniform: 0.05, more: 0 })
    expect(auditChances('trusted', null)).toEqual({ uniform: 0.05, more: 0 })
    expect(auditChances('trusted', 0.4)).toEqual({ uniform: 0.05, more: 0.2 })
  })

  it('are drawn as often as they say, and weigh back to the rate of all answers', () => {
    const random = randomFrom(3)
    const answers = Array.from({ length: 60_000 }, (_, i) => {
      const isUnsure = random.uniform() < 0.3
      const isWrong = random.uniform() < (isUnsure ? 0.3 : 0.04)
      return { id: `a${i}`, confidence: isUnsure ? 0.55 : 0.95, isWrong }
    })
    const wrong = new Map(answers.map(({ id, isWrong }) => [id, Number(isWrong)]))
    const truth = answers.filter(({ isWrong }) => isWrong).length / answers.length
    const audits = drawAudits(answers, 'trusted', random.uniform)
    const weighted = weightedMean(
      audits.map(({ id, probability }) => ({ value: wrong.get(id)!, probability })),
    )!
    expect(weighted.low!).toBeLessThan(truth)
    expect(weighted.high!).toBeGreaterThan(truth)
    const plain = audits.reduce((sum, { id }) => sum + wrong.get(id)!, 0) / audits.length
    expect(plain).toBeGreaterThan(truth + 0.05)
    const uniform = audits.filter(({ draw }) => draw === 'uniform')
    expect(Math.abs(uniform.length / answers.length - 0.05)).toBeLessThan(0.004)
    const ofUniform = uniform.reduce((sum, { id }) => sum + wrong.get(id)!, 0) / uniform.length
    expect(Math.abs(ofUniform - truth)).toBeLessThan(0.025)
    expect(new Set(audits.map(({ probability }) => Number(probability.toFixed(4))))).toEqual(
      new Set([0.05, 0.24]),
    )
  })
})

describe('a rate of fails', () => {
  it('is corrected by what the audits know of the scorer', () => {
    // sensitivity 38/44, specificity 150/156
    const corrected = correctedFailRate({ n: 1000, fails: 200 }, blindAnswers(english, '1'))
    expect(corrected.rate).toBeCloseTo((0.2 + 150 / 156 - 1) / (38 / 44 + 150 / 156 - 1), 12)
    expect(corrected.reason).toBeNull()
  })

  it('weighs doubtful audits back', () => {
    const passes = blindAnswers(speaking('en', inARow({ 'both pass': 40, 'both fail': 40 })), '1')
    const doubted = passes
      .filter(({ human }) => !human.isFail)
      .map((answer) => ({
        ...answer,
        id: `d ${answer.id}`,
        automated: { option: 'no', isFail: true },
        probability: 0.5,
      }))
    const corrected = correctedFailRate({ n: 1000, fails: 300 }, [...passes, ...doubted])
    const specificity = 40 / 0.05 / (40 / 0.05 + 40 / 0.5)
    expect(corrected.rate).toBeCloseTo((0.3 + specificity - 1) / specificity, 12)
  })

  it('is not given where people failed nothing, or nothing was scored', () => {
    const passes = blindAnswers(speaking('en', inARow({ 'both pass': 40 })), '1')
    const reason = 'No fails or no passes have been double-scored yet.'
    expect(correctedFailRate({ n: 1000, fails: 300 }, passes)).toMatchObject({ rate: null, reason })
    expect(correctedFailRate({ n: 0, fails: 0 }, blindAnswers(english, '1'))).toMatchObject({
      rate: null,
      reason: 'Nothing has been scored yet.',
    })
  })
})
