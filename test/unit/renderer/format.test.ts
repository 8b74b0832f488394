import './in-english.ts'
import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatDifference,
  formatInterval,
  formatNumber,
  formatProbability,
  formatShare,
  formatValue,
  tickFormatter,
} from '../../../renderer/ui/format.ts'

const stars = { min: 1, max: 5 }
const spaces = (text: string) => text.replaceAll('\u202f', ' ').replaceAll('\u2212', '-')

describe('values on screen', () => {
  it('keep one precision for each unit, the one of the engine’s sentences', () => {
    const shown = [
      formatValue(0.5, 'share'),
      formatValue(0.8236, 'score'),
      formatValue(0.8, 'score', stars),
      formatValue(8.44, 'seconds'),
      formatValue(412, 'seconds'),
      formatValue(0.3, 'per-minute'),
      formatValue(151.6, 'words-per-minute'),
      formatValue(-0.4215, 'compound'),
      formatValue(-12, 'points'),
    ].map(spaces)
    expect(shown).toEqual([
      '50%',
      '82%',
      '4.20',
      '8 s',
      '6 min 52 s',
      '0.30 / min',
      '152 words / min',
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
})

describe('intervals', () => {
  it('say the unit once', () => {
    const shown = [
      formatInterval(0.441, 0.71, 'share'),
      formatInterval(0.7, 0.8, 'score', stars),
      formatInterval(0.3, 0.42, 'per-minute'),
      formatInterval(140, 155, 'words-per-minute'),
    ].map(spaces)
    expect(shown).toEqual(['44–71%', '3.80–4.20', '0.30–0.42 / min', '140–155 words / min'])
  })

  it('join durations and numbers that may be negative with a word', () => {
    const shown = [formatInterval(40, 80, 'seconds'), formatInterval(-0.3, 0.1, 'compound')].map(spaces)
    expect(shown).toEqual(['40 s to 1 min 20 s', '-0.30 to 0.10'])
  })
})

describe('differences', () => {
  it('carry their sign, and are points where the values are per cent', () => {
    const shown = [
      formatDifference(0.05, 'share'),
      formatDifference(0.002, 'share'),
      formatDifference(-0.05, 'score'),
      formatDifference(0.1, 'score', stars),
      formatDifference(-29.1, 'seconds'),
      formatDifference(0.1, 'per-minute'),
    ].map(spaces)
    expect(shown).toEqual(['+5 pts', '0 pts', '-5 pts', '+0.40', '-29 s', '+0.10 / min'])
  })
})

describe('small words', () => {
  it('never claim certainty', () => {
    expect([0, 0.004, 0.5, 0.996, 1].map(formatShare)).toEqual(['0%', '<1%', '50%', '>99%', '100%'])
    expect([0, 0.004, 0.5, 0.996, 1].map(formatProbability)).toEqual(['<1%', '<1%', '50%', '>99%', '>99%'])
  })

  it('give places in a conversation as a clock', () => {
    expect([0, 187_900, 3_731_000].map(formatClock)).toEqual(['0:00', '3:07', '1:02:11'])
  })

  it('label an axis with as few decimals as its ticks need, the same on every one', () => {
    expect([0.4, 0.6].map(tickFormatter([0.4, 0.6], 'share'))).toEqual(['40%', '60%'])
    expect([0.1, 0.125].map(tickFormatter([0.1, 0.125], 'score'))).toEqual(['10.0%', '12.5%'])
    expect([0.75, 0.775].map(tickFormatter([0.75, 0.775], 'score', stars))).toEqual(['4.0', '4.1'])
    expect([90].map(tickFormatter([90], 'seconds'))).toEqual(['1 min 30 s'])
  })
})
