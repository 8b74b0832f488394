import { visibleText } from '../../../shared/domain/visible-text.ts'
import { asProblem } from '../../problem.ts'
import { factsOfCaught } from './caught-name.ts'
import { compilePattern, type CompiledPattern } from './compile-pattern.ts'
import type { Matched } from './match-pattern.ts'
import type { NamePart } from './name-parts.ts'
import { piecesOfName } from './name-pieces.ts'
import { readByPattern } from './read-by-pattern.ts'

/** What a pattern catches in names, for somebody who is writing it. */
export interface PatternPreview {
  pattern: string
  /** Why the pattern cannot be used; null where it can. */
  problem: string | null
  matched: number
  unmatched: number
  files: PreviewedName[]
}

export interface PreviewedName {
  /** The name with customers' numbers hidden. */
  name: string
  parts: { part: NamePart; text: string }[]
  startedAtMs: number | null
  /** Why nothing was caught, or what stayed open. */
  problem: string | null
}

/** What stands where a customer's number or name was. */
export const HIDDEN_CUSTOMER = '[customer]'

/** Holds a pattern against names. Customer references and telephone numbers are hidden; a pattern that cannot be used says why. */
export function previewPattern(pattern: string, names: readonly string[], timeZone: string): PatternPreview {
  let compiled: CompiledPattern
  try {
    compiled = compilePattern(pattern)
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    return { pattern, problem: problem.message, matched: 0, unmatched: 0, files: [] }
  }
  const read = names.map((name) => readByPattern(compiled, name))
  const facts = factsOfCaught(
    read.map(({ caught }) => caught),
    'pattern',
    timeZone,
  )
  const files = read.map(({ matched }, index): PreviewedName => ({
    name: shownName(names[index]!, matched),
    parts: matched.fits ? shownParts(matched) : [],
    startedAtMs: facts[index]!.startedAtMs,
    problem: matched.fits ? (facts[index]!.warnings[0] ?? null) : matched.reason,
  }))
  const matched = read.filter((one) => one.matched.fits).length
  return { pattern, problem: null, matched, unmatched: names.length - matched, files }
}

function shownParts(matched: Extract<Matched, { fits: true }>): PreviewedName['parts'] {
  return [...matched.parts]
    .filter(([, { isSure }]) => isSure)
    .map(([part, { text }]) => ({
      part,
      text: part === 'customer' ? HIDDEN_CUSTOMER : withoutPhones(text.trim()),
    }))
}

function shownName(name: string, matched: Matched): string {
  const customer = matched.fits ? matched.parts.get('customer') : undefined
  if (!customer) return visibleText(withoutPhones(name))
  const { start, text } = customer
  const rest = matched.text.slice(start + text.length)
  return visibleText(`${withoutPhones(matched.text.slice(0, start))}${HIDDEN_CUSTOMER}${withoutPhones(rest)}`)
}

/** A text with the telephone numbers in it hidden. */
export function withoutPhones(text: string): string {
  return piecesOfName(text)
    .map(({ kind, text }) => (kind === 'phone' ? HIDDEN_CUSTOMER : text))
    .join('')
}
