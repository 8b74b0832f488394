import { conditionChildren } from '../../../../shared/domain/rule-tree.ts'
import type { PlacedCondition } from '../../../../shared/domain/rule-tree.ts'
import { measureBlock, sentimentBlock } from './figure-blocks.ts'
import { manyBlock, notBlock } from './logic-blocks.ts'
import type { Block } from './look.ts'
import { momentBlock } from './moment-block.ts'
import { spokenPassageBlock } from './pace-blocks.ts'
import { nearBlock, orderBlock, withinBlock } from './passage-blocks.ts'
import { ownNameBlock, saidBlock } from './said-blocks.ts'
import type { Searches } from './searches.ts'

/** Compiles a condition with everything under it. Throws where a phrase cannot be read. */
export function compileBlock(placed: PlacedCondition, searches: Searches, needsPlaces = false): Block {
  const { path, condition } = placed
  const place = { path, kind: condition.kind }
  const goesByPlaces = needsPlaces || ['order', 'near', 'within'].includes(condition.kind)
  const parts = conditionChildren(placed).map((child) => compileBlock(child, searches, goesByPlaces))
  switch (condition.kind) {
    case 'said':
    case 'not-said':
      return saidBlock(place, condition, searches)
    case 'own-name':
      return ownNameBlock(place, condition, searches)
    case 'measure':
      return measureBlock(place, condition)
    case 'sentiment':
      return sentimentBlock(place, condition)
    case 'pace':
    case 'talked-over':
      return spokenPassageBlock(place, condition, searches)
    case 'moment':
      return momentBlock(place, condition, searches)
    case 'all':
    case 'any':
    case 'none':
    case 'at-least':
      return manyBlock(place, condition, parts, needsPlaces)
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
