import { t } from '@lingui/core/macro'
import { allConditions } from '../../../../shared/domain/rule-tree.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { setAt, valueAt, type RuleEdit } from './rule-edits.ts'

/** The words of a list, one each. */
export function wordsOf(list: string): string[] {
  return list
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Why a list cannot have a name, in one sentence; undefined where it can. */
export function whyNotNamed(rule: QuestionRule, name: string): string | undefined {
  if (!/^[a-z0-9-]+$/i.test(name)) return t`Name it with letters, figures and hyphens.`
  // the names every object has are none of a list
  return Object.hasOwn(rule.lists ?? {}, name) || name === '__proto__'
    ? t`There is a list "${name}" already.`
    : undefined
}

/** Adds a list or gives one other words. */
export function setList(name: string, words: readonly string[]): RuleEdit {
  return (rule) => ({ ...rule, lists: { ...rule.lists, [name]: words.join('|') } })
}

/** Takes a list away; phrases that use it then say that it is missing. */
export function removeList(name: string): RuleEdit {
  return (rule) => setAt('lists', Object.fromEntries(entriesOf(rule).filter(([one]) => one !== name)))(rule)
}

/** Gives a list another name, in the phrases that use it, too. */
export function renameList(name: string, next: string): RuleEdit {
  return (rule) => {
    const lists = Object.fromEntries(entriesOf(rule).map(([one, list]) => [one === name ? next : one, list]))
    const renamed = phrasePaths(rule).reduce<QuestionRule>((now, path) => {
      const phrase = valueAt(now, path) as string
      const changed = phrase.replaceAll(`{${name}}`, `{${next}}`)
      return changed === phrase ? now : setAt(path, changed)(now)
    }, rule)
    return { ...renamed, lists }
  }
}

/** In how many phrases a list is used. */
export function usesOf(rule: QuestionRule, name: string): number {
  return phrasePaths(rule).filter((path) => (valueAt(rule, path) as string).includes(`{${name}}`)).length
}

/** The word lists that phrases name and that are not there. */
export function missingLists(phrases: readonly string[], known: ReadonlySet<string>): string[] {
  const named = phrases.flatMap((phrase) =>
    [...phrase.matchAll(/\{([a-z0-9-]+)\}/gi)].map(([, name]) => name!),
  )
  return [...new Set(named)].filter((name) => !known.has(name))
}

/** A name that no list has yet. */
export function freeName(rule: QuestionRule, taken: readonly string[]): string {
  const names = new Set([...taken, ...entriesOf(rule).map(([name]) => name)])
  let number = 1
  while (names.has(`words-${number}`)) number++
  return `words-${number}`
}

function entriesOf(rule: QuestionRule): [string, string][] {
  return Object.entries(rule.lists ?? {})
}

function phrasePaths(rule: QuestionRule): string[] {
  return allConditions(rule).flatMap(({ path, condition }) => {
    if (!('phrases' in condition)) return []
    const except = 'except' in condition ? (condition.except ?? []) : []
    return [
      ...condition.phrases.map((_, index) => `${path}.phrases.${index}`),
      ...except.map((_, index) => `${path}.except.${index}`),
    ]
  })
}
