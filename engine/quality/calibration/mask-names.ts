import { phraseTokens } from '../../language/index.ts'
import { agentNameWords, withoutAccents } from '../rules/agent-names.ts'

/**
 * Puts dots for every word of these names in a text, as many as it has letters, so that places in it stay what they were. Words that are also
 * plain English ("Will") stay: they tell nobody.
 */
export function maskNames(text: string, names: readonly string[]): string {
  const words = agentNameWords(names)
  if (words.size === 0) return text
  let masked = text
  for (const { word, start, end } of phraseTokens(text))
    if (words.has(withoutAccents(word)))
      masked = masked.slice(0, start) + '•'.repeat(end - start) + masked.slice(end)
  return masked
}
