/** The code some systems write behind a name: `Ruiz, Ana (1001)`, `Ana Ruiz [A-17]`. */
export const CODE_BEHIND_NAME = /\s*[([]\s*([\p{L}._-]*\d[\p{L}\d._-]*)\s*[)\]]$/u

/** What is longer is nobody's name; looking for a code at its end would take the square of its length. */
const LONGEST_NAME = 500

/** A name apart from the code behind it; null for none. */
export function nameAndCode(text: string): { name: string; code: string | null } {
  const match = text.length > LONGEST_NAME ? null : CODE_BEHIND_NAME.exec(text)
  return match && match.index > 0
    ? { name: text.slice(0, match.index), code: match[1]! }
    : { name: text, code: null }
}
