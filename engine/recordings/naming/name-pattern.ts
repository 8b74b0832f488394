import { Problem } from '../../problem.ts'
import { isDateText, isDateTimeText, isTimeText } from './written-times.ts'

/** The parts a pattern can name, and what each may look like. */
const parts = {
  agent: isAnything,
  date: isDateText,
  time: isTimeText,
  datetime: isDateTimeText,
  contact: isAnything,
  customer: isAnything,
  queue: isAnything,
  reason: isAnything,
  direction: (text: string) => /^(in|out|inbound|outbound|incoming|outgoing)$/i.test(text),
  title: isAnything,
  language: (text: string) => /^[a-z]{2}(-[a-z]{2})?$/i.test(text),
} satisfies Record<string, (text: string) => boolean>
export type NamePart = keyof typeof parts

/** Text that must stand there, a named part, or anything. */
type Token = { literal: string } | { part: NamePart } | { any: true }

/** A pattern ready to be held against names. */
export interface NamePattern {
  /** What it catches in a path without its ending; null where the name does not fit. */
  match(path: string): Map<NamePart, string> | null
}

const LONGEST_NAME = 1000

/**
 * Reads a file-name pattern such as `{agent}_{date}_{time}`: named parts in braces, `*` for anything, all else as it stands. With a `/`
 * it is held against the folders, too. Throws `INVALID_INPUT` that says what is wrong with it.
 */
export function compileNamePattern(pattern: string): NamePattern {
  const tokens = tokensOf(pattern.replace(/\.[A-Za-z0-9]{2,4}$/, '').trim())
  const folders = pattern.split('/').length
  return {
    match(path) {
      const steps = path.replaceAll('\\', '/').split('/')
      const name = steps
        .slice(-folders)
        .join('/')
        .replace(/\.[A-Za-z0-9]{1,5}$/, '')
      if (steps.length < folders || name.length > LONGEST_NAME) return null
      return hold(tokens, name)
    },
  }
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = []
  const seen = new Set<string>()
  for (const [piece] of pattern.matchAll(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g)) {
    if (piece === '*') tokens.push({ any: true })
    else if (piece.startsWith('{') && piece.length > 1) {
      const named = piece.slice(1, -1).trim().toLowerCase()
      if (!isPart(named))
        throw new Problem(
          'INVALID_INPUT',
          `A name has no part {${named}}; there are ${Object.keys(parts)
            .map((one) => `{${one}}`)
            .join(', ')}.`,
        )
      if (seen.has(named)) throw new Problem('INVALID_INPUT', `The part {${named}} can stand only once.`)
      seen.add(named)
      tokens.push({ part: named })
    } else if (piece === '{' || piece === '}')
      throw new Problem(
        'INVALID_INPUT',
        'A part is written in braces, such as {agent}; one of them is missing.',
      )
    else tokens.push({ literal: piece })
  }
  if (seen.size === 0)
    throw new Problem('INVALID_INPUT', 'The pattern names no part; write for instance {agent}_{date}_{time}.')
  return tokens
}

function isPart(name: string): name is NamePart {
  return name in parts
}

/**
 * Holds tokens against a name, each part as short as it can be. Places that led nowhere are remembered, so that no pattern takes more
 * than tokens times characters squared steps.
 */
function hold(tokens: readonly Token[], name: string): Map<NamePart, string> | null {
  const deadEnds = new Set<number>()
  const from = (at: number, position: number): [NamePart, string][] | null => {
    const token = tokens[at]
    if (!token) return position === name.length ? [] : null
    const place = at * (name.length + 1) + position
    if (deadEnds.has(place)) return null
    if ('literal' in token) {
      const fits = name.toLowerCase().startsWith(token.literal.toLowerCase(), position)
      const rest = fits ? from(at + 1, position + token.literal.length) : null
      if (!rest) deadEnds.add(place)
      return rest
    }
    const shortest = 'any' in token ? 0 : 1
    for (let end = position + shortest; end <= name.length; end++) {
      const text = name.slice(position, end)
      if ('part' in token && (text.includes('/') || !parts[token.part](text))) continue
      const rest = from(at + 1, end)
      if (rest) return 'part' in token ? [[token.part, text], ...rest] : rest
    }
    deadEnds.add(place)
    return null
  }
  const found = from(0, 0)
  return found && new Map(found)
}

function isAnything(text: string): boolean {
  return text.trim() !== ''
}
