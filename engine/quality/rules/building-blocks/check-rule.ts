import type { z } from 'zod'
import { msg, say, t, type MessageDescriptor } from '#speech'
import { ruleStructureProblems } from '../../../../shared/domain/rule-problems.ts'
import { allConditions } from '../../../../shared/domain/rule-tree.ts'
import type { PlacedCondition } from '../../../../shared/domain/rule-tree.ts'
import { questionRule } from '../../../../shared/domain/rule.ts'
import type { QuestionRule, RuleProblem } from '../../../../shared/domain/rule.ts'
import { checkPattern } from '../../../language/index.ts'
import { phraseSet, starterLists } from './phrase-sets.ts'

/** Values within values: more than any rule of eight conditions one in the other has. */
const mostLevels = 40
const mostValues = 50_000
const longestList = 5000
const mostProblems = 50

/**
 * Reads a rule from JSON of anybody's making: the rule, or what is wrong with it, one sentence each with its path. Work is bounded
 * whatever is given.
 */
export function readRule(
  json: unknown,
): { rule: QuestionRule; problems: [] } | { rule: null; problems: RuleProblem[] } {
  const tooLarge = whyTooLarge(json)
  if (tooLarge !== undefined) return { rule: null, problems: [{ path: '', sentence: tooLarge }] }
  const parsed = questionRule.safeParse(json, { reportInput: true })
  if (!parsed.success)
    return { rule: null, problems: parsed.error.issues.slice(0, mostProblems).map(problemOfIssue) }
  const problems = ruleProblems(parsed.data)
  return problems.length === 0 ? { rule: parsed.data, problems: [] } : { rule: null, problems }
}

/** What is wrong with a rule; none: it can be compiled. */
export function ruleProblems(rule: QuestionRule): RuleProblem[] {
  const structure = ruleStructureProblems(rule)
  const lists = Object.entries(rule.lists ?? {}).flatMap(([name, list]) => listProblems(name, list))
  if (lists.length > 0) return [...structure, ...lists].slice(0, mostProblems)
  const known = { ...starterLists(), ...rule.lists }
  const phrases = allConditions(rule)
    .reverse()
    .flatMap((placed) => phraseProblems(placed, known))
  return [...structure, ...phrases].slice(0, mostProblems)
}

function phraseProblems(
  { path, condition }: PlacedCondition,
  lists: Readonly<Record<string, string>>,
): RuleProblem[] {
  if (!('phrases' in condition)) return []
  const except = 'except' in condition ? (condition.except ?? []) : []
  const exceptSets = 'exceptSets' in condition ? (condition.exceptSets ?? []) : []
  const unread = (key: string, patterns: readonly string[]) =>
    patterns.flatMap((pattern, index) => {
      const sentence = checkPattern(pattern, lists)
      return sentence === undefined ? [] : [{ path: `${path}.${key}.${index}`, sentence }]
    })
  const missing = (key: string, names: readonly string[]) =>
    names.flatMap((name, index) =>
      phraseSet(name) === undefined
        ? [{ path: `${path}.${key}.${index}`, sentence: t`There is no set of phrases "${{ name }}".` }]
        : [],
    )
  return [
    ...unread('phrases', condition.phrases),
    ...missing('sets', condition.sets ?? []),
    ...unread('except', except),
    ...missing('exceptSets', exceptSets),
  ]
}

function listProblems(name: string, list: string): RuleProblem[] {
  const path = `lists.${name}`
  if (!/^[a-z0-9-]+$/i.test(name))
    return [{ path, sentence: t`A word list is named with letters, figures and hyphens, not "${{ name }}".` }]
  if (list.length > longestList)
    return [
      { path, sentence: t`The word list "${{ name }}" is longer than ${{ most: longestList }} characters.` },
    ]
  if (list.includes('{')) return [{ path, sentence: t`The word list "${{ name }}" names another one.` }]
  const words = list.split('|').map((word) => checkPattern(word))
  const problem = words.find((sentence) => sentence !== undefined)
  return problem === undefined ? [] : [{ path, sentence: problem }]
}

/** Looks at no more than it has to, and never deeper than it counts. */
function whyTooLarge(json: unknown): string | undefined {
  const waiting: { value: unknown; level: number }[] = [{ value: json, level: 1 }]
  let values = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    values += 1
    if (values > mostValues) return t`The rule is too large to be read.`
    if (next.level > mostLevels) return t`The rule is nested too deep to be read.`
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const value of Object.values(next.value)) waiting.push({ value, level: next.level + 1 })
  }
  return undefined
}

function problemOfIssue(issue: z.core.$ZodIssue): RuleProblem {
  return { path: issue.path.join('.'), sentence: sentenceOf(issue) }
}

const shapes: Partial<Record<string, MessageDescriptor>> = {
  object: msg`a set of named values`,
  record: msg`a set of named values`,
  array: msg`a list`,
  string: msg`a text`,
  number: msg`a number`,
  int: msg`a whole number`,
  boolean: msg`true or false`,
}

function shapeInWords(expected: string): string {
  const shape = shapes[expected]
  return shape ? say(shape) : t`something else`
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path.at(-1) ?? t`The rule`)
  switch (issue.code) {
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator === 'kind'
        ? t`There is no building block of this kind.`
        : t`"${{ name }}" is not one of the values it can have.`
    case 'unrecognized_keys':
      return t`${{ keys: issue.keys.map((key) => `"${key}"`).join(', ') }} does not belong here.`
    case 'invalid_type':
      return issue.input === undefined
        ? t`"${{ name }}" is missing.`
        : t`"${{ name }}" has to be ${{ shape: shapeInWords(issue.expected) }}.`
    case 'invalid_value':
      return t`"${{ name }}" can only be ${{ values: issue.values.map((value) => JSON.stringify(value)).join(', ') }}.`
    case 'too_small':
      return t`"${{ name }}" is less than ${{ least: String(issue.minimum) }}.`
    case 'too_big':
      return t`"${{ name }}" is more than ${{ most: String(issue.maximum) }}.`
    default:
      return t`"${{ name }}" cannot be read.`
  }
}
