import { conditionChildren } from '../../../../shared/domain/rule-tree.ts'
import type { PlacedCondition } from '../../../../shared/domain/rule-tree.ts'
import { measureBlock, sentimentBlock } from './figure-blocks.ts'
import { manyBlock, notBlock } from './logic-blocks.ts'
import type { Block } from './look.ts'
import { momentBlock } from './moment-block.ts'
import { spokenPassageBlock } from './pace-blocks.ts'
import { nearBlock, orderBlock, withinBlock } from './passage-blocks.ts'
import { ownNameBlock, saidBlock } from './said-blocks.ts'
import type { Lists } from './said-blocks.ts'

/** Compiles a condition with everything under it; `next` numbers the blocks of a rule. Throws where a phrase cannot be read. */
export function compileBlock(placed: PlacedCondition, lists: Lists, next: () => number): Block {
  const { path, condition } = placed
  const place = { path, kind: condition.kind, number: next() }
  const parts = conditionChildren(placed).map((child) => compileBlock(child, lists, next))
  switch (condition.kind) {
    case 'said':
    case 'not-said':
      return saidBlock(place, condition, lists)
    case 'own-name':
      return ownNameBlock(place, condition, lists)
    case 'measure':
      return measureBlock(place, condition)
    case 'sentiment':
      return sentimentBlock(place, condition)
    case 'pace':
    case 'talked-over':
      return spokenPassageBlock(place, condition, lists)
    case 'moment':
      return momentBlock(place, condition)
    case 'all':
    case 'any':
    case 'none':
    case 'at-least':
      return manyBlock(place, condition, parts)
    case 'not':
      return notBlock(place, parts[0]!)
    case 'order':
      return orderBlock(place, parts[0]!, parts[1]!, condition.howMany)
    case 'near':
      return nearBlock(place, condition, parts[0]!, parts[1]!)
    case 'within':
      return withinBlock(place, condition, parts.slice(0, -1), parts.at(-1)!)
  }
}
