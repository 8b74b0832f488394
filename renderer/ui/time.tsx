import { createContext, useContext, type ReactNode } from 'react'
import { formatDateTime, formatRelativeDay } from './dates.ts'

const TimeZone = createContext('UTC')

/** The workspace's time zone for everything shown below. */
export function TimeZoneProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <TimeZone value={timeZone}>{children}</TimeZone>
}

/** The workspace's time zone, in which every instant is shown. */
export function useTimeZone(): string {
  return useContext(TimeZone)
}

/** A date and time by locale in the workspace's time zone; a dash where it is unknown. */
export function Instant({ at, style = 'full' }: { at: number | null; style?: 'full' | 'relative' | 'day' }) {
  const timeZone = useTimeZone()
  if (at === null) return <span>no date</span>
  const full = formatDateTime(at, timeZone)
  const shown =
    style === 'relative'
      ? formatRelativeDay(at, Date.now(), timeZone)
      : style === 'day'
        ? formatDateTime(at, timeZone, 'day')
        : full
  return (
    <time dateTime={new Date(at).toISOString()} title={full}>
      {shown}
    </time>
  )
}
