import type { ScorecardQuestion } from '../../shared/domain/scorecard/definition.ts'
import { optionsOf } from '../../shared/domain/scorecard/definition.ts'
import { settledExamples, type JudgeItem } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'

/** Cases of a question that calibrations have settled, the newest first. What the form offers no more as an answer is none. `row`: of the question. */
export function examplesOf(
  database: ReadableDatabase,
  question: ScorecardQuestion,
  row: number | undefined,
): JudgeItem['examples'] {
  if (row === undefined) return []
  const offered = new Set(optionsOf(question).map(({ id }) => id))
  if (question.allowsNotApplicable) offered.add('not_applicable')
  return settledExamples(database, row).filter(({ answer }) => offered.has(answer))
}
