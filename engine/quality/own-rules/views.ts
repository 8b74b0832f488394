import { z } from 'zod'
import type { RuleOfQuestion } from '../../../shared/contract/rules.ts'
import { ruleExample } from '../../../shared/domain/rule-example.ts'
import { optionsOf } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readScorecard } from '../scorecards/versions.store.ts'
import { askedByRules } from '../trust/flow/scorer.ts'
import { problemsOfRule } from './editing.ts'
import { optionOfAnswer } from './option-of-answer.ts'
import { publishedQuestion, questionOf } from './question-of.ts'
import {
  readRuleEvents,
  readRuleRevision,
  readRuleVersions,
  type RuledQuestion,
  type RuleVersionRow,
} from './rules.store.ts'

/** A question's rule: the draft and what is wrong with it, the one that answers, and how it came to that. `NOT_FOUND` without the question. */
export function ruleOfQuestion(database: ReadableDatabase, asked: RuledQuestion): RuleOfQuestion {
  const question = questionOf(database, asked)
  const versions = readRuleVersions(database, asked).map(shown)
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  return {
    scorecardId: asked.scorecardId,
    questionId: asked.questionKey,
    form: readScorecard(database, asked.scorecardId)!.name,
    title: question.title,
    guidance: question.guidance,
    options: optionsOf(question).map(({ label }) => label),
    usual: {
      pass: optionOfAnswer(question, 'pass', null)?.label ?? null,
      fail: optionOfAnswer(question, 'fail', null)?.label ?? null,
    },
    isPublished: publishedQuestion(database, asked) !== undefined,
    hasReadyAnswers: askedByRules(question) !== undefined,
    revision: readRuleRevision(database, asked),
    draft,
    problems: draft === null ? [] : problemsOfRule(draft.rule, question),
    active: versions.find(({ state }) => state === 'active') ?? null,
    versions,
    events: readRuleEvents(database, asked).map(({ id: _id, ...event }) => event),
  }
}

function shown({ version, state, rule, examples, updatedAt, editedBy }: RuleVersionRow) {
  return {
    version,
    state,
    rule: JSON.parse(rule) as unknown,
    examples: z.array(ruleExample).parse(JSON.parse(examples)),
    updatedAt,
    editedBy,
  }
}
