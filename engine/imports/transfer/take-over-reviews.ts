import { createHash } from 'node:crypto'
import { answerStatement } from '../layers/parts.store.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { insertImport } from '../imports.store.ts'
import { ensureSource } from '../sources.store.ts'
import { statementOf } from '../writing/shared-parts.ts'
import {
  readAnswersThere,
  readQuestion,
  readReviewed,
  type AnswerThere,
  type ReviewedThere,
} from './other-names.store.ts'
import { createTransferWriter, hashElsewhere } from './take-over.ts'
import type { TakingOver } from './taking-over.ts'
import { stateQuestion } from '../../quality/index.ts'

/** Evaluations that reviewers made in another workspace, with their answers, and a hash of all of it. */
export interface ReviewsThere {
  reviewed: readonly { evaluation: ReviewedThere; answers: AnswerThere[] }[]
  digest: string
}

/** What reviewers scored in another workspace, as it stands; null where nobody did. */
export function readReviewsThere(theirs: ReadableDatabase): ReviewsThere | null {
  const reviewed = readReviewed(theirs).map((evaluation) => ({
    evaluation,
    answers: readAnswersThere(theirs, evaluation.id),
  }))
  if (reviewed.length === 0) return null
  return { reviewed, digest: createHash('sha256').update(JSON.stringify(reviewed)).digest('hex') }
}

/**
 * Writes them as one import of evaluations. A drawn review keeps what it stands for: the conversations of that plan, which are of its own agents.
 * What a person picked is no rate here either.
 */
export function takeOverReviews(
  taking: TakingOver,
  reviews: ReviewsThere,
  name: string,
  timeZone: string,
): number {
  const { ours, theirs, translator } = taking
  const sourceId = ensureSource(ours, { name, timeZone, now: taking.now }, 'keep')
  const importId = insertImport(ours, {
    sourceId,
    kind: 'evaluations',
    vendor: null,
    confidence: 1,
    fileName: name,
    filePath: null,
    place: null,
    fileSha256: hashElsewhere(reviews.digest, taking.uid),
    fileBytes: 0,
    mappings: '[]',
    importedAt: taking.now,
  })
  const writer = createTransferWriter(taking, importId, sourceId)
  const worded = new Set<number>()
  for (const { evaluation, answers } of reviews.reviewed) {
    for (const { questionId } of answers) {
      if (worded.has(questionId)) continue
      worded.add(questionId)
      stateQuestion(ours, translator.question(questionId), importId, readQuestion(theirs, questionId))
    }
    const values = statementOf({
      evaluation_ref: `review ${taking.uid} ${evaluation.id}`,
      scorecard_version_id: evaluation.versionId,
      identity_id: evaluation.identityId,
      contact_ref: evaluation.contactRef,
      evaluator: evaluation.evaluator,
      evaluated_at: evaluation.evaluatedAt,
      day: evaluation.day,
      vendor_score: evaluation.score,
      is_calibration: 0,
      has_failed_critical: evaluation.hasFailedCritical,
      origin: evaluation.origin,
      comment: evaluation.comment,
      weight: evaluation.weight,
      is_representative: evaluation.isRepresentative,
    })
    for (const { questionId, ...answer } of answers)
      for (const [part, value] of answerStatement(questionId, answer)) values.set(part, value)
    writer.write({
      kind: 'evaluations',
      factId: evaluation.id,
      rowNumber: evaluation.id,
      owner: { importId: 0, rowNumber: evaluation.id },
      values,
    })
  }
  writer.finish('[]')
  return importId
}
