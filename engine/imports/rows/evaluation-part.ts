import type { EvaluationFacts } from '../facts.ts'
import type { QuestionMapping } from '../../../shared/domain/import-kinds.ts'
import { isPlaceholderAgent } from '../values/placeholders.ts'
import { answersOfLongRow, answersOfWideRow } from './answers-part.ts'
import type { RowBuilding } from './cells.ts'
import { flagCell, hasAny, instantCell, numberCell, textCell, wordCell } from './cells.ts'
import { ratingOf, ratingReaderOf, unboundedRatingReaderOf } from './rating-cells.ts'

/**
 * Makes the reader of an evaluation with the answers its row holds: one per question of a wide file, one (or, for rows
 * about a section, none) of a long one. Null when the row says nothing of an evaluation.
 */
export function evaluationPart(
  building: RowBuilding,
  questions: readonly QuestionMapping[],
  columns: readonly string[],
): (row: readonly string[]) => EvaluationFacts | null {
  const hasAnswer = hasAny(building, 'answer.')
  if (!hasAny(building, 'evaluation.') && !hasAnswer && questions.length === 0) return () => null
  const id = textCell(building, 'evaluation.id')
  const form = textCell(building, 'evaluation.form')
  const formId = textCell(building, 'evaluation.formId')
  const formVersion = textCell(building, 'evaluation.formVersion')
  const evaluator = textCell(building, 'evaluation.evaluator')
  const evaluatorId = textCell(building, 'evaluation.evaluatorId')
  const evaluated = instantCell(building, 'evaluation.evaluatedAt')
  const scored = building.columns.first('evaluation.score')
  const readBounded = ratingReaderOf(scored?.transform ?? { as: 'number' })
  const readPoints = unboundedRatingReaderOf(scored?.transform ?? { as: 'number' })
  const most = numberCell(building, 'evaluation.maxScore')
  const hasMost = building.columns.first('evaluation.maxScore') !== null
  const comment = textCell(building, 'evaluation.comment')
  const calibration = flagCell(building, 'evaluation.isCalibration')
  const failedCritical = flagCell(building, 'evaluation.failedCritical')
  const source = wordCell(building, 'evaluation.source')
  const longAnswers = hasAnswer ? answersOfLongRow(building) : null
  const wideAnswers = questions.length > 0 ? answersOfWideRow(building, questions, columns) : null
  return (row) => {
    const evaluationRef = id(row)
    const evaluatorName = evaluator(row)
    const evaluatorRef = evaluatorId(row)
    const who = evaluatorName ?? evaluatorRef
    const maximum = most(row)
    const rating =
      scored === null
        ? null
        : ratingOf(
            building.state,
            scored.column,
            row[scored.index] ?? '',
            maximum === null ? readBounded : readPoints,
          )
    const formName = form(row)
    const formRef = formId(row)
    const evaluatedAtMs = evaluated(row)
    const commentText = comment(row)
    const hasFailed = failedCritical(row) === true
    const answers = [...(wideAnswers?.(row) ?? []), ...(longAnswers?.(row) ?? [])]
    if (
      evaluationRef === null &&
      rating === null &&
      answers.length === 0 &&
      commentText === null &&
      evaluatedAtMs === null &&
      formName === null &&
      formRef === null &&
      who === null
    ) {
      return null
    }
    return {
      evaluationRef,
      form: formName,
      formRef,
      formVersion: formVersion(row),
      evaluator: who !== null && isPlaceholderAgent(who) ? null : who,
      evaluatedAtMs,
      vendorScore0to1:
        rating === null
          ? null
          : hasMost && maximum !== null && maximum > 0
            ? Math.min(1, rating.value / maximum)
            : hasMost && maximum === 0
              ? null
              : rating.score0to1,
      isCalibration: calibration(row) === true,
      hasFailedCritical: hasFailed || answers.some((answer) => answer.hasFailedCritical),
      origin: originOf(source(row), [evaluatorRef, evaluatorName]),
      comment: commentText,
      answers,
    }
  }
}

const AUTOMATED_EVALUATOR = /\b(?:ai|auto(?:mated|mation|-?qa)?|bot|system)\b/i

function originOf(source: string | null, evaluators: readonly (string | null)[]): EvaluationFacts['origin'] {
  if (source === 'automated' || source === 'true') return 'automated'
  if (source === 'assisted') return 'assisted'
  if (source !== null) return 'human'
  const isMachine = evaluators.some(
    (name) => name !== null && isPlaceholderAgent(name) && AUTOMATED_EVALUATOR.test(name),
  )
  return isMachine ? 'automated' : 'human'
}
