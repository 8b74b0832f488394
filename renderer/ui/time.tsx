import { Trans } from '@lingui/react/macro'
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import { formatDateTime, formatRelativeDay } from './dates.ts'

const MINUTE_MS = 60_000
const TimeZone = createContext('UTC')

/** The workspace's time zone for everything shown below. */
export function TimeZoneProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <TimeZone value={timeZone}>{children}</TimeZone>
}

/** The workspace's time zone, in which every instant is shown. */
export function useTimeZone(): string {
  return useContext(TimeZone)
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, MINUTE_MS)
  return () => clearInterval(timer)
}

/** Now, to the minute, in milliseconds; a page left open over midnight follows. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS)
}

/** A date and time by locale in the workspace's time zone: whole, as days ago, or the day alone; hovering tells all. */
export function Instant({ at, show = 'full' }: { at: number | null; show?: 'full' | 'relative' | 'day' }) {
  const timeZone = useTimeZone()
  const now = useNow()
  if (at === null)
    return (
      <span>
        <Trans>no date</Trans>
      </span>
    )
  const full = formatDateTime(at, timeZone)
  const shown =
    show === 'relative'
      ? formatRelativeDay(at, now, timeZone)
      : show === 'day'
        ? formatDateTime(at, timeZone, 'day')
        : full
  return (
    <time dateTime={new Date(at).toISOString()} title={full}>
      {shown}
    </time>
  )
}
