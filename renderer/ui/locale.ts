import { chosenLanguage, languageOf, localeOf } from './language.ts'

const tags: readonly string[] = globalThis.navigator?.languages ?? []

/** The language the page speaks. */
export const language = languageOf(tags, chosenLanguage())

/** How dates and numbers are written: as the reader's system does where it speaks the page's language. */
export const locale: string = localeOf(tags, language)

const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6)
const partOf = (type: Intl.NumberFormatPartTypes, usual: string) =>
  parts.find((part) => part.type === type)?.value ?? usual

/** What stands between groups of digits and before decimals, for fields a number is typed into. */
export const separators = { group: partOf('group', ','), decimal: partOf('decimal', '.') }
