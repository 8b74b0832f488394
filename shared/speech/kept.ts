import type { MessageDescriptor } from '@lingui/core'
import { say, sayInEnglish, spokenLocale } from './voice.ts'

/**
 * A sentence that is kept in a workspace, which people of several languages may open: in English. `values`: what is put in, by its name; the
 * sentence has no plurals and no choices of words, so that it is known again.
 */
export function keptSentence(
  shape: MessageDescriptor,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sayInEnglish({ ...shape, values })
}

/**
 * Says sentences that were kept in the language at hand, where they are of one of these shapes; any other stands as it is. `inWords` says what was
 * put in, which was kept in English, too.
 */
export function sayerOfKept(
  shapes: readonly MessageDescriptor[],
  inWords: (value: string) => string = (value) => value,
): (kept: string) => string {
  const whole = new Map(shapes.map((shape) => [shape.message, shape]))
  const open = shapes.flatMap((shape) => {
    const pattern = patternOf(shape.message ?? '')
    return pattern ? [{ shape, pattern }] : []
  })
  return (kept) => {
    if (spokenLocale() === 'en') return kept
    const known = whole.get(kept)
    if (known) return say(known)
    for (const { shape, pattern } of open) {
      const found = pattern.exec(kept)
      if (found) {
        const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, inWords(value)])
        return say({ ...shape, values: Object.fromEntries(values) as Record<string, string> })
      }
    }
    return kept
  }
}

/** What a sentence with something put in looks like; undefined where nothing is. */
function patternOf(message: string): RegExp | undefined {
  const parts = message.split(/\{(\w+)\}/)
  if (parts.length === 1) return undefined
  const source = parts.map((part, at) =>
    at % 2 === 1 ? `(?<${part}>.+)` : part.replaceAll(/[^\w\s]/g, '\\$&'),
  )
  return new RegExp(`^${source.join('')}$`, 's')
}
