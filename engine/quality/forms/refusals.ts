import type { z } from 'zod'
import { t } from '#speech'
import { Problem } from '../../problem.ts'

/** What is wrong with a file, for the person who chose it. */
export function refusal(sentence: string): Problem {
  return new Problem('INVALID_INPUT', sentence)
}

/** Words out of a file, short enough for a sentence and without line breaks. */
export function shown(text: string, most = 60): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`
}

/** Names for a sentence: at most three of them, and how many there are besides. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, 3).map((name) => `"${shown(name)}"`)
  const rest = names.length - first.length
  return rest > 0 ? t`${{ names: first.join(', ') }} and ${{ rest }} more` : first.join(', ')
}

/**
 * The value as the schema has it. Throws a Problem that names the first place where it is otherwise; `what` says whose document it is meant
 * to be ("an Amazon Connect form"), in the language at hand.
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  fileName: string,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const { path } = issue
  const reason = limitOf(issue) ?? plainReason(issue.message)
  const told = { file: shown(fileName), reason: shown(reason, 160) }
  throw refusal(
    path.length === 0
      ? t`"${{ file: told.file }}" is not ${{ what }} as it should be: ${{ reason: told.reason }}.`
      : t`"${{ file: told.file }}" is not ${{ what }} as it should be: at ${{ place: placeOf(path) }}, ${{ reason: told.reason }}.`,
  )
}

function plainReason(message: string): string {
  return message
    .replace(/^Invalid (?:input|option): /, '')
    .replace('Unrecognized', 'unknown')
    .replace(/\.$/, '')
}

/** What limit was passed, in words; undefined where it is no matter of limits. */
function limitOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_small') {
    const { origin, minimum } = issue
    if (origin === 'string') return t`it is empty`
    return origin === 'array'
      ? t`it holds fewer than ${{ least: String(minimum) }}`
      : t`it is less than ${{ least: String(minimum) }}`
  }
  if (issue.code === 'too_big') {
    const { origin, maximum } = issue
    if (origin === 'string') return t`it is longer than ${{ most: String(maximum) }} characters`
    return origin === 'array'
      ? t`it holds more than ${{ most: String(maximum) }}`
      : t`it is more than ${{ most: String(maximum) }}`
  }
  return undefined
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('')
  return place.length <= 90 ? place : `…${place.slice(-89)}`
}
