import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  factsFromNames,
  nothingKnown,
  recogniseName,
  suggestPattern,
} from '../../../../engine/recordings/naming/index.ts'

const uuid = '12345678-1234-1234-1234-123456789abc'
const at = (text: string): number => Date.parse(text)

describe('a name without a pattern', () => {
  test.each([
    [
      'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav',
      { agent: 'ChrisL', startedAtMs: at('2025-02-19T05:01:22Z'), kind: 'call' },
    ],
    [
      `${uuid}_analysis_2024-03-01T09:15:00Z.wav`,
      { contactRef: uuid, startedAtMs: at('2024-03-01T09:15Z'), kind: 'call' },
    ],
    [
      `${uuid}_20240301T09:15_UTC.wav`,
      { contactRef: uuid, startedAtMs: at('2024-03-01T09:15Z'), kind: 'call' },
    ],
    [
      '2025-02-19 06.01.22 - Name - +4412345678.mp3',
      { customerRef: '+4412345678', startedAtMs: at('2025-02-19T05:01:22Z'), kind: 'call' },
    ],
    ['GMT20250219-060122_Recording.m4a', { startedAtMs: at('2025-02-19T06:01:22Z'), kind: 'video-meeting' }],
    [
      '2025-02-19 06.01.22 Weekly round 98765432101/audio1234.m4a',
      { startedAtMs: at('2025-02-19T05:01:22Z'), kind: 'video-meeting', title: 'Weekly round' },
    ],
    [
      'Meeting in General-20250219_060122-Meeting Recording.mp4',
      { startedAtMs: at('2025-02-19T05:01:22Z'), kind: 'video-meeting', title: 'Meeting in General' },
    ],
    [
      '02_19_2025/5551234567 by ana@example.org @ 3_45_12 PM.wav',
      {
        agent: 'ana@example.org',
        customerRef: '5551234567',
        startedAtMs: at('2025-02-19T14:45:12Z'),
        kind: 'call',
      },
    ],
    [
      `org/year=2025/month=2/day=19/hour=6/conversation_id=${uuid}/abc.ogg`,
      { contactRef: uuid, startedAtMs: at('2025-02-19T06:00Z'), kind: 'call' },
    ],
    [
      'AGENT_Chris_Lee_DT_2025-02-19T06-01-22.wav',
      { agent: 'Chris_Lee', kind: 'call', startedAtMs: at('2025-02-19T05:01:22Z') },
    ],
    ['call_outbound_20250219-060122.wav', { direction: 'outbound', startedAtMs: at('2025-02-19T05:01:22Z') }],
    [`${uuid}.wav`, { contactRef: uuid }],
    ['1234567.wav', { contactRef: '1234567' }],
    ['1739944882.wav', { startedAtMs: at('2025-02-19T06:01:22Z') }],
    ['agent=ana_queue=sales.wav', { agent: 'ana', queue: 'sales', kind: 'call' }],
  ])('%s', (name, expected) => {
    const { warnings, ...facts } = recogniseName(name, 'Europe/Berlin')
    const { warnings: none, ...unknown } = nothingKnown
    expect(facts).toEqual({ ...unknown, basis: 'name', ...expected })
    expect([...warnings, ...none].every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true)
  })

  test.each([
    'jfk.wav',
    'Ana Ruiz.wav',
    'AGENT_Chris_Mono.wav',
    'agent_smith_interview.wav',
    'GUID_000.wav',
    `${uuid} ${uuid.replace('abc', 'abd')}.wav`,
    '20251399.wav',
    '4412345678 4412345679.wav',
    'Meeting in General.mp4',
    '',
    '/',
    '..',
    'a'.repeat(300),
  ])('gives no agent, customer, contact or time from %.40s', (name) => {
    const { agent, customerRef, startedAtMs, contactRef } = recogniseName(name, 'UTC')
    expect({ agent, customerRef, startedAtMs, contactRef }).toEqual({
      agent: null,
      customerRef: null,
      startedAtMs: null,
      contactRef: name === '20251399.wav' ? '20251399' : null,
    })
  })

  test('leaves a time open where a name has two', () => {
    const facts = recogniseName('2025-02-19_060122-2025-02-19_061500.wav', 'UTC')
    expect(facts.startedAtMs).toBeNull()
    expect(facts.warnings[0]).toMatch(/several dates/)
  })

  test('stands in where a name does not fit the pattern, and says so', () => {
    const [fits, not] = factsFromNames(['ana_2025-02-19.wav', `${uuid}.wav`], '{agent}_{date}', 'UTC')
    expect(fits).toMatchObject({ agent: 'ana', basis: 'pattern' })
    expect(not).toMatchObject({ contactRef: uuid, basis: 'name' })
    expect(not!.warnings[0]).toMatch(/^It does not fit the pattern/)
  })

  test('never throws, and takes long names in proportion', () => {
    const part = fc.constantFrom(
      'AGENT',
      '_',
      '=',
      '1',
      '12',
      '-',
      '.',
      ' ',
      '@',
      ' by ',
      '20250219',
      'T06',
      '+',
      '(',
      'é',
      '\u202e',
      '\0',
      '/',
      '%2e',
    )
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(part, { maxLength: 80 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(name, (one) => {
        const facts = recogniseName(one, 'Asia/Kathmandu')
        expect(facts.startedAtMs === null || Number.isFinite(facts.startedAtMs)).toBe(true)
        suggestPattern([one, one])
      }),
      { numRuns: 500 },
    )
    const began = performance.now()
    for (const unit of ['1', '1-', 'a', '_', '(', '+1 ', 'AGENT_', '0123456789'])
      for (let round = 0; round < 20; round++) recogniseName(unit.repeat(250).slice(0, 250), 'UTC')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('a suggested pattern', () => {
  test('comes from keys, dates and what varies', () => {
    expect(
      suggestPattern([
        'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav',
        'Auto1_GUID_001_AGENT_BobS_DT_2025-02-20T06-01-22_Mono.wav',
      ])?.pattern,
    ).toBe('*_GUID_{contact}_AGENT_{agent}_DT_{datetime}_Mono')
  })

  test('takes a word for the agent only where its values come again and no other word varies', () => {
    const names = ['Ana Ruiz', 'Bo Li', 'Ana Ruiz'].map(
      (agent, index) => `${agent}_2025-02-1${index}_0601_+44123456789${index}.wav`,
    )
    expect(suggestPattern(names)).toEqual({ pattern: '{agent}_{datetime}_{customer}', matched: 3 })
    expect(suggestPattern(['red_a_2025-02-19.wav', 'blue_b_2025-02-19.wav'])?.pattern).toBe('*_*_{date}')
    expect(suggestPattern(['x_2025-02-19.wav', 'y_2025-02-20.wav'])?.pattern).toBe('*_{date}')
  })

  test('takes uuids for contacts and says nothing of names that have nothing in common', () => {
    expect(
      suggestPattern([`${uuid}_in_1739944882.wav`, `${uuid.replace('abc', 'abd')}_out_1739944889.wav`])
        ?.pattern,
    ).toBe('{contact}_{direction}_{datetime}')
    expect(suggestPattern(['2025-02-19.call.wav', '2025-02-20.call.wav'])).toEqual({
      pattern: '{date}.call.*',
      matched: 2,
    })
    expect(suggestPattern(['jfk.wav'])).toBeNull()
    expect(suggestPattern(['{2025-02-19.wav', '{2025-02-20.wav'])).toBeNull()
    expect(suggestPattern([])).toBeNull()
    expect(suggestPattern(['one.wav', 'two-2025-02-19.wav', 'three_4.wav', 'five six.wav'])).toBeNull()
  })
})
