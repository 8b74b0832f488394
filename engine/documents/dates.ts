import { spokenLocale } from '../../shared/speech/voice.ts'

/** The language a document is written in, as a tag of BCP 47, and how its dates are written: English ones as in Britain. */
export function documentLocale(): string {
  const locale = spokenLocale()
  return locale === 'en' ? 'en-GB' : locale
}

/** `14 November 2026`, of a day `YYYY-MM-DD`, or of an instant in a time zone. */
export function dayInWords(day: string | number, timeZone = 'UTC'): string {
  const at = typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : day
  return new Intl.DateTimeFormat(documentLocale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: typeof day === 'string' ? 'UTC' : timeZone,
  }).format(at)
}

/** A day `YYYY-MM-DD` as `28 Nov`. */
export function dayInShort(day: string): string {
  return new Intl.DateTimeFormat(documentLocale(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** `Thursday 14 November 2026, 09:30`. */
export function instantInWords(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat(documentLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(at)
  const time = new Intl.DateTimeFormat(documentLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
  return `${day}, ${time}`
}

/** A place in a recording: `3:24`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A sentence with its days `YYYY-MM-DD` written out. */
export function withDaysInWords(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(day))
}
