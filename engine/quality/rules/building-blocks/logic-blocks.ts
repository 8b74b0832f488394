import { allOf, anyOf, atLeast, composed, notOf } from './finding.ts'
import type { BlockPlace, Occurrence } from './finding.ts'
import { ask } from './look.ts'
import type { Block } from './look.ts'

type Many = { kind: 'all' | 'any' | 'none' } | { kind: 'at-least'; count: number }

/** All, any, none or so many of several conditions. Where it holds is where those of them are that do. */
export function manyBlock(
  place: BlockPlace & { number: number },
  condition: Many,
  blocks: readonly Block[],
): Block {
  const together = togetherOf(condition)
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const parts = blocks.map((one) => ask(one, look, region))
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
export function notBlock(place: BlockPlace & { number: number }, negated: Block): Block {
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const part = ask(negated, look, region)
      return composed(block, notOf(part.holds), [part])
    },
  }
  return block
}
