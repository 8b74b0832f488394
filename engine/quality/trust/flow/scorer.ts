import { t } from '#speech'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { modelOfScorer } from '../../model-scorer.ts'
import { askedAs, starterScorecard } from '../../rules/index.ts'

/** Debrief's own rules: the automated answers of the starter scorecard. */
export const RULES_SCORER = 'rules'

/** The rule that reviewers wrote for a question of a form. */
export const OWN_RULE_SCORER = 'own-rule'

/** How a scorer is called on screen. */
export function scorerName(scorerId: string): string {
  if (scorerId === OWN_RULE_SCORER) return t`Rule of this form`
  return modelOfScorer(scorerId) ?? t`Rules`
}

/** The version of what a form's own rule answers: that of the rule, and of the reading it was asked of. */
export function ownRuleVersion(ruleVersion: number, readingVersion: number): string {
  return `${ruleVersion}.${readingVersion}`
}

/** The version of the rules' answers: that of their scorecard, and of the reading that applied it. */
export function rulesVersion(readingVersion: number): string {
  return `${starterScorecard().version}.${readingVersion}`
}

/** What the rules call a question of a form: the same id, else the one that asks the same; undefined where they have none. */
export function askedByRules({ id, title }: Pick<ScorecardQuestion, 'id' | 'title'>): string | undefined {
  const starter = starterScorecard()
  return starter.questions.some((question) => question.id === id) ? id : askedAs(starter, title)
}
