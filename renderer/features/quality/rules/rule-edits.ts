import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'

type Edit = (rule: QuestionRule) => QuestionRule

/** A rule to begin with, which says nothing yet. */
export const emptyRule: QuestionRule = {
  format: 1,
  languages: ['en'],
  answers: 'pass-fail',
  passWhen: { kind: 'said', by: 'agent', phrases: [] },
  pass: { confidence: 0.9 },
  fail: { confidence: 0.8 },
}

/** What stands at a path such as `passWhen.of.1`; undefined where nothing does. */
export function valueAt(rule: unknown, path: string): unknown {
  return path === '' ? rule : path.split('.').reduce<unknown>((value, key) => childOf(value, key), rule)
}

/** Puts something at a path; undefined takes the key away. */
export function setAt(path: string, value: unknown): Edit {
  return (rule) => changed(rule, path.split('.'), () => value) as QuestionRule
}

/** Puts a block behind the last one of a list, which is made where there is none. */
export function addTo(path: string, value: unknown): Edit {
  return (rule) => setAt(path, [...listAt(rule, path), value])(rule)
}

/** Takes one of a list away; a list of parts that need not be there goes with its last. */
export function removeAt(path: string): Edit {
  const { list, index } = placeOf(path)
  return (rule) => {
    const left = listAt(rule, list).filter((_, at) => at !== index)
    return setAt(list, left.length === 0 && isOptional(list) ? undefined : left)(rule)
  }
}

/** Moves one of a list by so many places; what would leave the list stays. */
export function moveAt(path: string, by: -1 | 1): Edit {
  const { list, index } = placeOf(path)
  return (rule) => {
    const items = [...listAt(rule, list)]
    const to = index + by
    if (to < 0 || to >= items.length) return rule
    const [moved] = items.splice(index, 1)
    items.splice(to, 0, moved)
    return setAt(list, items)(rule)
  }
}

/** Puts a copy behind one of a list. */
export function duplicateAt(path: string): Edit {
  const { list, index } = placeOf(path)
  return (rule) => {
    const items = listAt(rule, list)
    return setAt(list, [...items.slice(0, index + 1), items[index], ...items.slice(index + 1)])(rule)
  }
}

/** Puts a block into another one that asks for several. */
export function wrapAt(path: string, kind: 'all' | 'any' | 'none'): Edit {
  return (rule) => setAt(path, { kind, of: [valueAt(rule, path)] })(rule)
}

/** Whether a path is that of one of a list, which can be moved, copied and taken away. */
export function isListed(path: string): boolean {
  return /\.\d+$/.test(path)
}

/** A block of a kind, as it begins; parts of the one it replaces stay where they fit. */
export function newBlock(kind: RuleCondition['kind'], before?: RuleCondition): RuleCondition {
  const said: RuleCondition = { kind: 'said', by: 'agent', phrases: [] }
  const phrases = before !== undefined && 'phrases' in before ? before.phrases : []
  const of = before !== undefined && 'of' in before && Array.isArray(before.of) ? before.of : [before ?? said]
  switch (kind) {
    case 'said':
    case 'not-said':
      return before?.kind === 'said' || before?.kind === 'not-said'
        ? { ...before, kind }
        : { kind, by: 'agent', phrases }
    case 'own-name':
      return { kind, phrases }
    case 'measure':
      return { kind, metric: 'silence_share', comparison: 'at-most', value: 0.2 }
    case 'sentiment':
      return { kind, of: 'end', comparison: 'at-least', value: 0 }
    case 'pace':
      return { kind, phrases, comparison: 'at-most', value: 200 }
    case 'talked-over':
      return { kind, phrases, comparison: 'at-most', value: 1 }
    case 'moment':
      return { kind, moment: 'hold', leastSeconds: 10 }
    case 'all':
    case 'any':
    case 'none':
      return { kind, of }
    case 'at-least':
      return { kind, count: 1, of }
    case 'not':
      return { kind, of: before ?? said }
    case 'order':
      return { kind, first: before ?? said, second: said }
    case 'near':
      return { kind, what: before ?? said, to: said, direction: 'after', turns: 3 }
    case 'within':
      return {
        kind,
        passage: { kind: 'after', anchor: said, turns: 5 },
        condition: before ?? said,
        withoutPassage: 'unknown',
      }
  }
}

function childOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function changed(value: unknown, [key, ...rest]: readonly string[], change: () => unknown): unknown {
  if (key === undefined) return change()
  const next = changed(childOf(value, key), rest, change)
  if (Array.isArray(value)) return value.map((one, at) => (at === Number(key) ? next : one) as unknown)
  const copy: Record<string, unknown> = { ...(typeof value === 'object' ? value : {}) }
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return copy
}

function listAt(rule: QuestionRule, path: string): readonly unknown[] {
  const list = valueAt(rule, path)
  return Array.isArray(list) ? list : []
}

function placeOf(path: string): { list: string; index: number } {
  const at = path.lastIndexOf('.')
  return { list: path.slice(0, at), index: Number(path.slice(at + 1)) }
}

function isOptional(list: string): boolean {
  return list === 'appliesWhen' || list === 'guards.nearMisses'
}
