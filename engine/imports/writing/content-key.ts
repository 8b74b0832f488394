import { hash } from 'node:crypto'

/** A short name for what a row says, for rows that bring no id of their own. Parts in a fixed order; null for nothing. */
export function contentKey(parts: readonly (string | number | boolean | null)[]): string {
  return hash(
    'sha1',
    parts.map((part) => (part === null ? '' : String(part))).join('\u001f'),
    'base64url',
  ).slice(0, 20)
}

/** Numbers equal keys of one file: `key:0`, `key:1`, so that two alike rows stay two. */
export function createOrdinals(): (key: string) => string {
  const counts = new Map<string, number>()
  return (key) => {
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    return `${key}:${ordinal}`
  }
}
