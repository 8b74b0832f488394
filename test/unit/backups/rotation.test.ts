import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kept, rotate, type DatedBackup } from '../../../engine/backups/rotation.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']

/** Backups made by Debrief at these instants. */
const byItself = (instants: readonly number[]): DatedBackup[] =>
  instants.map((at, place) => ({ id: `b${String(place).padStart(5, '0')}`, at, why: 'automatic' }))

const dayIn = (timeZone: string, at: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

const anyBackup = fc.record({
  at: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
  why: fc.constantFrom('automatic' as const, 'by-hand' as const, 'before-restore' as const),
})
const anyBackups = fc
  .array(anyBackup, { maxLength: 60 })
  .map((list) => list.map((one, place) => ({ ...one, id: `b${place}` })))

describe('rotation', () => {
  test('keeps seven days and four weeks of a year of daily backups', () => {
    const now = Date.UTC(2026, 10, 28, 20)
    const backups = byItself(Array.from({ length: 365 }, (_, day) => now - day * DAY))
    const { keptAs, remove } = rotate(backups, { now, timeZone: 'Europe/Berlin', purgeBefore: null })
    const stays = backups.filter(({ id }) => !remove.includes(id))
    expect(stays.filter(({ id }) => keptAs.get(id)!.includes('daily'))).toHaveLength(kept.daily)
    const weekly = stays.filter(({ id }) => keptAs.get(id)!.includes('weekly'))
    // Saturday, and the Sundays that ended the three weeks before
    expect(weekly.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2026-11-28',
      '2026-11-22',
      '2026-11-15',
      '2026-11-08',
    ])
    expect(stays).toHaveLength(9)
  })

  test('rotating day by day never leaves less than seven days and four weeks, also over changes of the clocks', () => {
    for (const timeZone of zones)
      for (const start of [Date.UTC(2026, 2, 1, 0, 30), Date.UTC(2026, 9, 1, 23, 30)]) {
        let standing: DatedBackup[] = []
        for (let day = 0; day < 60; day++) {
          const now = start + day * DAY
          standing.push({ id: `d${day}`, at: now, why: 'automatic' })
          const { remove } = rotate(standing, { now, timeZone, purgeBefore: null })
          standing = standing.filter(({ id }) => !remove.includes(id))
        }
        const days = new Set(standing.map(({ at }) => dayIn(timeZone, at)))
        expect([timeZone, days.size >= kept.daily, standing.length <= kept.daily + kept.weekly]).toEqual([
          timeZone,
          true,
          true,
        ])
        const oldest = Math.min(...standing.map(({ at }) => at))
        expect(start + 59 * DAY - oldest).toBeGreaterThanOrEqual(15 * DAY)
      }
  })

  test('holds whatever was made when', () => {
    fc.assert(
      fc.property(
        anyBackups,
        fc.integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2027, 1, 1) }),
        fc.constantFrom(...zones),
        fc.option(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })),
        (backups, now, timeZone, purgeBefore) => {
          const { remove } = rotate(backups, { now, timeZone, purgeBefore })
          const gone = new Set(remove)
          const past = backups.filter(({ at }) => at <= now)
          const newestAt = Math.max(...past.map(({ at }) => at))
          // something of the newest moment stays, nothing is removed that is not there, or dated after now
          if (past.length > 0) expect(past.some(({ at, id }) => at === newestAt && !gone.has(id))).toBe(true)
          expect(gone.size).toBe(remove.length)
          for (const { id, at } of backups) if (at > now) expect(gone.has(id)).toBe(false)
          const stays = past.filter(({ id }) => !gone.has(id))
          // what was deleted for good is in no backup but perhaps the newest
          if (purgeBefore !== null)
            expect(stays.filter(({ at }) => at < purgeBefore).length).toBeLessThanOrEqual(1)
          else for (const { id, why } of past) if (why === 'by-hand') expect(gone.has(id)).toBe(false)
          expect(stays.filter(({ why }) => why === 'automatic').length).toBeLessThanOrEqual(
            kept.daily + kept.weekly + 1,
          )
          // once more it removes nothing
          const again = rotate(
            backups.filter(({ id }) => !gone.has(id)),
            { now, timeZone, purgeBefore },
          )
          expect(again.remove).toEqual([])
        },
      ),
    )
  })

  test('a clock that was ahead and is right again costs no backup', () => {
    const now = Date.UTC(2026, 10, 28, 12)
    const backups = byItself([now + 900 * DAY, now, now - DAY, now - 2 * DAY])
    expect(rotate(backups, { now, timeZone: 'UTC', purgeBefore: null }).remove).toEqual([])
  })
})
