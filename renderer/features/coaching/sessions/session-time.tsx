import { locale } from '../../../ui/locale.ts'
import { useTimeZone } from '../../../ui/time.tsx'

/** The time of day of an appointment. */
export function SessionTime({ at }: { at: number }) {
  const timeZone = useTimeZone()
  return (
    <time dateTime={new Date(at).toISOString()}>
      {new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)}
    </time>
  )
}
