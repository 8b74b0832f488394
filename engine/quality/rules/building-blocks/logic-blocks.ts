import { allOf, anyOf, atLeast, composed, notOf } from './finding.ts'
import type { BlockPlace, Finding, Occurrence } from './finding.ts'
import { ask } from './look.ts'
import type { Block } from './look.ts'

type Many = { kind: 'all' | 'any' | 'none' } | { kind: 'at-least'; count: number }

/**
 * All, any, none or so many of several conditions. Where it holds is where those of them are that do; `needsPlaces`: something else goes
 * by these places.
 */
export function manyBlock(
  place: BlockPlace,
  condition: Many,
  blocks: readonly Block[],
  needsPlaces: boolean,
): Block {
  const together = togetherOf(condition)
  const settling = settlingOf(condition, needsPlaces)
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const parts: Finding[] = []
      for (const one of blocks) {
        const part = ask(one, look, region)
        parts.push(part)
        if (look.isBrief && part.holds === settling) break
      }
      const holds = together(parts.map((part) => part.holds))
      const occurrences: Occurrence[] =
        condition.kind === 'none'
          ? []
          : parts.flatMap((part) => (part.holds === true ? part.occurrences : []))
      return composed(block, holds, parts, occurrences)
    },
  }
  return block
}

/** What one part has to be for the others not to matter; where its places matter, all that hold are wanted. */
function settlingOf({ kind }: Many, needsPlaces: boolean): boolean | undefined {
  switch (kind) {
    case 'all':
      return false
    case 'none':
      return true
    case 'any':
      return needsPlaces ? undefined : true
    case 'at-least':
      return undefined
  }
}

function togetherOf(condition: Many): (holds: readonly (boolean | null)[]) => boolean | null {
  switch (condition.kind) {
    case 'all':
      return allOf
    case 'any':
      return anyOf
    case 'none':
      return (holds) => notOf(anyOf(holds))
    case 'at-least':
      return (holds) => atLeast(condition.count, holds)
  }
}

/** True where the other is false, unknown where it is. */
export function notBlock(place: BlockPlace, negated: Block): Block {
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const part = ask(negated, look, region)
      return composed(block, notOf(part.holds), [part])
    },
  }
  return block
}
