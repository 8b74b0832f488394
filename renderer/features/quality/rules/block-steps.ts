import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import {
  addTo,
  duplicateAt,
  insertAt,
  listAt,
  moveAt,
  placeOf,
  removeAt,
  setAt,
  valueAt,
  type RuleEdit,
} from './rule-edits.ts'

/** What can be done with a block as a whole, and where it stands then. */
export interface BlockStep {
  edit: RuleEdit
  /** The path of the block to go on from. */
  to: string
  /** Whether its first field is wanted, to be filled in. */
  isNew?: boolean
}

export type BlockMove = 'up' | 'down' | 'duplicate' | 'in' | 'out' | 'alone' | 'remove'

/** What one move of a block comes to; undefined where it cannot be made. */
export function blockStep(rule: QuestionRule, path: string, move: BlockMove): BlockStep | undefined {
  const item = itemOf(path)
  switch (move) {
    case 'up':
    case 'down': {
      if (item === undefined) return undefined
      const by = move === 'up' ? -1 : 1
      const { list, index } = placeOf(item)
      if (index + by < 0 || index + by >= listAt(rule, list).length) return undefined
      return { edit: moveAt(item, by), to: `${list}.${index + by}${path.slice(item.length)}` }
    }
    case 'duplicate': {
      if (item === undefined) return undefined
      const { list, index } = placeOf(item)
      return { edit: duplicateAt(item), to: `${list}.${index + 1}${path.slice(item.length)}` }
    }
    case 'in':
      return intoGroupAbove(rule, path)
    case 'out':
      return outOfGroup(rule, path)
    case 'alone': {
      const around = parentOf(rule, path)
      return around === undefined
        ? undefined
        : { edit: (now) => setAt(around, valueAt(now, path))(now), to: around }
    }
    case 'remove':
      return removed(rule, path, item)
  }
}

/** Puts something behind the last of a list; `when` is where its block stands, in a list of more than blocks. */
export function addStep(rule: QuestionRule, list: string, value: object): BlockStep {
  const at = `${list}.${listAt(rule, list).length}`
  return { edit: addTo(list, value), to: 'when' in value ? `${at}.when` : at, isNew: true }
}

/** Puts a block into another one that asks for several. */
export function wrapAt(path: string, kind: 'all' | 'any' | 'none'): BlockStep {
  return {
    edit: (rule) => setAt(path, { kind, of: [valueAt(rule, path)] })(rule),
    to: `${path}.of.0`,
  }
}

/** The block another one stands in; undefined for one a rule begins with. */
export function parentOf(rule: QuestionRule, path: string): string | undefined {
  const keys = path.split('.')
  for (let length = keys.length - 1; length > 0; length--) {
    const at = keys.slice(0, length).join('.')
    if (isBlock(valueAt(rule, at))) return at
  }
  return undefined
}

/** What moves with a block: itself in a group, or the entry of a list that it is the condition of. */
function itemOf(path: string): string | undefined {
  if (/\.of\.\d+$/.test(path)) return path
  return /^(?:appliesWhen|guards\.nearMisses|options)\.\d+(?=\.when$)/.exec(path)?.[0]
}

function removed(rule: QuestionRule, path: string, item: string | undefined): BlockStep | undefined {
  if (path === 'failWhen') return { edit: setAt(path, undefined), to: 'passWhen' }
  if (item === undefined) return undefined
  const { list, index } = placeOf(item)
  const others = listAt(rule, list).length - 1
  const next = `${list}.${Math.min(index, others - 1)}${path.slice(item.length)}`
  return { edit: removeAt(item), to: others > 0 ? next : (parentOf(rule, path) ?? list) }
}

function intoGroupAbove(rule: QuestionRule, path: string): BlockStep | undefined {
  if (!/\.of\.\d+$/.test(path)) return undefined
  const { list, index } = placeOf(path)
  const above = `${list}.${index - 1}.of`
  if (index === 0 || !Array.isArray(valueAt(rule, above))) return undefined
  const end = `${above}.${listAt(rule, above).length}`
  return { edit: (now) => removeAt(path)(insertAt(end, valueAt(now, path))(now)), to: end }
}

function outOfGroup(rule: QuestionRule, path: string): BlockStep | undefined {
  if (!/\.of\.\d+$/.test(path)) return undefined
  const group = parentOf(rule, path)
  if (group === undefined || !/\.of\.\d+$/.test(group)) return undefined
  const { list, index } = placeOf(group)
  const after = `${list}.${index + 1}`
  const isLast = listAt(rule, `${group}.of`).length === 1
  return isLast
    ? { edit: (now) => setAt(group, valueAt(now, path))(now), to: group }
    : { edit: (now) => removeAt(path)(insertAt(after, valueAt(now, path))(now)), to: after }
}

function isBlock(value: unknown): value is RuleCondition {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && !('anchor' in value || 'from' in value)
  )
}
