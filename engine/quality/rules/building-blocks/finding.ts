import type { Reason } from '../unfit.ts'
import { reasons } from '../reasons.ts'

/** Something found in a conversation. */
export type Occurrence = {
  /** Its turn, and the places of its first and last word there; of a moment between words the last lies before the first. */
  readonly turn: number
  readonly first: number
  readonly last: number
  /** The same as places among all words, end exclusive. */
  readonly from: number
  readonly to: number
  /** Found only by allowing for what recognition gets wrong. */
  readonly isTolerated?: boolean
  /** Of a moment: when it is, and the segment that shows it. */
  readonly moment?: { startMs: number; endMs: number; segmentIndex: number | null }
}

/** Which block of the rule a finding is of. */
export type BlockPlace = { readonly path: string; readonly kind: string }

/** What one block comes to in one part of a conversation. */
export type Finding = {
  readonly block: BlockPlace
  /** Null: unknown. */
  readonly holds: boolean | null
  /** Where it holds. */
  readonly occurrences: readonly Occurrence[]
  /** Why it is unknown. */
  readonly reason?: Reason
  /** The turn in which it was expected, where it was not found. */
  readonly expected?: { turn: number; isAtEnd: boolean }
  /** The segments it rests on, where it has no words of its own. */
  readonly segmentIndexes?: readonly number[]
  readonly figure?: number | null
  readonly parts: readonly Finding[]
}

/** True where all are, false where one is not, else unknown. */
export function allOf(holds: readonly (boolean | null)[]): boolean | null {
  return atLeast(holds.length, holds)
}

/** True where one is, false where none is, else unknown. */
export function anyOf(holds: readonly (boolean | null)[]): boolean | null {
  return atLeast(1, holds)
}

export function notOf(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds
}

/** True where so many are, whatever the unknown ones come to; false where they would not make it either (Kleene 1938). */
export function atLeast(count: number, holds: readonly (boolean | null)[]): boolean | null {
  let known = 0
  let possible = 0
  for (const one of holds) {
    if (one !== false) possible += 1
    if (one === true) known += 1
  }
  if (known >= count) return true
  return possible < count ? false : null
}

/** A finding made of others; unknown for the reason of the first that is unknown. */
export function composed(
  block: BlockPlace,
  holds: boolean | null,
  parts: readonly Finding[],
  occurrences: readonly Occurrence[] = [],
): Finding {
  if (holds !== null) return { block, holds, occurrences: holds ? [...occurrences].sort(byPlace) : [], parts }
  const reason = parts.find((part) => part.holds === null)?.reason ?? usualReason
  return { block, holds, occurrences: [], reason, parts }
}

export function unknown(block: BlockPlace, reason: Reason, parts: readonly Finding[] = []): Finding {
  return { block, holds: null, occurrences: [], reason, parts }
}

export function byPlace(a: Occurrence, b: Occurrence): number {
  return a.from - b.from || a.to - b.to
}

const usualReason: Reason = ['uncertain', reasons.cannotBeKnown]
