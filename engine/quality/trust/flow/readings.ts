import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import { starterScorecard } from '../../rules/index.ts'
import {
  readAutomated,
  readModelsSaid,
  readOwnRuleAnswers,
  type AnsweredRow,
  type AutomatedRow,
} from './automated.store.ts'
import { choosing, isPassed, optionFor, outcomeOfAnswer } from './outcome-of-answer.ts'
import { askedByRules, OWN_RULE_SCORER, RULES_SCORER } from './scorer.ts'

/** What a scorer says of one question of a form in one conversation. */
export interface Reading {
  scorerId: string
  scorerVersion: string
  /** Null where it leaves the question open, or says it does not apply: that is for a person to say. */
  outcome: 'pass' | 'fail' | null
  /** The option it takes; null where it only says passed or failed. */
  option: string | null
  confidence: number | null
  /** What it could fill in; undefined where that takes a person. */
  answer: FormAnswer | undefined
}

/**
 * What every scorer says of these questions of a form, by contact and question: Debrief's rules, the rule of the form, and models. Of several
 * answers of one scorer the last counts.
 */
export function readingsOf(
  database: ReadableDatabase,
  scorecardId: number,
  interactionIds: readonly number[],
  questions: readonly ScorecardQuestion[],
): Map<number, Map<string, Reading[]>> {
  const byContact = <Row extends { interactionId: number }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ interactionId }) => interactionId)
  const rules = byContact(readAutomated(database, starterScorecard().id, interactionIds))
  const others = byContact([
    ...readOwnRuleAnswers(database, { scorecardId, scorerId: OWN_RULE_SCORER }, interactionIds),
    ...readModelsSaid(database, scorecardId, interactionIds),
  ])
  return new Map(
    interactionIds.map((id) => [
      id,
      new Map(
        questions.map((question) => [
          question.id,
          readingsOfQuestion(question, rules.get(id) ?? [], others.get(id) ?? []),
        ]),
      ),
    ]),
  )
}

function readingsOfQuestion(
  question: ScorecardQuestion,
  rules: readonly AutomatedRow[],
  others: readonly AnsweredRow[],
): Reading[] {
  const asked = askedByRules(question)
  const byRules = rules.findLast(({ questionKey }) => questionKey === asked)
  const newest = new Map(
    others
      .filter(({ questionKey }) => questionKey === question.id)
      .map((row) => [row.scorerId, ofAnswer(question, row)]),
  )
  return [...(byRules === undefined ? [] : [ofRules(question, byRules)]), ...newest.values()]
}

function ofRules(question: ScorecardQuestion, { score, confidence, scorerVersion }: AutomatedRow): Reading {
  const outcome = score === null ? null : isPassed(score) ? 'pass' : 'fail'
  const answer = outcome === null ? undefined : optionFor(question, outcome)
  return { scorerId: RULES_SCORER, scorerVersion, outcome, option: null, confidence, answer }
}

/** An answer that takes an option of the form; one the form does not have any more is none. */
function ofAnswer(question: ScorecardQuestion, row: AnsweredRow): Reading {
  const { scorerId, scorerVersion, confidence } = row
  const option = optionsOf(question).find(({ id, label }) =>
    row.optionId === null ? label === row.label : id === row.optionId,
  )
  const given = option && choosing(question.id, option.id)
  const outcome = given && outcomeOfAnswer(question, given)
  const said = { scorerId, scorerVersion, confidence }
  if (option === undefined || outcome === undefined || outcome === 'not applicable')
    return { ...said, outcome: null, option: null, answer: undefined }
  // a person may tick several: then one ticked option only says passed or failed, and fills nothing in
  const isOneOf = question.type === 'yes-no' || question.type === 'single'
  return { ...said, outcome, option: isOneOf ? option.id : null, answer: isOneOf ? given : undefined }
}
