import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { NAME_PARTS, type NamePart } from './name-parts.ts'
import type { DateOrder } from './written-dates.ts'

/** Text that must stand there, a named part, or anything. */
export type PatternToken =
  | { kind: 'literal'; text: string }
  | { kind: 'part'; part: NamePart; order: DateOrder | null }
  | { kind: 'anything' }

/** A pattern ready to be held against names. */
export interface CompiledPattern {
  tokens: readonly PatternToken[]
  /** How many folders above the file it spans. */
  folders: number
}

const LONGEST_PATTERN = 300
const FREE_PARTS: ReadonlySet<NamePart> = new Set([
  'agent',
  'contact',
  'customer',
  'queue',
  'reason',
  'title',
])

/**
 * Reads a file-name pattern such as `{agent}_{date}_{time}.wav`: named parts in braces, a date with its order where one says it
 * (`{date:dmy}`), `*` for anything, `/` between folders, all else as it stands (capitals do not count, nor does the ending of the file).
 * Throws `INVALID_INPUT` with one sentence for a pattern that cannot be used.
 */
export function compilePattern(pattern: string): CompiledPattern {
  if (pattern.length > LONGEST_PATTERN)
    throw invalid(t`A pattern has at most ${{ most: LONGEST_PATTERN }} characters.`)
  const steps = pattern
    .normalize('NFC')
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .split('/')
  const name = withoutEnding(steps.at(-1) ?? '')
  const tokens = tokensOf([...steps.slice(0, -1), name].join('/'))
  const parts = tokens.flatMap((token) => (token.kind === 'part' ? [token.part] : []))
  if (parts.length === 0)
    throw invalid(t`The pattern names no part; write for instance ${{ example: '{agent}_{date}_{time}' }}.`)
  const twice = parts.find((part, index) => parts.indexOf(part) < index)
  if (twice) throw invalid(t`The part ${{ part: `{${twice}}` }} can stand only once.`)
  if (parts.includes('datetime') && (parts.includes('date') || parts.includes('time')))
    throw invalid(
      t`Write ${{ datetime: '{datetime}' }}, or ${{ date: '{date}' }} and ${{ time: '{time}' }}, but not both.`,
    )
  if (parts.includes('time') && !parts.includes('date'))
    throw invalid(
      t`A ${{ time: '{time}' }} needs its ${{ date: '{date}' }}: without the day it is no moment.`,
    )
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (isFree(token) && next && isFree(next))
      throw invalid(
        t`Between ${{ first: written(token) }} and ${{ second: written(next) }} something must stand that tells where one ends, such as "_".`,
      )
  }
  return { tokens, folders: steps.length - 1 }
}

/** A token as it is written in a pattern. */
export function written(token: PatternToken): string {
  if (token.kind === 'literal') return `"${token.text}"`
  return token.kind === 'part' ? `{${token.part}}` : '*'
}

/** Whether only what follows says where a token ends. */
export function isFree(token: PatternToken): boolean {
  return token.kind === 'anything' || (token.kind === 'part' && FREE_PARTS.has(token.part))
}

/** A file's name without its ending; what has no letter is no ending (`2025-02-19 06.01`). */
export function withoutEnding(name: string): string {
  return name.replace(/\.(?:\*|(?=[a-z0-9]*[a-z])[a-z0-9]{1,5})$/i, '')
}

function tokensOf(pattern: string): PatternToken[] {
  const tokens: PatternToken[] = []
  for (const [piece] of pattern.matchAll(/\{[^{}]*\}|\*+|[^{}*]+|[{}]/g)) {
    if (piece.startsWith('*')) tokens.push({ kind: 'anything' })
    else if (piece === '{' || piece === '}')
      throw invalid(
        t`A part is written in braces, such as ${{ example: '{agent}' }}; one of them is missing.`,
      )
    else tokens.push(piece.startsWith('{') ? partOf(piece.slice(1, -1)) : { kind: 'literal', text: piece })
  }
  return tokens
}

function partOf(inner: string): PatternToken {
  const [name = '', order, ...rest] = inner
    .trim()
    .toLowerCase()
    .split(':')
    .map((text) => text.trim())
  const part = NAME_PARTS.find((one) => one === name)
  if (!part) {
    const known = NAME_PARTS.map((one) => `{${one}}`).join(', ')
    throw invalid(t`A name has no part ${{ part: `{${name}}` }}; there are ${{ known }}, and * for anything.`)
  }
  if (order === undefined) return { kind: 'part', part, order: null }
  const isOrder = order === 'ymd' || order === 'dmy' || order === 'mdy'
  if (!isOrder || rest.length > 0 || (part !== 'date' && part !== 'datetime'))
    throw invalid(
      t`Only a date has an order: ${{ ymd: '{date:ymd}' }}, ${{ dmy: '{date:dmy}' }} or ${{ mdy: '{date:mdy}' }}, and so with ${{ datetime: '{datetime}' }}.`,
    )
  return { kind: 'part', part, order }
}

function invalid(sentence: string): Problem {
  return new Problem('INVALID_INPUT', sentence)
}
