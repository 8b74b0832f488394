import type { Finding, RedactionContext, Voice } from './findings.ts'
import { findingOfItems } from './findings.ts'

const nearTokens = 40
const shortestNear = 3
const shortestFar = 7

/**
 * Redacted digits that somebody says again: parts of three digits or more close by ("four one one one, okay"), of seven or more
 * anywhere. The last four of a card, read back later on, stay: they identify no card.
 */
export function findRepeats(voice: Voice, secrets: readonly Finding[], context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  const numbers = secrets.filter((secret) => secret.digits.length >= shortestNear)
  if (numbers.length === 0) return findings
  // Bounded, so that a text full of numbers is not compared with itself.
  const compared = numbers.slice(0, 50)
  for (const run of voice.runs) {
    if (run.digits.length < shortestNear || run.digits.length > 40) continue
    const first = voice.places[run.items[0]!.first]!
    const last = voice.places[run.items.at(-1)!.last]!
    const source = compared.find((secret) => {
      if (context.meter !== undefined) context.meter.steps++
      if (first >= secret.first && last <= secret.last && isCovered(voice, run.items[0]!.first, secret))
        return false
      if (!secret.digits.includes(run.digits)) return false
      if (run.digits.length >= shortestFar) return true
      const isWithin = first >= secret.first && last <= secret.last
      const isNear =
        first > secret.last ? first - secret.last <= nearTokens : secret.first - last <= nearTokens
      const isWhole = run.digits.length === secret.digits.length
      return isWithin || (isNear && isWhole)
    })
    if (source !== undefined) findings.push(findingOfItems(voice, run.items, source.kind))
  }
  return findings
}

function isCovered(voice: Voice, at: number, secret: Finding): boolean {
  const token = voice.tokens[at]
  if (token === null || token === undefined) return false
  return secret.pieces.some(
    (piece) => piece.segment === token.segment && piece.start <= token.start && piece.end >= token.end,
  )
}
