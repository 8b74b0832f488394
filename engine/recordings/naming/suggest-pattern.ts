import { compilePattern, withoutEnding, type CompiledPattern } from './compile-pattern.ts'
import type { NamePart } from './name-parts.ts'
import { piecesOfName, type NamePiece } from './name-pieces.ts'
import { matchPattern } from './match-pattern.ts'

/** A guess at a pattern, to be looked at before it is used. */
export interface SuggestedPattern {
  pattern: string
  /** How many of the names looked at (the first 2,000) it fits. */
  matched: number
}

const MOST_NAMES = 2000
const KEYS: Readonly<Record<string, NamePart>> = {
  agent: 'agent',
  agentname: 'agent',
  agentid: 'agent',
  user: 'agent',
  operator: 'agent',
  cust: 'customer',
  customer: 'customer',
  caller: 'customer',
  ani: 'customer',
  guid: 'contact',
  id: 'contact',
  callid: 'contact',
  contactid: 'contact',
  queue: 'queue',
  skill: 'queue',
  campaign: 'queue',
  reason: 'reason',
  title: 'title',
  lang: 'language',
}
const DIRECTIONS = new Set(['in', 'out', 'inbound', 'outbound', 'incoming', 'outgoing'])

/**
 * Guesses a pattern from names: they are cut into pieces, those alike in their pieces are laid over one another, what is the same in all
 * stays as it is, and what varies becomes the part its values look like or the key before it says (`AGENT_...`), else `*`. A word that
 * varies is taken for the agent only where no other word does and values come again. Null where nothing is found that fits half of them.
 */
export function suggestPattern(names: readonly string[]): SuggestedPattern | null {
  const looked = names.slice(0, MOST_NAMES).map((name) => withoutEnding(baseName(name)))
  const bySignature = Map.groupBy(looked.map(joined), signatureOf)
  const commonest = [...bySignature.values()].toSorted((one, other) => other.length - one.length)[0]
  if (!commonest || commonest.length * 2 < looked.length) return null
  const pattern = patternOf(commonest)
  if (!pattern.includes('{')) return null
  const compiled = usable(pattern)
  const matched = compiled ? looked.filter((name) => matchPattern(compiled, `${name}.wav`).fits).length : 0
  return matched > 0 && matched * 2 >= looked.length ? { pattern, matched } : null
}

/** Names may hold what no pattern can: braces, two parts with nothing between them. */
function usable(pattern: string): CompiledPattern | null {
  try {
    return compilePattern(pattern)
  } catch {
    return null
  }
}

function baseName(path: string): string {
  return path.normalize('NFC').replaceAll('\\', '/').split('/').at(-1) ?? ''
}

/** Words apart by a single space or full stop are one: `Ana Ruiz`, `ana.ruiz`; what is about `@` is an address. */
function joined(name: string): NamePiece[] {
  const pieces: NamePiece[] = []
  for (const piece of piecesOfName(name.slice(0, 255))) {
    const before = pieces.at(-1)
    const beforeThat = pieces.at(-2)
    const isJoin = before?.kind === 'separator' && /^[ .@]$/.test(before.text)
    if (isJoin && piece.kind === 'word' && beforeThat?.kind === 'word') {
      const start = beforeThat.start
      pieces.splice(-2, 2, { kind: 'word', start, end: piece.end, text: name.slice(start, piece.end) })
    } else pieces.push(piece)
  }
  return pieces
}

function signatureOf(pieces: readonly NamePiece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'separator' ? text : kind === 'number' ? 'word' : kind))
    .join('|')
}

function patternOf(alike: readonly NamePiece[][]): string {
  const first = alike[0]!
  const columns = first.map((_, index) => alike.map((pieces) => pieces[index]!))
  const varying = columns.map((column) => new Set(column.map(({ text }) => text)).size > 1)
  const agentColumn = guessAgent(columns, varying)
  const used = new Set<NamePart>()
  const written = columns.map((column, index) => {
    const { kind, text } = column[0]!
    const part = kind === 'separator' ? null : partOf(columns, index, varying[index]!, agentColumn)
    if (part === null || used.has(part) || (part === 'date' && used.has('datetime'))) {
      return varying[index] || (kind !== 'separator' && kind !== 'word') ? '*' : text
    }
    used.add(part)
    return `{${part}}`
  })
  const pattern = written.join('').replaceAll(/\*+/g, '*')
  // what looks like an ending and is none would be taken for the file's
  return withoutEnding(pattern) === pattern ? pattern : `${pattern}.*`
}

/** The part a column of pieces is; null for none. Dates, ids and numbers of customers are parts even where all are the same. */
function partOf(
  columns: readonly NamePiece[][],
  index: number,
  isVarying: boolean,
  agentColumn: number,
): NamePart | null {
  const column = columns[index]!
  const { kind } = column[0]!
  if (kind === 'moment') return 'datetime'
  if (kind === 'date') return 'date'
  if (kind === 'uuid') return 'contact'
  if (kind === 'phone') return 'customer'
  const key = keyBefore(columns, index)
  if (key) return key
  if (column.every(({ text }) => DIRECTIONS.has(text.toLowerCase()))) return 'direction'
  if (!isVarying) return null
  if (column.every(({ kind }) => kind === 'number'))
    return column.every(({ text }) => text.length >= 6) ? 'contact' : null
  return index === agentColumn ? 'agent' : null
}

/** What a key that is the same in all names says of the piece behind it. */
function keyBefore(columns: readonly NamePiece[][], index: number): NamePart | null {
  const key = columns[index - 2]?.map(({ text }) => text)
  if (columns[index - 1]?.[0]?.kind !== 'separator' || !key || new Set(key).size > 1) return null
  const word = key[0]!.toLowerCase()
  const isKey = key[0] === key[0]!.toUpperCase() || columns[index - 1]![0]!.text === '='
  return isKey && Object.hasOwn(KEYS, word) ? KEYS[word]! : null
}

/** The only column of words that varies, where its values come again as people do; -1 for none. */
function guessAgent(columns: readonly NamePiece[][], varying: readonly boolean[]): number {
  const words = columns.flatMap((column, index) => {
    const isWords = column.every(({ kind, text }) => kind === 'word' && /\p{L}{2}/u.test(text))
    const isDirection = column.every(({ text }) => DIRECTIONS.has(text.toLowerCase()))
    return isWords && varying[index] && !isDirection && keyBefore(columns, index) === null ? [index] : []
  })
  const column = words.length === 1 ? columns[words[0]!]! : []
  const values = new Set(column.map(({ text }) => text.toLowerCase()))
  return values.size > 0 && values.size < column.length ? words[0]! : -1
}
