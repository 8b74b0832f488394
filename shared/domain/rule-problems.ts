import { t } from '#speech'
import type { RuleCondition } from './rule-conditions.ts'
import { contradictions, limitProblems } from './rule-limits.ts'
import { allConditions, hasPlaces } from './rule-tree.ts'
import type { PlacedCondition } from './rule-tree.ts'
import type { QuestionRule, RuleProblem } from './rule.ts'

export const mostRuleDepth = 8
export const mostRuleConditions = 200
const mostPhrasesEach = 200
const mostPhrases = 2000

/** What is wrong with how a rule is put together; whether its phrases can be read is for the engine to say. */
export function ruleStructureProblems(rule: QuestionRule): RuleProblem[] {
  const conditions = allConditions(rule)
  const problems: RuleProblem[] = []
  if (conditions.length > mostRuleConditions)
    problems.push({
      path: '',
      sentence: t`The rule has ${{ conditions: conditions.length }} conditions; at most ${{ most: mostRuleConditions }} are read.`,
    })
  const deepest = conditions.reduce((most, one) => (one.depth > most.depth ? one : most))
  if (deepest.depth > mostRuleDepth)
    problems.push({
      path: deepest.path,
      sentence: t`Conditions are nested ${{ depth: deepest.depth }} deep here; at most ${{ most: mostRuleDepth }} are read.`,
    })
  const phrases = conditions.reduce((sum, { condition }) => sum + ownPhrases(condition).length, 0)
  if (phrases > mostPhrases)
    problems.push({
      path: '',
      sentence: t`The rule has ${{ phrases }} phrases; at most ${{ most: mostPhrases }} are read.`,
    })
  if (rule.answers === 'options' && rule.options.length === 0)
    problems.push({ path: 'options', sentence: t`Give at least one option.` })
  if (rule.answers === 'pass-fail' && JSON.stringify(rule.passWhen) === JSON.stringify(rule.failWhen))
    problems.push({ path: 'failWhen', sentence: t`What passes and what fails are the same.` })
  return [...problems, ...conditions.reverse().flatMap((one) => conditionProblems(one))]
}

/** The phrases a condition has of its own. */
export function ownPhrases(condition: RuleCondition): readonly string[] {
  return 'phrases' in condition ? condition.phrases : []
}

function conditionProblems({ path, condition }: PlacedCondition): RuleProblem[] {
  const at = (sentence: string, key?: string): RuleProblem => ({
    path: key === undefined ? path : `${path}.${key}`,
    sentence,
  })
  const problems: RuleProblem[] = []
  if ('phrases' in condition) {
    if (condition.phrases.length + (condition.sets ?? []).length === 0)
      problems.push(at(t`Give at least one phrase.`, 'phrases'))
    if (condition.phrases.length > mostPhrasesEach)
      problems.push(at(t`At most ${{ most: mostPhrasesEach }} phrases can stand in one list.`, 'phrases'))
    problems.push(...whereProblems(condition.where).map((sentence) => at(sentence, 'where')))
  }
  if ('comparison' in condition) problems.push(...limitProblems(condition).map((sentence) => at(sentence)))
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
    case 'at-least':
      if (condition.of.length === 0) problems.push(at(t`Put at least one condition into it.`, 'of'))
      else if (condition.kind === 'at-least' && condition.count > condition.of.length)
        problems.push(
          at(
            t`At least ${{ least: condition.count }} of ${{ all: condition.of.length }} can never be true.`,
            'count',
          ),
        )
      if (condition.kind === 'all')
        problems.push(...contradictions(condition.of).map((sentence) => at(sentence, 'of')))
      break
    case 'order':
      if (!hasPlaces(condition.first)) problems.push(at(noPlace(), 'first'))
      if (!hasPlaces(condition.second)) problems.push(at(noPlace(), 'second'))
      break
    case 'near':
      if (!hasPlaces(condition.to)) problems.push(at(noPlace(), 'to'))
      if (condition.turns === undefined && condition.seconds === undefined)
        problems.push(at(t`Say within how many turns or seconds.`))
      break
    case 'within': {
      const { passage } = condition
      if (passage.kind !== 'between') {
        if (!hasPlaces(passage.anchor)) problems.push(at(noPlace(), 'passage.anchor'))
        break
      }
      if (!hasPlaces(passage.from)) problems.push(at(noPlace(), 'passage.from'))
      if (!hasPlaces(passage.to)) problems.push(at(noPlace(), 'passage.to'))
      break
    }
    default:
      break
  }
  return problems
}

const noPlace = () => t`This has no place in the conversation, so nothing can come before or after it.`

function whereProblems(where: Extract<RuleCondition, { kind: 'said' }>['where']): string[] {
  if (where === undefined) return []
  const problems: string[] = []
  if ((where.fromShare ?? 0) >= (where.toShare ?? 1))
    problems.push(t`The part of the conversation ends before it begins.`)
  if ((where.fromSeconds ?? 0) >= (where.toSeconds ?? Infinity))
    problems.push(t`The time window ends before it begins.`)
  return problems
}
