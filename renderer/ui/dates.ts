import { t } from '@lingui/core/macro'
import { dayNumber } from '../../shared/domain/time.ts'
import { locale } from './locale.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options)
    formats.set(key, found)
  }
  return found
}

/** `YYYY-MM-DD` as the locale writes a day: `14 Nov 2026`; `short` leaves the year out. */
export function formatDay(day: string, style: 'full' | 'short' | 'weekday' = 'full'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { day: 'numeric', month: 'short', year: 'numeric' }
      : style === 'short'
        ? { day: 'numeric', month: 'short' }
        : { weekday: 'short', day: 'numeric', month: 'short' }
  // A day has no time zone: read and written in UTC it stays the day it is.
  return format(`day ${style}`, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** Two days as one range: `24 Oct – 20 Nov 2026`. */
export function formatDayRange(range: { from: string; to: string }): string {
  return format('range', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    new Date(`${range.from}T00:00:00Z`),
    new Date(`${range.to}T00:00:00Z`),
  )
}

/** An instant as the locale writes it in `timeZone`: with the time, or the day alone. */
export function formatDateTime(at: number, timeZone: string, style: 'full' | 'day' = 'full'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }
      : { day: 'numeric', month: 'short', year: 'numeric' }
  return format(`${style} ${timeZone}`, { ...options, timeZone }).format(new Date(at))
}

/** The calendar day of an instant in `timeZone`, `YYYY-MM-DD`. */
export function dayOfInstant(at: number, timeZone: string): string {
  const parts = format(`parts ${timeZone}`, {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** How many days ago by the calendar: `today`, `yesterday`, `3 days ago`; beyond 60 days the date. */
export function formatRelativeDay(at: number, now: number, timeZone: string): string {
  const days = dayNumber(dayOfInstant(at, timeZone)) - dayNumber(dayOfInstant(now, timeZone))
  if (days < -60 || days > 60) return formatDateTime(at, timeZone, 'day')
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
}

/** How long somebody has been here, in the largest fitting unit: `3 weeks`, `7 months`, `2.5 years`. */
export function formatTenure(hiredOn: string, on: string): string {
  const days = Math.max(0, dayNumber(on) - dayNumber(hiredOn))
  if (days < 14) return days === 1 ? t`1 day` : t`${days} days`
  if (days < 91) return t`${Math.floor(days / 7)} weeks`
  if (days < 730) return t`${Math.floor(days / 30.44)} months`
  return t`${(Math.floor(days / 182.625) / 2).toString()} years`
}

/** A sentence of the engine with its `YYYY-MM-DD` days written the reader's way. */
export function withLocalDays(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day))
}
