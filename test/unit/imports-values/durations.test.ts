import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationReader } from '../../../engine/imports/values/durations.ts'

const clock = durationReader({ as: 'duration', unit: 'clock', clockParts: 'm:ss' })
const words = durationReader({ as: 'duration', unit: 'words' })

describe('a written duration', () => {
  it.each([
    ['00:03:20', 200_000],
    ['00:03:20.500', 200_500],
    ['0:00:00', 0],
    ['0', 0],
    ['38:12:04', 137_524_000],
    ['03:20', 200_000],
    ['75:30', 4_530_000],
    ['1:02:03:04', 93_784_000],
    ['1.02:03:04', 93_784_000],
    ['-00:03:12', -192_000],
    [' 0:01:00 ', 60_000],
  ])('on the clock, %s is %d ms', (text, expected) => {
    expect(clock(text)).toBe(expected)
  })

  it('takes two parts for hours where the column says so', () => {
    expect(durationReader({ as: 'duration', unit: 'clock', clockParts: 'h:mm' })('08:30')).toBe(30_600_000)
  })

  it.each(['12:60', '1:60:00', '3', 'abc', '', '1:2:3:4:5', '00:00:00x', '1:30:00:00'])(
    'on the clock, %s is none',
    (text) => {
      expect(clock(text)).toBeNaN()
    },
  )

  it.each([
    ['1 d 2 h', 93_600_000],
    ['3m 20s', 200_000],
    ['1 day 13 hours 30 minutes', 135_000_000],
    ['1 day, 02:03:04', 93_784_000],
    ['2 Std. 5 Min.', 7_500_000],
    ['1 hora y 5 minutos', 3_900_000],
    ['1 h et 5 min', 3_900_000],
    ['1,5 Stunden', 5_400_000],
    ['PT3M20S', 200_000],
    ['-5 min', -300_000],
    ['00:05:00', 300_000],
  ])('in words, %s is %d ms', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it.each(['five minutes', '5 apples', '', 'h'])('in words, %s is none', (text) => {
    expect(words(text)).toBeNaN()
  })

  it('reads numbers in their unit, fractions of a day included', () => {
    expect(durationReader({ as: 'duration', unit: 'days' })('0.000069444446')).toBe(6000)
    expect(durationReader({ as: 'duration', unit: 'minutes', decimal: ',' })('1,5')).toBe(90_000)
    expect(durationReader({ as: 'duration', unit: 'milliseconds' })('301500')).toBe(301_500)
    expect(durationReader({ as: 'duration', unit: 'seconds' })('1,234')).toBe(1_234_000)
    expect(durationReader({ as: 'duration', unit: 'seconds' })('00:01')).toBeNaN()
  })
})

describe('any duration', () => {
  it('comes back from every spelling it is printed in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (seconds) => {
        const pad = (number: number): string => String(number).padStart(2, '0')
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
        const expected = seconds * 1000
        expect(clock(`${pad(h)}:${pad(m)}:${pad(s)}`)).toBe(expected)
        expect(clock(`${h}:${pad(m)}:${pad(s)}.250`)).toBe(expected + 250)
        expect(clock(`${Math.floor(seconds / 60)}:${pad(s)}`)).toBe(expected)
        expect(words(`${Math.floor(h / 24)} d ${h % 24} h ${m} min ${s} s`)).toBe(expected)
        expect(words(`${h}h${m}m${s}s`)).toBe(expected)
        expect(durationReader({ as: 'duration', unit: 'seconds' })(String(seconds))).toBe(expected)
        expect(durationReader({ as: 'duration', unit: 'days' })((seconds / 86_400).toFixed(12))).toBe(
          expected,
        )
        expect(
          durationReader({ as: 'duration', unit: 'minutes', decimal: ',' })(
            (seconds / 60).toFixed(6).replace('.', ','),
          ),
        ).toBe(expected)
      }),
    )
  })

  it('is a number or none, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of [clock, words]) expect(typeof read(text)).toBe('number')
      }),
    )
  })
})
