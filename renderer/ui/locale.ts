import { chosenLanguage, languageOf, localeOf } from './language.ts'

const tags: readonly string[] = globalThis.navigator?.languages ?? []

/** The language the page speaks. */
export const language = languageOf(tags, chosenLanguage())

/** How dates and numbers are written: as the reader's system does where it speaks the page's language. */
export const locale: string = localeOf(tags, language)
