import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createResampler } from '../../../../engine/recordings/decoding/index.ts'
import { levelOf } from './decoded.ts'

function resampled(samples: Float32Array, from: number, to: number, pieces = [samples.length]): Float32Array {
  const resampler = createResampler(from, to)
  const parts: Float32Array[] = []
  let at = 0
  for (const length of [...pieces, Infinity]) {
    parts.push(resampler.push(samples.subarray(at, Math.min(samples.length, at + length))))
    at = Math.min(samples.length, at + length)
  }
  parts.push(resampler.flush())
  return Float32Array.from(parts.flatMap((part) => [...part]))
}

function sine(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, index) =>
    Math.sin((2 * Math.PI * hertz * index) / rate),
  )
}

const pairs: [number, number][] = [
  [8000, 16_000],
  [44_100, 16_000],
  [48_000, 16_000],
  [11_025, 16_000],
  [16_000, 8000],
  [22_050, 16_000],
  [15_991, 16_000],
]

test.each(pairs)('from %i to %i Hz a tone keeps frequency, level and phase', (from, to) => {
  for (const hertz of [100, 1000, 0.41 * Math.min(from, to)]) {
    const output = resampled(sine(hertz, from, 0.5), from, to)
    const wanted = sine(hertz, to, 0.5)
    const error = output.map((sample, index) => sample - (wanted[index] ?? 0)).subarray(200, -200)
    expect(Math.max(...error.map(Math.abs))).toBeLessThan(0.003)
  }
})

test.each(pairs)('from %i to %i Hz everything that would fold back is 60 dB down', (from, to) => {
  if (to > from) {
    // images of a tone, mirrored at the old rate
    const output = resampled(sine(1000, from, 0.5), from, to)
    expect(levelOf(output.subarray(500, -500), Math.min(from - 1000, to / 2 - 1), to)).toBeLessThan(0.001)
    return
  }
  for (const hertz of [0.51 * to, 0.6 * to, 0.49 * from]) {
    const output = resampled(sine(hertz, from, 0.5), from, to).subarray(200, -200)
    expect(Math.max(...output.map(Math.abs))).toBeLessThan(0.001)
  }
})

test('a constant stays what it is', () => {
  const output = resampled(new Float32Array(4410).fill(0.5), 44_100, 16_000).subarray(100, -100)
  for (const sample of output) expect(sample).toBeCloseTo(0.5, 5)
})

test('length is right within a sample, and pieces give exactly what the whole gives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pairs),
      fc.integer({ min: 0, max: 3000 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 }),
      ([from, to], length, pieces) => {
        const samples = Float32Array.from({ length }, (_, index) => Math.sin(index * index))
        const whole = resampled(samples, from, to)
        expect(whole.length).toBe(Math.ceil((length * to) / from))
        expect(resampled(samples, from, to, pieces)).toEqual(whole)
      },
    ),
    { numRuns: 60 },
  )
})

test('the same rate changes nothing, and a rate of zero is refused', () => {
  expect(resampled(Float32Array.of(0.1, 0.2), 8000, 8000)).toEqual(Float32Array.of(0.1, 0.2))
  expect(() => createResampler(0, 16_000)).toThrow(RangeError)
  expect(() => createResampler(8000.5, 16_000)).toThrow(RangeError)
})
