import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** JSON with the keys of every object in order: the same content is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** SHA-256 of a value's canonical JSON, hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** What a workspace signs for one reviewer's part: only who knows the session's secret could have written it. */
export function ticketOf(
  secret: string,
  signed: { sessionUid: string; reviewer: string; formDigest: string; itemUids: readonly string[] },
): string {
  return createHmac('sha256', secret)
    .update(canonicalJson({ ...signed, itemUids: [...signed.itemUids].toSorted() }))
    .digest('hex')
}

/** Whether two hexadecimal texts are the same, without telling by the time it takes where they differ. */
export function isSameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
