import type { Span, Text } from './model.ts'

/** The runs of a text. */
export function spansOf(text: Text): readonly Span[] {
  return typeof text === 'string' ? [text] : text
}

/** A text without its emphasis. */
export function plainText(text: Text): string {
  return spansOf(text)
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('')
}

const numberAndUnit = /(\d) (?=(?:s|min|h|points?|percentage points?|Punkte?|Prozentpunkte?|kHz|MB)\b)/g

/** A text in which no number stands on another line than its unit. */
export function withUnitsKept(text: string): string {
  return text.replaceAll(numberAndUnit, '$1\u00A0')
}
