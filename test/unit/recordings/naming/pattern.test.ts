import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsFromNames, previewPattern } from '../../../../engine/recordings/naming/index.ts'

function caught(pattern: string, name: string): Record<string, string> | string | null {
  const { files, problem } = previewPattern(pattern, [name], 'UTC')
  if (problem !== null) return problem
  const [file] = files
  return file!.parts.length > 0
    ? Object.fromEntries(file!.parts.map(({ part, text }) => [part, text]))
    : file!.problem
}

const startOf = (pattern: string, name: string, timeZone = 'UTC'): string | null => {
  const { startedAtMs } = previewPattern(pattern, [name], timeZone).files[0]!
  return startedAtMs === null ? null : new Date(startedAtMs).toISOString()
}

describe('a file-name pattern', () => {
  test('catches its parts, an agent with underscores too where only one reading is left', () => {
    const pattern = '{agent}_{date}_{time}_{contact}.wav'
    expect(caught(pattern, 'Chris_Lee_2025-02-19_060122_77-a.wav')).toEqual({
      agent: 'Chris_Lee',
      date: '2025-02-19',
      time: '060122',
      contact: '77-a',
    })
    expect(caught(pattern, '/rec/Ana Ruiz_20250219_06-01_9.MP3')).toMatchObject({
      agent: 'Ana Ruiz',
      contact: '9',
    })
  })

  test('leaves open what it could cut in two ways: half a name is a wrong agent', () => {
    const [facts] = factsFromNames(
      ['Sales_Ana_Ruiz_2025-02-19_0601.wav'],
      '{queue}_{agent}_{date}_{time}',
      'UTC',
    )
    expect(facts).toMatchObject({ agent: null, queue: null, startedAtMs: Date.UTC(2025, 1, 19, 6, 1) })
    expect(facts!.warnings[0]).toMatch(/more than one way, so \{queue\} and \{agent\} stayed open/)
  })

  test('spans folders, whatever the slashes', () => {
    expect(caught('{agent}/{date}/*.wav', 'C:\\rec\\Ana Ruiz\\2025-02-19\\x.wav')).toEqual({
      agent: 'Ana Ruiz',
      date: '2025-02-19',
    })
    expect(caught('{agent}/{date}/*.wav', '2025-02-19/x.wav')).toMatch(/fewer folders/)
  })

  test.each([
    ['{datetime}', '2025-02-19T06-01-22.wav', '2025-02-19T06:01:22.000Z'],
    ['{datetime}', '20250219T060122.wav', '2025-02-19T06:01:22.000Z'],
    ['{datetime}', '20250219060122.wav', '2025-02-19T06:01:22.000Z'],
    ['{datetime}', '2025-02-19T06-01-22Z.wav', '2025-02-19T06:01:22.000Z'],
    ['{datetime}', '2025-02-19T06-01-22+0100.wav', '2025-02-19T05:01:22.000Z'],
    ['{datetime}', '1739944882.wav', '2025-02-19T06:01:22.000Z'],
    ['{datetime}', '1739944882123.wav', '2025-02-19T06:01:22.123Z'],
    ['{date}{time}', '20250219060122.wav', '2025-02-19T06:01:22.000Z'],
    ['{date:dmy}_{time}', '03-04-25_6_01_22 PM.wav', '2025-04-03T18:01:22.000Z'],
    ['{date:mdy}_{time}', '03042025_0601.wav', '2025-03-04T06:01:00.000Z'],
    ['{date}_{time}', '19 Feb 2025_06h01.wav', '2025-02-19T06:01:00.000Z'],
    ['{date}_{time}', 'February 19, 2025_12.05 am.wav', '2025-02-19T00:05:00.000Z'],
    ['{date}', '05.05.2025.wav', '2025-05-05T00:00:00.000Z'],
    ['{date}_{time}', '2025-02-30_0601.wav', null],
    ['{date}_{time}', '2025-02-19_2561.wav', null],
    ['{date}_{time}', '03-04-2025_0601.wav', null],
  ])('reads %s of %s', (pattern, name, expected) => {
    expect(startOf(pattern, name)).toBe(expected)
  })

  test('reads wall times in the zone given: skipped ones count on, repeated ones are the first', () => {
    expect(startOf('{datetime}', '2025-03-30 02.30.00.wav', 'Europe/Berlin')).toBe('2025-03-30T01:30:00.000Z')
    expect(startOf('{datetime}', '2025-10-26 02.30.00.wav', 'Europe/Berlin')).toBe('2025-10-26T00:30:00.000Z')
    expect(startOf('{datetime}', '2025-07-01 12.00.00.wav', 'America/New_York')).toBe(
      '2025-07-01T16:00:00.000Z',
    )
  })

  test('decides day and month over the whole batch', () => {
    const days = (names: string[]) =>
      factsFromNames(names, '{date}_*', 'UTC').map(({ startedAtMs }) =>
        startedAtMs === null ? null : new Date(startedAtMs).toISOString().slice(0, 10),
      )
    expect(days(['03-04-2025_a.wav', '25-04-2025_b.wav'])).toEqual(['2025-04-03', '2025-04-25'])
    expect(days(['03-04-2025_a.wav', '04-25-2025_b.wav'])).toEqual(['2025-03-04', '2025-04-25'])
    expect(days(['03-04-2025_a.wav', '04-04-2025_b.wav', '05-04-2025_c.wav'])).toEqual([
      '2025-04-03',
      '2025-04-04',
      '2025-04-05',
    ])
    // one number above 12 in each place: no order is true of all, and only what is certain is read
    expect(days(['03-04-2025_a.wav', '25-04-2025_b.wav', '04-25-2025_c.wav'])).toEqual([
      null,
      '2025-04-25',
      '2025-04-25',
    ])
    expect(days(['03-04-2025_a.wav'])).toEqual([null])
    expect(days(['25-02-19_a.wav', '25-02-20_b.wav', '25-03-31_c.wav'])).toEqual([
      '2025-02-19',
      '2025-02-20',
      '2025-03-31',
    ])
  })

  test('reads direction, channel and language', () => {
    const name = 'ana_out_agent-right_de-AT_x.wav'
    const [facts] = factsFromNames([name], '{agent}_{direction}_{channel}_{language}_*', 'UTC')
    expect(facts).toMatchObject({
      agent: 'ana',
      direction: 'outbound',
      agentChannel: 1,
      languageCode: 'de-at',
      basis: 'pattern',
    })
  })

  test('hides customers and telephone numbers in the preview, also where a part caught something else', () => {
    const { files } = previewPattern(
      '{customer}_{date}_*',
      ['Maria Lang_20250219_call +44 20 7946 0958.wav'],
      'UTC',
    )
    expect(JSON.stringify(files)).not.toMatch(/Maria|7946/)
    expect(files[0]!.name).toBe('[customer]_20250219_call [customer]')
    const refused = previewPattern('{agent}_{date}', ['x - 0171 5551234567 - 01715551234.wav'], 'UTC')
    expect(JSON.stringify(refused.files)).not.toMatch(/01715551234/)
  })

  test.each([
    ['', /names no part/],
    ['*.wav', /names no part/],
    ['{agnt}', /has no part \{agnt\}/],
    ['{agent', /braces/],
    ['{agent}_{agent}', /only once/],
    ['{agent}{contact}', /something must stand/],
    ['{agent}*_{date}', /something must stand/],
    ['{agent:dmy}', /Only a date has an order/],
    ['{date:ydm}', /Only a date has an order/],
    ['{date}_{datetime}', /not both/],
    ['{time}', /needs its \{date\}/],
    ['{agent}_'.padEnd(400, 'x'), /at most 300/],
  ])('says what is wrong with %j', (pattern, sentence) => {
    expect(previewPattern(pattern, ['x.wav'], 'UTC').problem).toMatch(sentence)
    expect(() => factsFromNames(['x.wav'], pattern, 'UTC')).toThrow(sentence)
  })

  test('says why a name does not fit', () => {
    const pattern = '{agent}_{date}_call'
    expect(caught(pattern, 'Ana.wav')).toBe('Its name has no "_" behind {agent}.')
    expect(caught(pattern, 'Ana_yesterday_call.wav')).toBe('Its name has no text fit for {date} behind "_".')
    expect(caught(pattern, 'Ana_2025-02-19_call2.wav')).toMatch(/goes on where the pattern ends/)
    expect(caught(pattern, `${'a'.repeat(300)}_2025-02-19_call.wav`)).toMatch(/longer than 255/)
  })

  test('reads right-to-left and decomposed names as they stand', () => {
    expect(caught('{agent}_{date}', 'דנה לוי_2025-02-19.wav')).toMatchObject({ agent: 'דנה לוי' })
    expect(caught('{agent}_{date}', 'Jose\u0301_2025-02-19.wav')).toMatchObject({ agent: 'José' })
  })

  test('takes steps in proportion to the name: a pattern made to backtrack is as quick as any', () => {
    const pattern = `${'*a'.repeat(60)}{agent}b{date}`
    // the quickest of several: whatever else the machine does must not count
    const time = (length: number): number => {
      const rounds = Array.from({ length: 5 }, () => {
        const began = performance.now()
        previewPattern(pattern, ['a'.repeat(length)], 'UTC')
        return performance.now() - began
      })
      return Math.min(...rounds)
    }
    time(250)
    // backtracking would be thousands of times as long, not five
    expect(time(250)).toBeLessThan(40 * time(50) + 10)
  })

  test('never throws, and catches only what stands in the name', () => {
    const piece = fc.constantFrom(
      '{agent}',
      '{date}',
      '{time}',
      '{contact}',
      '{customer}',
      '*',
      '_',
      '/',
      ' - ',
      'x',
      '{title}',
      '.wav',
    )
    const pattern = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '_',
            '-',
            '.',
            'Ana',
            '2025-02-19',
            '0601',
            '../',
            '\\',
            '+44 20 7946 0958',
            '\u202e',
            '\0',
          ),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(pattern, fc.array(name, { maxLength: 4 }), (written, names) => {
        const { files, problem, matched, unmatched } = previewPattern(written, names, 'Europe/Berlin')
        if (problem !== null) return
        expect(matched + unmatched).toBe(names.length)
        for (const [index, { parts }] of files.entries())
          for (const { part, text } of parts)
            if (part !== 'customer' && !text.includes('[customer]'))
              expect(names[index]!.normalize('NFC').replaceAll('\\', '/')).toContain(text)
        factsFromNames(names, written, 'Europe/Berlin')
      }),
      { numRuns: 400 },
    )
  })

  test('a name built from a pattern is read back', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/)
    fc.assert(
      fc.property(
        word,
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.stringMatching(/^[a-z0-9-]{1,20}$/),
        (agent, date, contact) => {
          const day = date.toISOString().slice(0, 10)
          const time = date.toISOString().slice(11, 19).replaceAll(':', '')
          const name = `${agent}_${day}_${time}_${contact}.wav`
          expect(factsFromNames([name], '{agent}_{date}_{time}_{contact}', 'UTC')[0]).toMatchObject({
            agent,
            contactRef: contact,
            startedAtMs: Math.floor(date.getTime() / 1000) * 1000,
          })
        },
      ),
    )
  })
})
