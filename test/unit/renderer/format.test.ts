import './in-english.ts'
import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDifference,
  formatInterval,
  formatNumber,
  formatProbability,
  formatSeconds,
  formatValue,
  tickFormatter,
} from '../../../renderer/ui/format.ts'

const stars = { min: 1, max: 5 }
const spaces = (text: string) => text.replaceAll('\u202f', ' ').replaceAll('\u2212', '-')

describe('values on screen', () => {
  it('keep one precision for each unit', () => {
    const shown = [
      formatValue(0.5, 'share'),
      formatValue(0.8236, 'score'),
      formatValue(0.8, 'score', stars),
      formatValue(8.44, 'seconds'),
      formatValue(412, 'seconds'),
      formatValue(3725, 'seconds'),
      formatValue(0.3, 'per-minute'),
      formatValue(151.6, 'words-per-minute'),
      formatValue(-0.4215, 'compound'),
      formatValue(-12, 'points'),
    ].map(spaces)
    expect(shown).toEqual([
      '50.0%',
      '82.4%',
      '4.20',
      '8.4 s',
      '6:52 min',
      '1:02:05 h',
      '0.30 per min',
      '152 wpm',
      '-0.42',
      '-12',
    ])
  })

  it('are a dash where nothing is known, never 0', () => {
    expect([formatValue(null, 'share'), formatValue(Number.NaN, 'seconds')]).toEqual(['–', '–'])
  })

  it('never show a negative zero', () => {
    expect(formatNumber(-0.001, 2)).toBe('0.00')
  })

  it('round a minute up to a clock rather than to 60 seconds', () => {
    expect([formatSeconds(59.94), formatSeconds(59.96)].map(spaces)).toEqual(['59.9 s', '1:00 min'])
  })

  it('carry over into the next minute and hour', () => {
    expect([formatSeconds(119.6), formatSeconds(3599.6)].map(spaces)).toEqual(['2:00 min', '1:00:00 h'])
  })
})

describe('intervals', () => {
  it('say the unit once', () => {
    const shown = [
      formatInterval(0.441, 0.71, 'share'),
      formatInterval(0.7, 0.8, 'score', stars),
      formatInterval(190, 245, 'seconds'),
      formatInterval(12, 40, 'seconds'),
    ].map(spaces)
    expect(shown).toEqual(['44.1–71.0%', '3.80–4.20', '3:10–4:05 min', '12.0–40.0 s'])
  })

  it('say both units where they differ', () => {
    expect(spaces(formatInterval(40, 80, 'seconds'))).toBe('40.0 s–1:20 min')
  })

  it('join numbers that may be negative with a word', () => {
    expect(spaces(formatInterval(-0.3, 0.1, 'compound'))).toBe('-0.30 to 0.10')
  })
})

describe('differences', () => {
  it('carry their sign, and are points where the values are per cent', () => {
    const shown = [
      formatDifference(0.05, 'share'),
      formatDifference(-0.05, 'score'),
      formatDifference(0.1, 'score', stars),
      formatDifference(-29.1, 'seconds'),
    ].map(spaces)
    expect(shown).toEqual(['+5.0 pts', '-5.0 pts', '+0.40', '-29.1 s'])
  })
})

describe('small words', () => {
  it('never claim certainty', () => {
    expect([0, 0.004, 0.5, 0.996, 1].map(formatProbability)).toEqual(['<1%', '<1%', '50%', '>99%', '>99%'])
  })

  it('give places in a conversation as a clock', () => {
    expect([0, 187_900, 3_731_000].map(formatClock)).toEqual(['0:00', '3:07', '1:02:11'])
  })

  it('label an axis with as few decimals as its ticks need, the same on every one', () => {
    expect([0.4, 0.6].map(tickFormatter([0.4, 0.6], 'share'))).toEqual(['40%', '60%'])
    expect([0.1, 0.125].map(tickFormatter([0.1, 0.125], 'score'))).toEqual(['10.0%', '12.5%'])
    expect([0.75, 0.775].map(tickFormatter([0.75, 0.775], 'score', stars))).toEqual(['4.0', '4.1'])
    expect([90].map(tickFormatter([90], 'seconds'))).toEqual(['1:30'])
  })
})
