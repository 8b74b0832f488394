import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { Reason } from '../unfit.ts'
import { allOf, anyOf, composed, unknown } from './finding.ts'
import type { BlockPlace, Finding, Occurrence } from './finding.ts'
import { ask } from './look.ts'
import type { Block, Look } from './look.ts'
import { ownTurns, regionAfter, regionBefore } from './region.ts'
import type { Reach, Region } from './region.ts'
import { withoutTimes } from './where-said.ts'
import { reasons } from '../reasons.ts'

type HowMany = 'some' | 'every' | undefined
type Near = Extract<RuleCondition, { kind: 'near' }>
type Within = Extract<RuleCondition, { kind: 'within' }>
type Passages = { anchors: Finding; regions: (Region | null)[] }

/** The first before the other; with `every` before each time of the other. */
export function orderBlock(place: BlockPlace, first: Block, second: Block, howMany: HowMany): Block {
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const anchors = ask(howMany === 'every' ? second : first, look, region)
      const anchor = anchors.occurrences[0]
      if (anchors.holds === true && anchor !== undefined) {
        // the earliest decides: what comes after any of the first comes after the earliest, what comes before the earliest before each
        const part = partOf(look, region, anchor, howMany === 'every' ? 'before' : 'after', {})
        const found = ask(howMany === 'every' ? first : second, look, part!)
        const where = howMany === 'every' ? anchors.occurrences : found.occurrences
        return composed(block, found.holds, [anchors, found], where)
      }
      const other = ask(howMany === 'every' ? first : second, look, region)
      return composed(block, bothOf(anchors, other), [anchors, other])
    },
  }
  return block
}

/**
 * One thing within reach of another. A time after which the conversation ends at once does not count; with `every` within
 * reach of each time of the other.
 */
export function nearBlock(place: BlockPlace, condition: Near, what: Block, to: Block): Block {
  const directions = condition.direction === 'either' ? (['before', 'after'] as const) : [condition.direction]
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const anchors = ask(to, look, region)
      if (anchors.holds !== true || anchors.occurrences.length === 0) {
        const other = ask(what, look, region)
        return composed(block, bothOf(anchors, other), [anchors, other])
      }
      const parts = anchors.occurrences
        .map((anchor) => directions.map((direction) => partOf(look, region, anchor, direction, condition)))
        .filter((around) => around.some((part) => leavesChance(look, part, condition)))
      if (parts.length === 0) return unknown(block, endedTooSoon, [anchors])
      const perAnchor = parts.map((around) => {
        const found = around.map((part) => askIn(what, look, part))
        return found.length === 1 ? found[0]! : eitherOf(what, found)
      })
      return together(block, anchors, perAnchor, condition.howMany)
    },
  }
  return block
}

/** A condition looked at in passages only. */
export function withinBlock(
  place: BlockPlace,
  condition: Within,
  anchorBlocks: readonly Block[],
  inside: Block,
): Block {
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const { anchors, regions } = passagesOf(look, region, condition.passage, anchorBlocks)
      if (anchors.holds === null) return unknown(block, anchors.reason!, [anchors])
      if (regions.length === 0) {
        const without = condition.withoutPassage ?? 'false'
        if (without === 'unknown') return unknown(block, ['uncertain', reasons.noPassage], [anchors])
        return composed(block, without === 'true', [anchors])
      }
      const { passage } = condition
      const reach = passage.kind === 'between' ? {} : passage
      const parts = regions.filter((part) => leavesChance(look, part, reach))
      if (parts.length === 0) return unknown(block, endedTooSoon, [anchors])
      const found = parts.map((part) => askIn(inside, look, part))
      return together(block, anchors, found, condition.howMany)
    },
  }
  return block
}

function passagesOf(
  look: Look,
  region: Region,
  passage: Within['passage'],
  [from, to]: readonly Block[],
): Passages {
  const anchors = ask(from!, look, region)
  if (passage.kind !== 'between')
    return {
      anchors,
      regions: anchors.occurrences.map((anchor) => partOf(look, region, anchor, passage.kind, passage)),
    }
  const regions: Region[] = []
  for (const anchor of anchors.occurrences) {
    // one that begins inside the passage before belongs to it
    if (anchor.from < (regions.at(-1)?.to ?? 0)) continue
    const rest = partOf(look, region, anchor, 'after', {})!
    const end = ask(to!, look, rest).occurrences[0]
    regions.push(end === undefined ? rest : { ...rest, to: end.from, reachesEnd: false })
  }
  return { anchors, regions }
}

function partOf(
  { prepared }: Look,
  region: Region,
  anchor: Occurrence,
  direction: 'after' | 'before',
  reach: Reach,
): Region | null {
  return direction === 'after'
    ? regionAfter(prepared, region, anchor, reach)
    : regionBefore(prepared, region, anchor, reach)
}

const endedTooSoon: Reason = ['ended-early', reasons.endsBefore]

/** Whether anybody whose turns are counted speaks there: who hangs up leaves the other no chance. */
function leavesChance(look: Look, part: Region | null, { turnsOf = 'anyone' }: Reach): boolean {
  // where the end is missing, what comes after is unknown and not nothing
  if (part === null || !part.reachesEnd || look.missing.end !== undefined) return true
  const own = ownTurns(look.prepared, turnsOf, part)
  return part.to > part.from && own.last >= own.first
}

function askIn(block: Block, look: Look, region: Region | null): Finding {
  return region === null ? withoutTimes(block) : ask(block, look, region)
}

/** Without the anchor it is false; where that is unknown, it may still be that the other thing is nowhere. */
function bothOf(anchors: Finding, other: Finding): boolean | null {
  if (anchors.holds === false) return false
  // a condition can be true without a place: then nothing can be said to lie after it
  return allOf([anchors.holds === true ? null : anchors.holds, other.holds])
}

function eitherOf(block: Block, found: readonly Finding[]): Finding {
  return composed(
    block,
    anyOf(found.map(({ holds }) => holds)),
    found,
    found.flatMap(({ occurrences }) => occurrences),
  )
}

function together(block: Block, anchors: Finding, found: readonly Finding[], howMany: HowMany): Finding {
  const holds = found.map((one) => one.holds)
  return composed(
    block,
    howMany === 'every' ? allOf(holds) : anyOf(holds),
    [anchors, ...found],
    found.flatMap((one) => (one.holds === true ? one.occurrences : [])),
  )
}
