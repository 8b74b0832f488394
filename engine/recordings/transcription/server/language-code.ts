const letters = 'abcdefghijklmnopqrstuvwxyz'
let codes: Map<string, string> | null = null

/** ISO 639-1 of a language as servers write it: a code (`en`, `en-GB`) or an English name (`english`). Null for anything else. */
export function languageCodeOf(written: string | null | undefined): string | null {
  const name = written?.trim().toLowerCase() ?? ''
  const code = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/.exec(name)
  return code ? code[1]! : ((codes ??= codesByName()).get(name) ?? null)
}

function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const pairs = [...letters].flatMap((first) => [...letters].map((second) => first + second))
  return new Map(
    pairs.flatMap((code) => {
      const name = names.of(code)?.toLowerCase()
      // old codes have the name of the new one
      return name === undefined || Intl.getCanonicalLocales(code)[0] !== code ? [] : [[name, code] as const]
    }),
  )
}
