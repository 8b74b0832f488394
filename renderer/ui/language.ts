/** The languages the page speaks, each by its own name. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const KEY = 'debrief-language'

/** The base of a language tag: `de` of `de-AT`. */
const baseOf = (tag: string) => tag.split('-')[0]!.toLowerCase()

/** A text as a language the page speaks, or undefined. */
export function asLanguage(text: string | null | undefined): Language | undefined {
  const base = text ? baseOf(text) : ''
  return Object.hasOwn(languages, base) ? (base as Language) : undefined
}

/** The language somebody chose here; null while the browser or the system decides. */
export function chosenLanguage(): Language | null {
  try {
    return asLanguage(globalThis.localStorage?.getItem(KEY)) ?? null
  } catch {
    // a browser that keeps nothing
    return null
  }
}

/** Keeps the choice; the page speaks it from its next load on, since every word of it may change. */
export function chooseLanguage(language: Language | null): void {
  if (language === null) globalThis.localStorage.removeItem(KEY)
  else globalThis.localStorage.setItem(KEY, language)
}

/** The first language of the reader that the page speaks; English where there is none. */
export function languageOf(tags: readonly string[], chosen: Language | null): Language {
  return chosen ?? tags.map((tag) => asLanguage(tag)).find((language) => language !== undefined) ?? 'en'
}

/** How the reader of a language writes dates and numbers: as where they are, if that speaks it. */
export function localeOf(tags: readonly string[], language: Language): string {
  return tags.find((tag) => baseOf(tag) === language) ?? language
}
