import type { Reason } from '../unfit.ts'
import type { BlockPlace, Finding, Occurrence } from './finding.ts'
import { unknown } from './finding.ts'
import type { PreparedConversation } from './prepare.ts'
import type { Region } from './region.ts'
import { reasons } from '../reasons.ts'

/** One look of a rule at one conversation. */
export type Look = {
  readonly prepared: PreparedConversation
  /** Why nothing that is said can be told, under this rule. */
  readonly unfit: Reason | undefined
  readonly missing: { readonly start: Reason | undefined; readonly end: Reason | undefined }
  readonly mostUnheardShare: number
  /** What was found in the whole conversation, by number; null where only a part of it was looked at. */
  readonly found: (readonly Occurrence[] | null | undefined)[]
  /** Only what it comes to is wanted: what is decided need not be asked further. */
  readonly isBrief: boolean
  /** Work left: blocks asked, occurrences looked through and places tried. */
  left: number
}

/** A condition, compiled. */
export type Block = BlockPlace & {
  ask(look: Look, region: Region): Finding
}

/** What one rule may do to one conversation; ten thousand times what a usual one takes. */
export const mostWork = 2_000_000

export const tooMuchWork: Reason = ['uncertain', reasons.tooMuchWork]

/** Asks a block, as long as there is work left. */
export function ask(block: Block, look: Look, region: Region): Finding {
  look.left -= 1
  return look.left < 0 ? unknown(block, tooMuchWork) : block.ask(look, region)
}

/** What is found in the whole conversation, worked out once; numbers are given by `Searches`. */
export function foundOnce(
  number: number,
  look: Look,
  find: () => { occurrences: readonly Occurrence[]; tried: number },
): readonly Occurrence[] {
  const known = look.found[number]
  if (known !== undefined && known !== null) return known
  const { occurrences, tried } = find()
  look.left -= tried
  look.found[number] = occurrences
  return occurrences
}
