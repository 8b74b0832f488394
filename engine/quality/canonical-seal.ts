import { createHash } from 'node:crypto'

/**
 * JSON with the keys of every object in order and without spaces (the canonical form of RFC 8785, for the plain values Debrief writes): the same content
 * gives the same text, however an editor laid it out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    const parts = entries
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`)
    return `{${parts.join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * The seal of some content: SHA-256 over its canonical JSON. It shows that nothing was changed by accident or in passing. It proves nothing of who
 * wrote it: whoever changes the content on purpose can work the seal out again.
 */
export function sealOf(content: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(content)).digest('hex')}`
}
