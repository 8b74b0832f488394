import { run, type WritableDatabase } from '../store/index.ts'
import { writeEvidence } from './answer-evidence.store.ts'
import type { EvidenceSpan, RuleAnswer, RuleScorecard } from './rules/index.ts'
import { questionId, scorecardVersionId } from './scorecards.store.ts'

/** The ids of an automated scorecard's questions, by their stable key. */
export interface AutomatedForm {
  versionId: number
  questionIds: Map<string, number>
}

/** Makes sure the scorecard stands in the workspace. */
export function ensureAutomatedForm(database: WritableDatabase, scorecard: RuleScorecard): AutomatedForm {
  const { scorecardId, versionId } = scorecardVersionId(database, {
    name: scorecard.title,
    formRef: scorecard.id,
    version: String(scorecard.version),
  })
  const sections = new Map(scorecard.sections.map((section) => [section.id, section.title]))
  const questionIds = new Map(
    scorecard.questions.map((question, position) => {
      const section = sections.get(question.section) ?? null
      const { id: stableKey, title: label, weight } = question
      const wording = { stableKey, label, section, weight, isCritical: false, position }
      const id = questionId(database, scorecardId, wording)
      // no import says anything of Debrief's own form: it is as this version has it
      run(
        database,
        'UPDATE questions SET label = ?, section = ?, weight = ? WHERE id = ?',
        label,
        section,
        weight,
        id,
      )
      return [stableKey, id]
    }),
  )
  return { versionId, questionIds }
}

/** The conversation an automated evaluation is about. */
export interface AutomatedSubject {
  transcriptId: number
  importId: number
  rowNumber: number
  sourceId: number
  contactRef: string | null
  interactionId: number | null
  identityId: number | null
  startedAt: number | null
  day: number | null
  contactDay: number | null
}

/** An automated answer as it is written. Without a score and not an abstention: it ticks what has no points. */
export interface AutomatedWriting {
  questionId: number
  value: string | null
  score: number | null
  confidence: number | null
  /** Why there is no answer; null where there is one. */
  abstainedBecause: string | null
  evidence: readonly EvidenceSpan[]
}

/** Writes the starter scorecard's evaluation with its answers and their evidence. It is unverified: it never enters a score. */
export function writeAutomatedEvaluation(
  database: WritableDatabase,
  form: AutomatedForm,
  subject: AutomatedSubject,
  answers: readonly RuleAnswer[],
): void {
  insertAutomatedEvaluation(
    database,
    form.versionId,
    subject,
    answers.map((answer) => {
      const { evidence } = answer
      const questionId = form.questionIds.get(answer.questionId)!
      if (answer.outcome === 'abstain')
        return {
          questionId,
          value: null,
          score: null,
          confidence: null,
          abstainedBecause: answer.sentence,
          evidence,
        }
      const isPassed = answer.outcome === 'pass'
      const { confidence } = answer
      return {
        questionId,
        value: isPassed ? 'Said' : 'Not said',
        score: isPassed ? 1 : 0,
        confidence,
        abstainedBecause: null,
        evidence,
      }
    }),
  )
}

/** Writes one automated evaluation of a version of a form; gives its id. */
export function insertAutomatedEvaluation(
  database: WritableDatabase,
  versionId: number,
  subject: AutomatedSubject,
  answers: readonly AutomatedWriting[],
): number {
  const { id } = run(
    database,
    `INSERT INTO evaluations (import_id, row_number, source_id, transcript_id, scorecard_version_id, identity_id, contact_ref, interaction_id, evaluated_at, day,
                              contact_day, is_calibration, has_failed_critical, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'automated')`,
    subject.importId,
    subject.rowNumber,
    subject.sourceId,
    subject.transcriptId,
    versionId,
    subject.identityId,
    subject.contactRef,
    subject.interactionId,
    subject.startedAt,
    subject.day,
    subject.contactDay,
  )
  for (const answer of answers) {
    run(
      database,
      `INSERT INTO answers (evaluation_id, question_id, value, score, is_not_applicable, has_failed_critical, confidence, abstained_because)
       VALUES (?, ?, ?, ?, ?, 0, ?, ?)`,
      id,
      answer.questionId,
      answer.value,
      answer.score,
      Number(answer.abstainedBecause !== null),
      answer.confidence,
      answer.abstainedBecause,
    )
    writeEvidence(database, { evaluationId: id, questionId: answer.questionId }, answer.evidence)
  }
  return id
}
