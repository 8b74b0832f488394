import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOfLink } from '../../../electron/plain/deep-link.ts'

test.each([
  ['debrief://coaching', '/coaching'],
  ['debrief://agent/12', '/coaching?agent=12'],
  ['debrief://agent/12/', '/coaching?agent=12'],
  ['debrief://team/3', '/coaching?team=3'],
  ['debrief://week', '/coaching/week'],
  ['debrief://week/2026-11-23', '/coaching/week?day=2026-11-23'],
  ['debrief://session/7', '/coaching/sessions/7'],
  ['debrief://conversation/345', '/conversations/345'],
  ['debrief://patterns/', '/patterns'],
])('%s shows %s', (link, place) => {
  expect(placeOfLink(link)).toBe(place)
})

test.each([
  'debrief://app/index.html',
  'debrief://agent',
  'debrief://agent/0',
  'debrief://agent/-1',
  'debrief://agent/12/delete',
  'debrief://agent/12?do=delete',
  'debrief://agent/12#x',
  'debrief://agent/../../etc/passwd',
  'debrief://agent/%31',
  'debrief://someone@agent/12',
  'debrief://week/2026-13-40',
  'debrief://toString/1',
  'debrief://__proto__/1',
  'debrief:agent/12',
  'https://agent/12',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '',
  `debrief://agent/${'1'.repeat(300)}`,
])('%s leads nowhere', (link) => {
  expect(placeOfLink(link)).toBeNull()
})

test('whatever a link says, it leads nowhere or to a place on the list, in plain characters', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `debrief://${text}`),
      ),
      (link) => {
        const place = placeOfLink(link)
        return place === null || /^\/[a-z/]+(\d+|\?(agent|team)=\d+|\?day=[\d-]+)?$/.test(place)
      },
    ),
    { numRuns: 2000 },
  )
})
