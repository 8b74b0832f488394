const DAY_MS = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** Milliseconds UTC of midnight of a day `YYYY-MM-DD`; throws where the text is not a day. */
export function dayStartMs(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at)) {
    throw new Error(`"${day}" is not a day; write it like 2026-11-15.`)
  }
  return at
}

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(dayStartMs(day) + days * DAY_MS)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(dayStartMs(day)).getUTCDay()

/** `Thu, 27 Oct 2016 14:51:34`, the clock of the telephone system. */
export function asCallLogTime(ms: number): string {
  const at = new Date(ms)
  const date = `${pad(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  return `${WEEKDAYS[at.getUTCDay()]}, ${date} ${at.toISOString().slice(11, 19)}`
}

/** `10/27/2016 14:51:34`, month first. */
export function asMonthFirstTime(ms: number): string {
  const iso = new Date(ms).toISOString()
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`
}

/** `27/10/2016`, day first. */
export const asDayFirst = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** `2016-10-27 14:51:34` */
export const asPlainTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** `HH:MM:SS`; hours may pass 24. */
export function asClock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
