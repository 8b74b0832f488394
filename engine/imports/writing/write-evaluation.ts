import { normaliseName } from '../../people/index.ts'
import { questionId, scorecardVersionId, stateQuestion } from '../../quality/index.ts'
import type { AnswerFacts, ContactFacts, EvaluationFacts } from '../facts.ts'
import type { Statement } from '../../fact-kinds.ts'
import { answerStatement } from '../layers/parts.store.ts'
import { contentKey, createOrdinals } from './content-key.ts'
import type { RowParts } from './row-writer.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { statementOf, storedText, type WritingContext, type WrittenTogether } from './shared-parts.ts'

interface Building {
  facts: EvaluationFacts
  contact: ContactFacts | null
  identityId: number | null
  rowNumbers: number[]
  leavesOpen: RowParts['leavesOpen']
}

/** The identity of a question over all versions of its form: the vendor's id, else its wording. */
function stableKey(answer: AnswerFacts): string {
  return answer.questionRef ?? normaliseName(answer.label)
}

/** Writes the evaluations of one import; those of long files, which bring one answer a row, are collected and written at the end. */
export function createEvaluationWriter(context: WritingContext) {
  const building = new Map<string, Building>()
  const forms = new Map<string, { scorecardId: number; versionId: number }>()
  const questions = new Map<string, number>()
  const ordinal = createOrdinals()

  const answersOf = (scorecardId: number, answers: readonly AnswerFacts[]): Statement => {
    const statement: Statement = new Map()
    for (const [position, answer] of answers.entries()) {
      const key = `${scorecardId}\u001f${stableKey(answer)}`
      let id = questions.get(key)
      if (id === undefined) {
        id = questionId(context.database, scorecardId, {
          stableKey: stableKey(answer),
          label: answer.label,
          section: answer.section,
          weight: answer.weight,
          isCritical: answer.hasFailedCritical,
          position,
        })
        stateQuestion(context.database, id, context.importId, answer)
        questions.set(key, id)
      }
      const parts = answerStatement(id, {
        value: storedText(context, answer.value),
        score: answer.score0to1,
        points: answer.points,
        max_points: answer.maxPoints,
        weight: answer.weight,
        is_not_applicable: Number(answer.isNotApplicable),
        has_failed_critical: Number(answer.hasFailedCritical),
        comment: storedText(context, answer.comment),
        automated_value: storedText(context, answer.automatedValue),
      })
      for (const [part, value] of parts) statement.set(part, value)
    }
    return statement
  }

  const write = ({ facts, contact, identityId, rowNumbers, leavesOpen }: Building): WriteOutcome | null => {
    const name = facts.form ?? facts.formRef ?? 'Evaluation form'
    const formKey = `${name}\u001f${facts.formVersion ?? ''}`
    let form = forms.get(formKey)
    if (!form)
      forms.set(
        formKey,
        (form = scorecardVersionId(context.database, {
          name,
          formRef: facts.formRef,
          version: facts.formVersion ?? '',
        })),
      )
    const evaluatedAt = facts.evaluatedAtMs ?? contact?.startedAtMs ?? null
    const key =
      facts.evaluationRef !== null
        ? null
        : ordinal(contentKey([name, contact?.contactRef ?? null, identityId, evaluatedAt, facts.evaluator]))
    const hasFailed = facts.hasFailedCritical || facts.answers.some((answer) => answer.hasFailedCritical)
    const statement = statementOf({
      evaluation_ref: facts.evaluationRef,
      content_key: key,
      scorecard_version_id: form.versionId,
      identity_id: identityId,
      contact_ref: contact?.contactRef,
      evaluator: facts.evaluator,
      evaluated_at: evaluatedAt,
      day: evaluatedAt === null ? null : context.dayOf(evaluatedAt),
      vendor_score: facts.vendorScore0to1,
      is_calibration: facts.isCalibration || (leavesOpen.calibration ? null : false),
      has_failed_critical: hasFailed || (leavesOpen.criticalFailure ? null : false),
      origin: facts.origin === 'human' && leavesOpen.origin ? null : facts.origin,
      comment: storedText(context, facts.comment),
    })
    for (const [column, value] of answersOf(form.scorecardId, facts.answers)) statement.set(column, value)
    return context.facts('evaluations').write(rowNumbers[0]!, statement)
  }

  return {
    /** Takes what one row brings of an evaluation; its outcome, or null when it is only known at the end. */
    add(
      facts: EvaluationFacts,
      contact: ContactFacts | null,
      identityId: number | null,
      rowNumber: number,
      { isOneAnswer, leavesOpen }: Pick<RowParts, 'isOneAnswer' | 'leavesOpen'>,
    ): WriteOutcome | null {
      if (!isOneAnswer) return write({ facts, contact, identityId, rowNumbers: [rowNumber], leavesOpen })
      const key =
        facts.evaluationRef ??
        `\u001f${facts.form ?? facts.formRef ?? ''}\u001f${contact?.contactRef ?? ''}\u001f${identityId ?? ''}\u001f${facts.evaluatedAtMs ?? ''}\u001f${facts.evaluator ?? ''}`
      const known = building.get(key)
      if (!known) {
        building.set(key, {
          facts: { ...facts, answers: [...facts.answers] },
          contact,
          identityId,
          rowNumbers: [rowNumber],
          leavesOpen,
        })
        return null
      }
      known.rowNumbers.push(rowNumber)
      known.facts.answers.push(...facts.answers)
      known.facts.hasFailedCritical ||= facts.hasFailedCritical
      known.facts.vendorScore0to1 ??= facts.vendorScore0to1
      known.facts.comment ??= facts.comment
      known.identityId ??= identityId
      known.contact ??= contact
      return null
    },
    /** Writes the collected ones; every row of an evaluation has its evaluation's outcome. */
    finish(): WrittenTogether[] {
      const written = [...building.values()].map((one) => ({
        rowNumbers: one.rowNumbers,
        outcome: write(one),
      }))
      building.clear()
      return written
    },
  }
}
