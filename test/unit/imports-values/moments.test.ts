import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayReader, instantReader, timeOfDayMs } from '../../../engine/imports/values/moments.ts'
import { zoneClock } from '../../../engine/zone-clock.ts'
import { dayNumberOf } from '../../../engine/imports/values/civil-days.ts'

const iso = (instant: number): string => (Number.isFinite(instant) ? new Date(instant).toISOString() : 'none')

describe('a written moment', () => {
  it.each([
    ['2026-03-04', 'ymd', '2026-03-04T00:00:00.000Z'],
    ['2026-03-04 10:05', 'ymd', '2026-03-04T10:05:00.000Z'],
    ['2026-03-04T10:05:06Z', 'ymd', '2026-03-04T10:05:06.000Z'],
    ['2026-03-04T10:05:06.789012+05:30', 'ymd', '2026-03-04T04:35:06.789Z'],
    ['2026-03-04 10:05:06 -0500', 'ymd', '2026-03-04T15:05:06.000Z'],
    ['2026-03-04 10:05:06 EST', 'ymd', '2026-03-04T15:05:06.000Z'],
    ['2026-03-04T10:05:06+01:00[Europe/Berlin]', 'ymd', '2026-03-04T09:05:06.000Z'],
    ['Thu, 27 Oct 2016 14:51:34', 'ymd', '2016-10-27T14:51:34.000Z'],
    ['Thu Oct 27 2016 14:51:34 GMT+0200 (Central European Summer Time)', 'ymd', '2016-10-27T12:51:34.000Z'],
    ['Thu Oct 27 14:51:34 2016', 'ymd', '2016-10-27T14:51:34.000Z'],
    ['27/Oct/2016:14:51:34 +0000', 'ymd', '2016-10-27T14:51:34.000Z'],
    ['Mar 4, 2026 2:15:09 pm', 'ymd', '2026-03-04T14:15:09.000Z'],
    ['4 mars 2026 à 14:15', 'ymd', '2026-03-04T14:15:00.000Z'],
    ['lundi 2 mars 2026 14h05', 'ymd', '2026-03-02T14:05:00.000Z'],
    ['Montag, 2. März 2026 10:00 Uhr', 'ymd', '2026-03-02T10:00:00.000Z'],
    ['2 de marzo de 2026 10:00', 'ymd', '2026-03-02T10:00:00.000Z'],
    ['27-Oct-16', 'dmy', '2016-10-27T00:00:00.000Z'],
    ['3/4/26 9:15 AM', 'mdy', '2026-03-04T09:15:00.000Z'],
    ['3/4/26 9:15 AM', 'dmy', '2026-04-03T09:15:00.000Z'],
    ['12/31/2026 12:00 AM', 'mdy', '2026-12-31T00:00:00.000Z'],
    ['12/31/2026 12:00 PM', 'mdy', '2026-12-31T12:00:00.000Z'],
    ['02.03.2026 09:15:30', 'dmy', '2026-03-02T09:15:30.000Z'],
    ['26-06-01 10:00', 'ymd', '2026-06-01T10:00:00.000Z'],
    ['01/02/70', 'dmy', '1970-02-01T00:00:00.000Z'],
    ['20161027145134', 'ymd', '2016-10-27T14:51:34.000Z'],
    ['20161027T145134', 'ymd', '2016-10-27T14:51:34.000Z'],
    ['1477579894', 'epoch-seconds', '2016-10-27T14:51:34.000Z'],
    ['1477579894123', 'epoch-milliseconds', '2016-10-27T14:51:34.123Z'],
    ['1477579894123456', 'epoch-microseconds', '2016-10-27T14:51:34.123Z'],
    ['42670.619143518517', 'excel-serial', '2016-10-27T14:51:34.000Z'],
    ['42670', 'excel-serial', '2016-10-27T00:00:00.000Z'],
  ] as const)('reads %s (%s) as %s', (text, order, expected) => {
    expect(iso(instantReader(order, 'UTC')(text))).toBe(expected)
  })

  it.each([
    ['31.02.2026', 'dmy'],
    ['29/02/2025', 'dmy'],
    ['13/13/2026', 'mdy'],
    ['2026-03-04 24:00', 'ymd'],
    ['2026-03-04 10:61', 'ymd'],
    ['13:00 PM', 'ymd'],
    ['Tue, 31 Sep 2026 10:00:00', 'ymd'],
    ['yesterday, late', 'ymd'],
    ['4', 'ymd'],
    ['', 'epoch-seconds'],
    ['12', 'excel-serial'],
  ] as const)('refuses %s (%s)', (text, order) => {
    expect(instantReader(order, 'UTC')(text)).toBeNaN()
  })

  it('counts on from the old offset where clocks skip, and takes the first where they repeat', () => {
    const read = instantReader('ymd', 'Europe/Berlin')
    expect(iso(read('2026-03-29 02:30'))).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(read('2026-10-25 02:30'))).toBe('2026-10-25T00:30:00.000Z')
    expect(iso(read('2026-10-25 03:30'))).toBe('2026-10-25T02:30:00.000Z')
  })

  it('names an unknown time zone', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow('The time zone "Mars/Olympus" is not known.')
  })

  it('gives the day the text names, and the zone its day where an offset is stated', () => {
    expect(dayReader('ymd', 'America/New_York')('2026-03-04 23:59')).toBe('2026-03-04')
    expect(dayReader('ymd', 'America/New_York')('2026-03-04T02:00:00Z')).toBe('2026-03-03')
    expect(dayReader('epoch-seconds', 'America/New_York')('1772589600')).toBe('2026-03-03')
    expect(dayReader('dmy', 'UTC')('31.04.2026')).toBeNull()
  })

  it('reads times of day as clocks and as fractions of a day', () => {
    expect([
      timeOfDayMs('9:15'),
      timeOfDayMs('09:15:30'),
      timeOfDayMs('2:05 pm'),
      timeOfDayMs('0.5'),
      timeOfDayMs('1899-12-30 10:00:00'),
    ]).toEqual([33_300_000, 33_330_000, 50_700_000, 43_200_000, 36_000_000])
    expect(timeOfDayMs('soon')).toBeNaN()
  })
})

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
]
const wallTimes = fc
  .integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((ms) => Math.floor(ms / 1000) * 1000)

describe('any moment', () => {
  it('lies where Temporal puts it, in every zone', () => {
    fc.assert(
      fc.property(wallTimes, fc.constantFrom(...zones), (wall, zone) => {
        const expected = Temporal.PlainDateTime.from(
          new Date(wall).toISOString().slice(0, 19),
        ).toZonedDateTime(zone, { disambiguation: 'compatible' })
        const instant = zoneClock(zone).instantOf(wall)
        expect(instant).toBe(expected.epochMilliseconds)
        expect(zoneClock(zone).wallOf(instant)).toBe(
          Date.UTC(
            expected.year,
            expected.month - 1,
            expected.day,
            expected.hour,
            expected.minute,
            expected.second,
          ),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('lies where Temporal puts it also around the changes of the clocks', () => {
    const changes = [
      '2026-03-08',
      '2026-11-01',
      '2026-03-29',
      '2026-10-25',
      '2026-04-05',
      '2026-10-04',
      '2011-12-30',
      '2026-02-15',
      '2026-03-22',
    ]
    for (const zone of zones) {
      for (const day of changes) {
        for (let quarter = -8; quarter < 112; quarter += 1) {
          const wall = Date.parse(`${day}T00:00:00Z`) + quarter * 900_000
          const expected = Temporal.PlainDateTime.from(
            new Date(wall).toISOString().slice(0, 19),
          ).toZonedDateTime(zone, { disambiguation: 'compatible' })
          expect([zone, day, quarter, zoneClock(zone).instantOf(wall)]).toEqual([
            zone,
            day,
            quarter,
            expected.epochMilliseconds,
          ])
        }
      }
    }
  })

  it('comes back from every spelling it is printed in', () => {
    const pad = (number: number): string => String(number).padStart(2, '0')
    const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
    fc.assert(
      fc.property(wallTimes, (wall) => {
        const date = new Date(wall)
        const [y, mo, d, h, mi, s] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
        ]
        const month = monthNames[mo - 1] ?? ''
        const clock = `${pad(h)}:${pad(mi)}:${pad(s)}`
        const half = `${h % 12 || 12}:${pad(mi)}:${pad(s)} ${h < 12 ? 'AM' : 'PM'}`
        const spellings = [
          ['ymd', `${y}-${pad(mo)}-${pad(d)} ${clock}`],
          ['ymd', `${y}-${pad(mo)}-${pad(d)}T${clock}.000Z`],
          ['ymd', `${y}/${mo}/${d} ${clock}`],
          ['ymd', `${y}${pad(mo)}${pad(d)}${pad(h)}${pad(mi)}${pad(s)}`],
          ['dmy', `${pad(d)}.${pad(mo)}.${y} ${clock}`],
          ['dmy', `${d}/${mo}/${pad(y % 100)} ${half}`],
          ['dmy', `${d}-${month}-${y} ${clock}`],
          ['mdy', `${mo}/${d}/${y} ${half}`],
          ['mdy', `${pad(mo)}-${pad(d)}-${y}, ${clock}`],
          ['mdy', `${month} ${d}, ${y} ${half}`],
          ['ymd', `${dayNames[date.getUTCDay()] ?? ''}, ${pad(d)} ${month} ${y} ${clock}`],
          ['epoch-seconds', String(wall / 1000)],
          ['epoch-milliseconds', String(wall)],
          ['excel-serial', String(wall / 86_400_000 + 25_569)],
        ] as const
        for (const [order, text] of spellings)
          expect([text, instantReader(order, 'UTC')(text)]).toEqual([text, wall])
      }),
      { numRuns: 300 },
    )
  })

  it('has the day number the calendar gives it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1600, max: 2400 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.getUTCMonth() === month - 1
          expect(dayNumberOf(year, month, day)).toBe(exists ? date.getTime() / 86_400_000 : Number.NaN)
        },
      ),
    )
  })
})
