import { t } from '#speech'
import type { AnswerFacts } from '../facts.ts'
import type { QuestionMapping } from '../../../shared/domain/import-kinds.ts'
import { isNoStatement } from '../values/no-statement.ts'
import { numberReader } from '../values/numbers.ts'
import { comparable, NOT_APPLICABLE_WORDS } from '../values/words.ts'
import type { RowBuilding, RowState } from './cells.ts'
import { flagCell, numberCell, textCell } from './cells.ts'
import { indexColumns } from './columns-of-mapping.ts'
import { ratingOf, ratingReaderOf, unboundedRatingReaderOf } from './rating-cells.ts'
import type { Rating, RatingReader } from './rating-cells.ts'

interface PlacedQuestion {
  label: string
  section: string | null
  answer: number
  score: number
  comment: number
  weight: number
  most: number
  /** The column a bad score is reported under. */
  scored: string
  readRating: RatingReader
  /** Reads what is measured by the row's own maximum. */
  readPoints: RatingReader
  notApplicable: ReadonlySet<string>
  /** Whether the scores are numbers of points, and not words that stand for a share. */
  hasPoints: boolean
}

/** Makes the reader of a wide row's answers. A question with neither answer nor score nor comment was not asked. */
export function answersOfWideRow(
  building: RowBuilding,
  questions: readonly QuestionMapping[],
  columns: readonly string[],
): (row: readonly string[]) => AnswerFacts[] {
  const indexes = indexColumns(columns)
  const at = (column: string | null | undefined): number => (column ? (indexes.get(column) ?? -1) : -1)
  const placed: PlacedQuestion[] = questions.map((question) => ({
    label: question.label,
    section: question.section,
    answer: at(question.answerColumn),
    score: at(question.scoreColumn),
    comment: at(question.commentColumn),
    weight: at(question.weightColumn),
    most: at(question.maxColumn),
    scored: question.scoreColumn ?? question.answerColumn ?? question.label,
    readRating: ratingReaderOf(question.scale),
    readPoints: unboundedRatingReaderOf(question.scale),
    notApplicable: new Set(question.notApplicable.map(comparable)),
    hasPoints: question.scale.as === 'scale' && question.scale.words === undefined,
  }))
  return (row) => {
    const answers: AnswerFacts[] = []
    for (const question of placed) {
      const answer = readWideAnswer(building.state, question, row)
      if (answer) answers.push(answer)
    }
    return answers
  }
}

const readPlainNumber = numberReader('.')

function readWideAnswer(
  state: RowState,
  question: PlacedQuestion,
  row: readonly string[],
): AnswerFacts | null {
  const cellAt = (index: number): string => (index < 0 ? '' : (row[index] ?? '').trim())
  const value = cellAt(question.answer)
  const score = cellAt(question.score)
  const comment = cellAt(question.comment)
  if (value === '' && score === '' && comment === '') return null
  const isNotApplicable =
    question.notApplicable.has(comparable(value === '' ? score : value)) ||
    (score !== '' && question.notApplicable.has(comparable(score)))
  const stated = readPlainNumber(cellAt(question.most))
  const most = stated > 0 ? stated : null
  const readRating = most === null ? question.readRating : question.readPoints
  let rating: Rating | null = null
  if (!isNotApplicable) {
    if (question.score >= 0) rating = ratingOf(state, question.scored, score, readRating)
    else {
      // An answer in words the scale does not know is kept as it stands and brings no score.
      const read = readRating(value)
      rating = read === 'unreadable' ? null : ratingOf(state, question.scored, value, readRating)
    }
  }
  if (value === '' && comment === '' && rating === null && !isNotApplicable) return null
  const weight = readPlainNumber(cellAt(question.weight))
  return {
    questionRef: null,
    label: question.label,
    section: question.section,
    value: value === '' ? (question.score >= 0 && score !== '' ? score : null) : value,
    score0to1: scoreOf(state, question.scored, rating, most),
    points: rating && question.hasPoints ? rating.value : null,
    maxPoints: rating && question.hasPoints ? (most ?? rating.max) : null,
    weight: weight === weight ? weight : null,
    isNotApplicable,
    hasFailedCritical: false,
    comment: comment === '' || isNoStatement(comment) ? null : comment,
    automatedValue: null,
  }
}

function scoreOf(state: RowState, column: string, rating: Rating | null, most: number | null): number | null {
  if (rating === null) return null
  if (most === null) return rating.score0to1
  if (rating.value > most) {
    state.rejection ??= {
      code: 'out-of-range',
      column,
      message: t`The score ${{ value: rating.value }} in "${{ column }}" is above the maximum of ${{ most }} the row gives.`,
    }
  }
  return Math.max(0, Math.min(1, rating.value / most))
}

const NOT_APPLICABLE = new Set(NOT_APPLICABLE_WORDS)

/** Makes the reader of a long row's answer. A row that names no question (a section's own row) brings none. */
export function answersOfLongRow(building: RowBuilding): (row: readonly string[]) => AnswerFacts[] {
  const questionId = textCell(building, 'answer.questionId')
  const question = textCell(building, 'answer.question')
  const section = textCell(building, 'answer.section')
  const valueColumn = building.columns.first('answer.value')
  const scoreColumn = building.columns.first('answer.score')
  const valueIndex = valueColumn?.index ?? -1
  const most = numberCell(building, 'answer.maxScore')
  const weight = numberCell(building, 'answer.weight')
  const comment = textCell(building, 'answer.comment')
  const notApplicable = flagCell(building, 'answer.notApplicable')
  const failed = flagCell(building, 'answer.failedCritical')
  const scored = scoreColumn
  const readBounded = scored ? ratingReaderOf(scored.transform) : null
  const readPoints = scored ? unboundedRatingReaderOf(scored.transform) : null
  return (row) => {
    const questionRef = questionId(row)
    const label = question(row) ?? questionRef
    if (label === null) return []
    const value = valueIndex < 0 ? '' : (row[valueIndex] ?? '').trim()
    const score = scored ? (row[scored.index] ?? '').trim() : ''
    const isNotApplicable =
      notApplicable(row) === true ||
      NOT_APPLICABLE.has(comparable(value)) ||
      (value === '' && NOT_APPLICABLE.has(comparable(score)))
    const mostPoints = most(row)
    const stated = mostPoints !== null && mostPoints > 0 ? mostPoints : null
    const readRating = stated === null ? readBounded : readPoints
    const rating =
      scored && readRating && !isNotApplicable
        ? ratingOf(building.state, scored.column, score, readRating)
        : null
    const hasPoints = scored?.transform.as === 'scale' && scored.transform.words === undefined
    return [
      {
        questionRef,
        label,
        section: section(row),
        value: value === '' || isNoStatement(value) ? (score === '' ? null : score) : value,
        score0to1: mostPoints === 0 ? null : scoreOf(building.state, scored?.column ?? label, rating, stated),
        points: rating && hasPoints ? rating.value : null,
        maxPoints: rating && hasPoints ? (stated ?? rating.max) : null,
        weight: weight(row),
        isNotApplicable,
        hasFailedCritical: failed(row) === true,
        comment: comment(row),
        automatedValue: null,
      },
    ]
  }
}
