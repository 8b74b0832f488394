import type { QuestionRule } from '../../../../shared/domain/rule.ts'

/** A change of a rule; the rule itself where there is nothing to change. */
export type RuleEdit = (rule: QuestionRule) => QuestionRule

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

/** Puts something at a path; undefined takes the key away, and a group of settings goes with its last. */
export function setAt(path: string, value: unknown): RuleEdit {
  return (rule) => withoutEmpty(changed(rule, path.split('.'), () => value) as QuestionRule)
}

/** Puts a block behind the last one of a list, which is made where there is none. */
export function addTo(path: string, value: unknown): RuleEdit {
  return (rule) => setAt(path, [...listAt(rule, path), value])(rule)
}

/** Takes one of a list away; a list of parts that need not be there goes with its last. */
export function removeAt(path: string): RuleEdit {
  const { list, index } = placeOf(path)
  return (rule) => {
    const left = listAt(rule, list).filter((_, at) => at !== index)
    return setAt(list, left.length === 0 && isOptional(list) ? undefined : left)(rule)
  }
}

/** Moves one of a list by so many places; what would leave the list stays. */
export function moveAt(path: string, by: -1 | 1): RuleEdit {
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
export function duplicateAt(path: string): RuleEdit {
  const { list, index } = placeOf(path)
  return (rule) => insertAt(`${list}.${index + 1}`, valueAt(rule, path))(rule)
}

/** Puts something into a list, in the place of what moves down for it. */
export function insertAt(path: string, value: unknown): RuleEdit {
  const { list, index } = placeOf(path)
  return (rule) => {
    const items = listAt(rule, list)
    return setAt(list, [...items.slice(0, index), value, ...items.slice(index)])(rule)
  }
}

/** The items of a list; none where there is no list. */
export function listAt(rule: QuestionRule, path: string): readonly unknown[] {
  const list = valueAt(rule, path)
  return Array.isArray(list) ? list : []
}

/** The list a path leads into, and the place there; the place is NaN for what is none of a list. */
export function placeOf(path: string): { list: string; index: number } {
  const at = path.lastIndexOf('.')
  return { list: path.slice(0, Math.max(at, 0)), index: Number(path.slice(at + 1)) }
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

function withoutEmpty(rule: QuestionRule): QuestionRule {
  const copy = { ...rule }
  if (copy.guards && Object.keys(copy.guards).length === 0) delete copy.guards
  if (copy.lists && Object.keys(copy.lists).length === 0) delete copy.lists
  return copy
}

function isOptional(list: string): boolean {
  return list === 'appliesWhen' || list === 'guards.nearMisses'
}
