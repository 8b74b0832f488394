import type { Occurrence } from './finding.ts'
import type { PreparedConversation } from './prepare.ts'
import { positionAfterMs, positionBeforeMs, timesOf } from './times.ts'

/** A part of a conversation: places among all its words, and whether it is bounded by the conversation's own beginning and end. */
export type Region = {
  readonly from: number
  readonly to: number
  readonly reachesStart: boolean
  readonly reachesEnd: boolean
}

export type Reach = {
  turns?: number | undefined
  turnsOf?: 'agent' | 'customer' | 'anyone' | undefined
  seconds?: number | undefined
}

export function wholeOf({ words }: PreparedConversation): Region {
  return { from: 0, to: words.length, reachesStart: true, reachesEnd: true }
}

/** The places in `turnsBy` of the first and last turn of a speaker in a region; the last lies before the first where there is none. */
export function ownTurns(
  { turns, turnsBy }: PreparedConversation,
  by: 'agent' | 'customer' | 'anyone',
  { from, to }: Region,
): { first: number; last: number } {
  const own = turnsBy[by]
  return {
    first: firstWhere(own.length, (at) => turns[own[at]!]!.to > from),
    last: firstWhere(own.length, (at) => turns[own[at]!]!.from >= to) - 1,
  }
}

/**
 * What follows an occurrence in a region: to the end of the n-th turn after its own, as far as the seconds reach, or whichever is
 * sooner. Null where seconds are asked for and there are no times.
 */
export function regionAfter(
  prepared: PreparedConversation,
  region: Region,
  occurrence: Occurrence,
  { turns, turnsOf = 'anyone', seconds }: Reach,
): Region | null {
  let to = region.to
  let { reachesEnd } = region
  if (turns !== undefined) {
    const own = prepared.turnsBy[turnsOf]
    const next = firstWhere(own.length, (at) => own[at]! > occurrence.turn)
    const last = own[next + turns - 1]
    const end = last === undefined ? Infinity : prepared.turns[last]!.to
    if (end <= to) [to, reachesEnd] = [end, false]
  }
  if (seconds !== undefined) {
    const { endMs } = timesOf(prepared, occurrence)
    if (endMs === null) return null
    const end = positionAfterMs(prepared, endMs + seconds * 1000)
    if (end < to) [to, reachesEnd] = [end, false]
  }
  const from = Math.max(region.from, occurrence.to)
  return { from, to: Math.max(from, to), reachesStart: false, reachesEnd }
}

/** What comes before an occurrence, the same way. */
export function regionBefore(
  prepared: PreparedConversation,
  region: Region,
  occurrence: Occurrence,
  { turns, turnsOf = 'anyone', seconds }: Reach,
): Region | null {
  let { from, reachesStart } = region
  if (turns !== undefined) {
    const own = prepared.turnsBy[turnsOf]
    // a moment lies after the whole of its turn, which is the first before it
    const isBetween = occurrence.moment !== undefined
    const next = firstWhere(own.length, (at) => own[at]! >= occurrence.turn + (isBetween ? 1 : 0))
    const first = own[next - turns]
    const start = first === undefined ? -1 : prepared.turns[first]!.from
    if (start >= from) [from, reachesStart] = [start, false]
  }
  if (seconds !== undefined) {
    const { startMs } = timesOf(prepared, occurrence)
    if (startMs === null) return null
    const start = positionBeforeMs(prepared, startMs - seconds * 1000)
    if (start > from) [from, reachesStart] = [start, false]
  }
  const to = Math.min(region.to, occurrence.from)
  return { from: Math.min(from, to), to, reachesStart, reachesEnd: false }
}

/** The first place of 0..count for which it is true, where it stays true from there on; `count` where for none. */
export function firstWhere(count: number, isTrue: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
