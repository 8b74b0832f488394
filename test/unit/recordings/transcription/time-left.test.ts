import { expect, test } from 'vitest'
import { timeLeft } from '../../../../engine/recordings/transcribing/time-left.ts'

const second = 1000
const minute = 60 * second

test('what is left takes as long as what was done', () => {
  expect(timeLeft(minute, 2 * minute, 20 * minute)).toBe('about 10 min left')
  expect(timeLeft(minute, 10 * minute, 5 * minute)).toBe('less than a minute left')
  expect(timeLeft(minute, minute, 89 * minute)).toBe('about 89 min left')
  expect(timeLeft(minute, minute, 600 * minute)).toBe('about 10 hours left')
})

test('nothing is said before there is a pace, nor at the end', () => {
  expect(timeLeft(9 * second, minute, minute)).toBeNull()
  expect(timeLeft(minute, 0, minute)).toBeNull()
  expect(timeLeft(minute, minute, 0)).toBeNull()
})
