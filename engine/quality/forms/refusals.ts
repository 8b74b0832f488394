import type { z } from 'zod'
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
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}

/**
 * The value as the schema has it. Throws a Problem that names the first place where it is otherwise; `what` says whose document it is meant
 * to be ("an Amazon Connect form").
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
  throw refusal(`"${shown(fileName)}" is not ${what} as it should be: ${placeOf(path)}${shown(reason, 160)}.`)
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
    if (origin === 'string') return 'it is empty'
    return origin === 'array' ? `it holds fewer than ${minimum}` : `it is less than ${minimum}`
  }
  if (issue.code === 'too_big') {
    const { origin, maximum } = issue
    if (origin === 'string') return `it is longer than ${maximum} characters`
    return origin === 'array' ? `it holds more than ${maximum}` : `it is more than ${maximum}`
  }
  return undefined
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return ''
  const place = path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('')
  return `at ${place.length <= 90 ? place : `…${place.slice(-89)}`}, `
}
