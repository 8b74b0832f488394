/** Control characters, and marks that turn the direction of text: `\u202Egpj.exe` reads as `exe.jpg` where they are obeyed. */
const HIDDEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A name from outside as it may be shown: what would be obeyed and not seen is written out, as `[U+202E]`. */
export function visibleText(text: string): string {
  return text.replace(
    HIDDEN,
    (mark) => `[U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}
