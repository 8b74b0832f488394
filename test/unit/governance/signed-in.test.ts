import { expect, test } from 'vitest'
import { createSignedIn } from '../../../engine/governance/index.ts'

const MINUTE_MS = 60_000

test('a profile is left after as long without a call as the policy says, by that caller alone', () => {
  let now = 0
  const signedIn = createSignedIn(
    () => now,
    () => 15,
  )
  signedIn.enter('one browser', 1)
  signedIn.enter('another', 1)
  now = 15 * MINUTE_MS
  expect(signedIn.profileOf('one browser')).toBe(1)
  now += 1
  expect(signedIn.profileOf('another')).toBeNull()
  expect(signedIn.profileOf('one browser')).toBe(1)
})

test('to look who is in is no call, and keeps nobody in', () => {
  let now = 0
  const signedIn = createSignedIn(
    () => now,
    () => 15,
  )
  signedIn.enter('here', 1)
  for (let minutes = 1; minutes <= 15; minutes++) {
    now = minutes * MINUTE_MS
    expect(signedIn.peek('here')).toBe(1)
  }
  expect(signedIn.lastCall(1)).toBe(0)
  now += 1
  expect(signedIn.peek('here')).toBeNull()
  expect(signedIn.lastCall(1)).toBeNull()
})

test('a profile that is changed is left wherever it was entered, and no other', () => {
  const signedIn = createSignedIn(
    () => 0,
    () => null,
  )
  signedIn.enter('a', 1)
  signedIn.enter('b', 1)
  signedIn.enter('c', 2)
  signedIn.leaveAll(1)
  expect(['a', 'b', 'c'].map((caller) => signedIn.peek(caller))).toEqual([null, null, 2])
})
