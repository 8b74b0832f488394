import { run, type WritableDatabase } from '../store/index.ts'
import type { RuleAnswer, RuleScorecard } from './rules/index.ts'
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

/** Writes one automated evaluation with its answers and their evidence. It is unverified: it never enters a score. */
export function writeAutomatedEvaluation(
  database: WritableDatabase,
  form: AutomatedForm,
  subject: AutomatedSubject,
  answers: readonly RuleAnswer[],
): void {
  const { id } = run(
    database,
    `INSERT INTO evaluations (import_id, row_number, source_id, transcript_id, scorecard_version_id, identity_id, contact_ref, interaction_id, evaluated_at, day,
                              contact_day, is_calibration, has_failed_critical, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'automated')`,
    subject.importId,
    subject.rowNumber,
    subject.sourceId,
    subject.transcriptId,
    form.versionId,
    subject.identityId,
    subject.contactRef,
    subject.interactionId,
    subject.startedAt,
    subject.day,
    subject.contactDay,
  )
  for (const answer of answers) {
    const questionRow = form.questionIds.get(answer.questionId)!
    const isAbstention = answer.outcome === 'abstain'
    run(
      database,
      `INSERT INTO answers (evaluation_id, question_id, value, score, is_not_applicable, has_failed_critical, confidence, abstained_because)
       VALUES (?, ?, ?, ?, ?, 0, ?, ?)`,
      id,
      questionRow,
      isAbstention ? null : answer.outcome === 'pass' ? 'Said' : 'Not said',
      isAbstention ? null : answer.outcome === 'pass' ? 1 : 0,
      Number(isAbstention),
      isAbstention ? null : answer.confidence,
      isAbstention ? answer.sentence : null,
    )
    for (const [position, span] of answer.evidence.entries())
      run(
        database,
        `INSERT INTO answer_evidence (evaluation_id, question_id, position, segment, start_char, end_char, start_ms, end_ms, quote)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        questionRow,
        position,
        span.segmentIndex,
        span.start,
        span.end,
        span.startMs,
        span.endMs,
        span.quote,
      )
  }
}
