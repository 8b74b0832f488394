import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { askedAs, starterScorecard } from '../../rules/index.ts'

/** Debrief's own rules: the automated answers of the starter scorecard. */
export const RULES_SCORER = 'rules'

/** The version of the rules' answers: that of their scorecard, and of the reading that applied it. */
export function rulesVersion(readingVersion: number): string {
  return `${starterScorecard().version}.${readingVersion}`
}

/** What the rules call a question of a form: the same id, else the one that asks the same; undefined where they have none. */
export function askedByRules({ id, title }: Pick<ScorecardQuestion, 'id' | 'title'>): string | undefined {
  const starter = starterScorecard()
  return starter.questions.some((question) => question.id === id) ? id : askedAs(starter, title)
}
