import { spokenLocale } from './voice.ts'

/** Names or values one after the other as the language at hand lists them: `Ada, Ben and Cem`, `Ada, Ben und Cem`. */
export function listed(parts: readonly string[]): string {
  const locale = spokenLocale()
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(parts)
}
