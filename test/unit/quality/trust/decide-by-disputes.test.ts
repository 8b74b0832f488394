import { describe, expect, test } from 'vitest'
import {
  decideByDisputes,
  type DisputableAnswer,
} from '../../../../engine/quality/trust/decide-by-disputes.ts'
import type { TrustStanding } from '../../../../engine/quality/trust/index.ts'
import { inARow } from './an-answer.ts'

const trusted: TrustStanding = {
  state: 'trusted',
  scorerVersion: '1',
  since: 100,
  disagreementAtPromotion: 0.02,
  excludedGroups: [],
}

/** So many answers filled in, the first of them overturned as wrong. */
const filledIn = (n: number, errors: number, other: Partial<DisputableAnswer> = {}): DisputableAnswer[] =>
  Array.from({ length: n }, (_, at) => ({
    scorerVersion: '1',
    automated: 'fail',
    submittedAt: 101 + at,
    isDecided: Number(at < errors),
    isError: Number(at < errors),
    ...other,
  }))

const blind = inARow({ 'both pass': 160, 'both fail': 40 })
const decide = (given: DisputableAnswer[], standing = trusted, answers = blind) =>
  decideByDisputes(standing, { given, answers }, 999)

describe('disputes', () => {
  test('take a trusted scorer back where errors are too many even if all others are right', () => {
    // Binomial(40, 0.2): 17 or more have a chance of 0.0010, 16 of 0.0029, 15 of 0.0079 (worked out by hand)
    expect(decide(filledIn(40, 15))).toBeNull()
    expect(decide(filledIn(40, 16))).toMatchObject({
      from: 'trusted',
      to: 'assist',
      why: 'Disputes overturned 16 of the 40 fails it filled in; 20% wrong is borne, even if all others are right.',
      figures: { kind: 'disputed', said: 'fail', answers: 40, decided: 16, errors: 16 },
      at: 999,
      standing: { state: 'assist', since: 999 },
    })
  })

  test('do not, however many of the disputed are overturned, where these are few of all', () => {
    expect(decide(filledIn(400, 20))).toBeNull()
    // two prove nothing, even if they are all there are
    expect(decide(filledIn(2, 2))).toBeNull()
  })

  test('count since the last step, of this version, and fails and passes each by themselves', () => {
    expect(decide(filledIn(40, 40, { submittedAt: 100 }))).toBeNull()
    expect(decide(filledIn(40, 40, { scorerVersion: '0' }))).toBeNull()
    const passes = filledIn(40, 20, { automated: 'pass' })
    expect(decide([...passes, ...filledIn(400, 0)])).toMatchObject({ figures: { said: 'pass', answers: 40 } })
    expect(decide(filledIn(40, 40), { ...trusted, state: 'shadow' })).toBeNull()
    expect(decide(filledIn(40, 40), { ...trusted, state: 'assist' })).toMatchObject({ to: 'shadow' })
  })

  test('bear what blind answers may have had, where that is more', () => {
    // 12 of 40 fails were false alarms among blind answers: up to 45% of them may be
    const doubtful = inARow({ 'both pass': 160, 'both fail': 28, 'false alarm': 12 })
    expect(decide(filledIn(40, 16), trusted, doubtful)).toBeNull()
    expect(decide(filledIn(40, 28), trusted, doubtful)).toMatchObject({
      figures: { tolerated: expect.closeTo(0.4546, 3) },
    })
  })
})
