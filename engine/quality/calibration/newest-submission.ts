/** What is compared of two submissions of the same reviewer to the same conversation. */
interface DatedSubmission {
  /** Null for a draft, which never stands beside something submitted. */
  submittedAt: number | null
  digest: string
}

/**
 * The submission that stands: the one submitted last, of two at the same instant the one with the higher digest. Whatever the order they come
 * in, and however often, the same one stands. Undefined where nothing was submitted.
 */
export function newestSubmission<T extends DatedSubmission>(submissions: readonly T[]): T | undefined {
  let newest: T | undefined
  for (const one of submissions)
    if (one.submittedAt !== null && (newest === undefined || isNewer(one, newest))) newest = one
  return newest
}

function isNewer(one: DatedSubmission, other: DatedSubmission): boolean {
  const [mine, theirs] = [one.submittedAt ?? -Infinity, other.submittedAt ?? -Infinity]
  return mine === theirs ? one.digest > other.digest : mine > theirs
}
