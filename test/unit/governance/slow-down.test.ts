import { expect, test } from 'vitest'
import { createSlowDown } from '../../../engine/governance/index.ts'

test('two wrong passphrases cost nothing, each further one twice as long as the one before, and none more than a minute', () => {
  let now = 0
  const slowDown = createSlowDown(() => now)
  const waits: number[] = []
  for (let tries = 0; tries < 10; tries++) {
    slowDown.failed(1)
    waits.push(slowDown.waitMs(1))
    now += slowDown.waitMs(1)
  }
  expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  expect(slowDown.waitMs(1)).toBe(0)
})

test('is of one profile alone, passes with time, and is forgotten once the right one is given', () => {
  let now = 0
  const slowDown = createSlowDown(() => now)
  for (let tries = 0; tries < 4; tries++) slowDown.failed(1)
  expect(slowDown.waitMs(1)).toBe(2000)
  expect(slowDown.waitMs(2)).toBe(0)
  now = 1500
  expect(slowDown.waitMs(1)).toBe(500)
  slowDown.succeeded(1)
  slowDown.failed(1)
  expect(slowDown.waitMs(1)).toBe(0)
})
