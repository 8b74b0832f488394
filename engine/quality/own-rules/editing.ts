import { plural, t } from '#speech'
import type { RuleExample } from '../../../shared/domain/rule-example.ts'
import type { RuleProblem } from '../../../shared/domain/rule.ts'
import type { ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { reviewerName } from '../reviews/reviewer.ts'
import { readRule } from '../rules/index.ts'
import { optionProblems } from './option-of-answer.ts'
import { publishedQuestion, questionOf } from './question-of.ts'
import {
  readRuleEvents,
  readRuleRevision,
  readRuleVersions,
  setRuleState,
  writeRuleDraft,
  writeRuleEvent,
  type RuledQuestion,
  type RuleEventRow,
} from './rules.store.ts'

type Expected = RuledQuestion & { revision: number }

/** What is wrong with a rule as the answer to a question; none: it can answer. */
export function problemsOfRule(json: unknown, question: ScorecardQuestion): RuleProblem[] {
  const read = readRule(json)
  return read.rule === null ? read.problems : optionProblems(read.rule, question)
}

/** Saves the draft of a question's rule as it is; says what is wrong with it. `CONFLICT` where it was changed since `revision`. */
export function saveRuleDraft(
  context: EngineContext,
  input: Expected & { rule: unknown; examples: readonly RuleExample[] },
): Promise<{ revision: number; problems: RuleProblem[] }> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      const question = questionOf(database, input)
      refuseOther(database, input)
      const problems = problemsOfRule(input.rule, question)
      writeRuleDraft(database, input, {
        // JSON has no word for a rule that is not there
        rule: JSON.stringify(input.rule ?? null),
        examples: JSON.stringify(input.examples),
        at: context.now(),
        who: reviewerName(database),
      })
      return { revision: readRuleRevision(database, input), problems }
    }),
  )
}

/** Lets the draft answer in the place of what answered before. `INVALID_INPUT` for a rule or a form that cannot. */
export async function activateRule(context: EngineContext, input: Expected): Promise<void> {
  await deciding(context, input, (database) => {
    const question = publishedQuestion(database, input)
    if (!question)
      throw new Problem(
        'INVALID_INPUT',
        t`Reviewers do not score on this question yet: publish the scorecard, then let the rule answer it.`,
      )
    const versions = readRuleVersions(database, input)
    const draft = versions.find(({ state }) => state === 'draft')
    if (!draft) throw new Problem('CONFLICT', t`Nothing of this rule was changed since it answers.`)
    const [first, ...more] = problemsOfRule(JSON.parse(draft.rule), question)
    if (first)
      throw new Problem(
        'INVALID_INPUT',
        more.length === 0
          ? first.sentence
          : t`${{ sentence: first.sentence }} ${plural({ more: more.length }, { one: 'There is # more problem.', other: 'There are # more problems.' })}`,
      )
    const active = versions.find(({ state }) => state === 'active')
    if (active) setRuleState(database, input, active.version, 'past')
    setRuleState(database, input, draft.version, 'active')
    return { kind: 'activated', fromVersion: active?.version ?? null, toVersion: draft.version }
  })
}

/** Lets no rule answer the question any more. */
export async function deactivateRule(context: EngineContext, input: Expected): Promise<void> {
  await deciding(context, input, (database) => {
    const active = readRuleVersions(database, input).find(({ state }) => state === 'active')
    if (!active) throw new Problem('CONFLICT', t`No rule answers this question.`)
    setRuleState(database, input, active.version, 'past')
    return { kind: 'deactivated', fromVersion: active.version, toVersion: null }
  })
}

/** Lets answer what answered before the last decision; what was let answer is a draft again where nobody began another. */
export async function undoRuleDecision(context: EngineContext, input: Expected): Promise<void> {
  await deciding(context, input, (database) => {
    const [last] = readRuleEvents(database, input)
    if (!last) throw new Problem('CONFLICT', t`There is nothing to undo.`)
    const { fromVersion, toVersion } = last
    const versions = readRuleVersions(database, input)
    const undone = versions.find(({ version }) => version === toVersion)
    if (undone) setRuleState(database, input, undone.version, 'past')
    // what once answered is kept as it was, so that the draft is a copy
    if (undone && last.kind === 'activated' && !versions.some(({ state }) => state === 'draft'))
      writeRuleDraft(database, input, { ...undone, at: context.now(), who: reviewerName(database) })
    if (fromVersion !== null) setRuleState(database, input, fromVersion, 'active')
    return { kind: 'undone', fromVersion: toVersion, toVersion: fromVersion }
  })
}

function deciding(
  context: EngineContext,
  input: Expected,
  decide: (database: WritableDatabase) => Pick<RuleEventRow, 'kind' | 'fromVersion' | 'toVersion'>,
): Promise<void> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      questionOf(database, input)
      refuseOther(database, input)
      const decided = decide(database)
      writeRuleEvent(database, input, { ...decided, at: context.now(), who: reviewerName(database) })
    }),
  )
}

function refuseOther(database: ReadableDatabase, { revision, ...question }: Expected): void {
  if (readRuleRevision(database, question) !== revision)
    throw new Problem(
      'CONFLICT',
      t`This rule was changed somewhere else in the meantime; your last change was not saved. Open it again to go on from there.`,
    )
}
