import type { NumberKind } from './number-formats.ts'

const dayMs = 86_400_000

/** From this serial (May 1927) on a clock-time format stands on a date, below it on a duration. */
const firstPlausibleDay = 10_000

/**
 * The text of a numeric cell. Dates become 'YYYY-MM-DD HH:MM:SS', times and durations 'h:mm:ss' (hours
 * beyond 24 kept), other numbers their shortest decimal form.
 * @param is1904 Whether the workbook counts days from 1904 instead of 1900.
 */
export function numberText(raw: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (kind === 'number') return String(value)
  const isTime = kind === 'time' ? value < firstPlausibleDay : value < 1 && !is1904
  if (isTime || value < 0) return clockText(value)
  return dateText(value, is1904)
}

/** An ISO 8601 cell (t="d") in the form all dates have here. */
export function isoText(raw: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(raw)
  if (match === null) return raw
  const time = match[2] ?? '00:00:00'
  return `${match[1]} ${time.length === 5 ? `${time}:00` : time}`
}

function clockText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400)
  const sign = days < 0 && seconds > 0 ? '-' : ''
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function dateText(serial: number, is1904: boolean): string {
  // Rounded first, so that 23:59:59.9999 does not end as 24:00 of the same day.
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`
  const text = dayText(day, is1904)
  return text === null ? String(serial) : `${text} ${clock}`
}

/** Exports cover few days in many rows. */
const knownDays = new Map<number, string>()

function dayText(day: number, is1904: boolean): string | null {
  // Lotus 1-2-3 took 1900 for a leap year and Excel kept its day 60.
  if (!is1904 && day === 60) return '1900-02-29'
  const daysSinceEpoch = day - (is1904 ? 24_107 : day < 60 ? 25_568 : 25_569)
  const known = knownDays.get(daysSinceEpoch)
  if (known !== undefined) return known
  const date = new Date(daysSinceEpoch * dayMs)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null
  const text = date.toISOString().slice(0, 10)
  if (knownDays.size < 10_000) knownDays.set(daysSinceEpoch, text)
  return text
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** Characters XML cannot hold are written _x000D_; the sequence itself as _x005F_x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16))
    return character === '\r' ? '' : character
  })
}
