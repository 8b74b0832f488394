import { all, type ReadableDatabase } from '../../store/index.ts'

/** A disputed answer somebody decided on. */
export interface DecidedAnswer {
  questionId: number
  label: string
  form: string
  evaluator: string | null
  isOverturned: number
  isReviewerError: number
}

/** Each disputed answer with a standing decision once, whatever its rounds. */
export function readDecidedAnswers(database: ReadableDatabase): DecidedAnswer[] {
  return all<DecidedAnswer>(
    database,
    `SELECT question_id AS questionId, label, scorecards.name AS form, evaluator, max(outcome = 'overturned') AS isOverturned, max(fault IS 'reviewer') AS isReviewerError
     FROM disputes JOIN dispute_resolutions ON dispute_id = disputes.id AND undone_at IS NULL
     JOIN questions ON questions.id = question_id JOIN scorecards ON scorecards.id = scorecard_id
     WHERE withdrawn_at IS NULL GROUP BY coalesce(evaluation_id, -disputes.id), question_id`,
  )
}

/** An answer that was overturned: what the reviewer or the import states, and what stands since. Scores 0..1. */
export interface OverturnedAnswer {
  evaluationId: number
  interactionId: number | null
  scorecardId: number
  questionId: number
  stableKey: string
  reviewer: string | null
  resolvedAt: number
  fault: 'reviewer' | 'goodwill'
  before: { value: string | null; score: number | null; isNotApplicable: boolean }
  after: { value: string | null; score: number | null; isNotApplicable: boolean }
}

/** Every answer that stands overturned, by when it was decided last. */
export function overturnedAnswers(database: ReadableDatabase): OverturnedAnswer[] {
  const rows = all<
    Omit<OverturnedAnswer, 'before' | 'after'> & {
      valueBefore: string | null
      scoreBefore: number | null
      notApplicableBefore: number
      value: string | null
      score: number | null
      isNotApplicable: number
    }
  >(
    database,
    // of several rounds the row of the newest is taken with max()
    `SELECT disputes.evaluation_id AS evaluationId, evaluations.interaction_id AS interactionId, scorecard_id AS scorecardId, disputes.question_id AS questionId, stable_key AS stableKey,
       disputes.evaluator AS reviewer, max(resolved_at) AS resolvedAt, fault, stated.value AS valueBefore, stated.score AS scoreBefore, stated.is_not_applicable AS notApplicableBefore,
       answers.value, answers.score, answers.is_not_applicable AS isNotApplicable
     FROM disputes JOIN dispute_resolutions ON dispute_id = disputes.id AND undone_at IS NULL AND outcome = 'overturned'
     JOIN answer_edits AS stated ON stated.evaluation_id = disputes.evaluation_id AND stated.question_id = disputes.question_id
     JOIN answers ON answers.evaluation_id = stated.evaluation_id AND answers.question_id = stated.question_id
     JOIN evaluations ON evaluations.id = disputes.evaluation_id JOIN questions ON questions.id = disputes.question_id
     WHERE withdrawn_at IS NULL GROUP BY disputes.evaluation_id, disputes.question_id ORDER BY resolvedAt, evaluationId, questionId`,
  )
  return rows.map(
    ({ valueBefore, scoreBefore, notApplicableBefore, value, score, isNotApplicable, ...row }) => ({
      ...row,
      before: { value: valueBefore, score: scoreBefore, isNotApplicable: notApplicableBefore === 1 },
      after: { value, score, isNotApplicable: isNotApplicable === 1 },
    }),
  )
}
