import type { z } from 'zod'
import { msg, say, t, type MessageDescriptor } from '#speech'
import { policyDocument, type PolicyDocument } from '../../../shared/domain/policy.ts'

const MOST_FAULTS = 12

/** A policy, or why it is none: a sentence for each fault. */
export type PolicyRead = { document: PolicyDocument; faults: [] } | { document: null; faults: string[] }

const refused = (...faults: string[]): PolicyRead => ({ document: null, faults })

/** Reads the text of a `policy.json`. */
export function readPolicyText(text: string): PolicyRead {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refused(t`This is no JSON, and so no policy: "debrief policy export" writes one to start from.`)
  }
  return readPolicy(value)
}

/** The same of what is read already. */
export function readPolicy(value: unknown): PolicyRead {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return refused(t`This is no policy: it has to be one JSON object.`)
  const format = 'format' in value ? value.format : undefined
  if (format !== 'debrief-policy-1')
    return refused(
      format === undefined
        ? t`This is no policy of Debrief: its "format" is missing.`
        : t`Its format is ${{ format: said(format) }}, and this Debrief reads "debrief-policy-1".`,
    )
  const read = policyDocument.safeParse(value)
  if (read.success) {
    const faults = faultsOf(read.data)
    return faults.length === 0 ? { document: read.data, faults: [] } : { document: null, faults }
  }
  const sentences = [...new Set(read.error.issues.map((issue) => sentenceOf(issue, value)))]
  const more = sentences.length - MOST_FAULTS
  return refused(...sentences.slice(0, MOST_FAULTS), ...(more > 0 ? [t`And ${{ more }} more.`] : []))
}

/** What no shape can say: why a policy could not be lived with. */
export function faultsOf(document: PolicyDocument): string[] {
  return document.roles.administrator.includes('govern')
    ? []
    : [t`roles.administrator lacks "govern": nobody could change the policy any more.`]
}

function sentenceOf(issue: z.core.$ZodIssue, whole: unknown): string {
  const place = issue.path.map(String).join('.')
  const found = issue.path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    whole,
  )
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(said).join(', ')
    return place === ''
      ? t`A policy does not know ${{ keys }}; check the spelling or leave it out.`
      : t`${{ place }} does not know ${{ keys }}; check the spelling or leave it out.`
  }
  if (found === undefined) return t`${{ place }} is missing.`
  if (issue.code === 'invalid_value')
    return t`${{ place }} is ${{ found: said(found) }}, and can be ${{ values: issue.values.map(said).join(', ') }}.`
  if (issue.code === 'invalid_type')
    return t`${{ place }} is ${{ found: said(found) }}, and has to be ${{ kind: kindInWords(issue.expected) }}.`
  if (issue.code === 'too_small')
    return t`${{ place }} is ${{ found: said(found) }}, which is too little: at least ${{ minimum: String(issue.minimum) }}.`
  if (issue.code === 'too_big')
    return t`${{ place }} is ${{ found: said(found) }}, which is too much: at most ${{ maximum: String(issue.maximum) }}.`
  if (issue.code === 'invalid_format')
    return t`${{ place }} is ${{ found: said(found) }}, and has to be a host, with its port where it has one, such as 127.0.0.1:11434.`
  return t`${{ place }} is ${{ found: said(found) }}, which is not possible here.`
}

const kinds: Record<string, MessageDescriptor> = {
  object: msg`an object`,
  array: msg`a list`,
  string: msg`a text`,
  int: msg`a whole number`,
  number: msg`a number`,
  boolean: msg`true or false`,
}

function kindInWords(expected: string): string {
  const kind = kinds[expected]
  return kind ? say(kind) : expected
}

/** What stands there, short enough for a sentence. */
function said(value: unknown): string {
  const text = JSON.stringify(value) ?? t`nothing`
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
