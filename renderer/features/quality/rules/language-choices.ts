import { locale } from '../../../ui/locale.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Every language with a name by its code, most used first where they are in `chosen`; codes nobody knows as they are. */
export function languageChoices(chosen: readonly string[]): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
  const nameOf = (code: string) => {
    try {
      return names.of(code)
    } catch {
      // a file may name what is no code at all
      return undefined
    }
  }
  const known = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => nameOf(code) !== undefined)
  return [...new Set([...known, ...chosen])]
    .map((code) => ({ value: code, label: nameOf(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
