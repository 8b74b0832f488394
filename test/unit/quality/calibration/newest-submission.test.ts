import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, digestOf, ticketOf } from '../../../../engine/quality/calibration/canonical.ts'
import { newestSubmission } from '../../../../engine/quality/calibration/newest-submission.ts'

const submission = fc.record({
  submittedAt: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  digest: fc.string({ minLength: 1, maxLength: 3 }),
})

test('the same submission stands in whatever order they come, and however often', () => {
  fc.assert(
    fc.property(
      fc.array(submission, { maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (all, places) => {
        const again = places.flatMap((place) => all[place % (all.length || 1)] ?? [])
        const shuffled = [...all, ...again].toSorted((a, b) =>
          digestOf(a) + a.digest < digestOf(b) + b.digest ? -1 : 1,
        )
        expect(newestSubmission(shuffled)).toEqual(newestSubmission(all))
        expect(newestSubmission(all.toReversed())).toEqual(newestSubmission(all))
      },
    ),
  )
})

test('the later submission stands, and a draft never does', () => {
  const at = (submittedAt: number | null, digest: string) => ({ submittedAt, digest })
  expect(newestSubmission([at(1, 'z'), at(2, 'a'), at(null, 'q')])).toEqual(at(2, 'a'))
  expect(newestSubmission([at(2, 'a'), at(2, 'b')])).toEqual(at(2, 'b'))
  expect(newestSubmission([at(null, 'q')])).toBeUndefined()
})

test('canonical text does not know the order of keys, and knows that of lists', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
      expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value))
    }),
  )
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
})

test('a ticket is for one secret, session, reviewer, form and set of conversations', () => {
  const signed = { sessionUid: 's', reviewer: 'Rita', formDigest: 'f', itemUids: ['a', 'b'] }
  const ticket = ticketOf('secret', signed)
  expect(ticketOf('secret', { ...signed, itemUids: ['b', 'a'] })).toBe(ticket)
  for (const other of [{ sessionUid: 't' }, { reviewer: 'Hedy' }, { formDigest: 'g' }, { itemUids: ['a'] }])
    expect(ticketOf('secret', { ...signed, ...other })).not.toBe(ticket)
  expect(ticketOf('another', signed)).not.toBe(ticket)
})
