import { normaliseName } from '../../people/index.ts'
import { questionId, scorecardVersionId } from '../../quality/index.ts'
import type { AnswerFacts, ContactFacts, EvaluationFacts } from '../facts.ts'
import type { Statement } from '../layers/fact-kinds.ts'
import { answerValue } from '../layers/facts.store.ts'
import { contentKey, createOrdinals } from './content-key.ts'
import { findEvaluation } from './find.store.ts'
import type { WriteOutcome } from './interaction-writer.ts'
import { statementOf, storedText, writeFact, type WritingContext } from './shared-parts.ts'

interface Building {
  facts: EvaluationFacts
  contact: ContactFacts | null
  identityId: number | null
  rowNumbers: number[]
}

/** The identity of a question over all versions of its form: the vendor's id, else its wording. */
function stableKey(answer: AnswerFacts): string {
  return answer.questionRef ?? normaliseName(answer.label)
}

/** Collects the evaluations of one import (long files bring one answer a row) and writes them at the end. */
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
        questions.set(key, id)
      }
      statement.set(
        `answer:${id}`,
        answerValue({
          value: storedText(context, answer.value),
          score: answer.score0to1,
          points: answer.points,
          max_points: answer.maxPoints,
          weight: answer.weight,
          is_not_applicable: Number(answer.isNotApplicable),
          has_failed_critical: Number(answer.hasFailedCritical),
          comment: storedText(context, answer.comment),
          automated_value: answer.automatedValue,
        }),
      )
    }
    return statement
  }

  const write = ({ facts, contact, identityId, rowNumbers }: Building): WriteOutcome => {
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
      is_calibration: facts.isCalibration,
      has_failed_critical:
        facts.hasFailedCritical || facts.answers.some((answer) => answer.hasFailedCritical),
      origin: facts.origin,
      comment: storedText(context, facts.comment),
    })
    for (const [column, value] of answersOf(form.scorecardId, facts.answers)) statement.set(column, value)
    const found = findEvaluation(context.database, context.sourceId, {
      evaluationRef: facts.evaluationRef,
      contentKey: key,
    })
    return writeFact(context, 'evaluations', rowNumbers[0]!, found, statement).outcome
  }

  return {
    /** Takes the part of an evaluation one row brings. */
    add(
      facts: EvaluationFacts,
      contact: ContactFacts | null,
      identityId: number | null,
      rowNumber: number,
      isOneAnswer: boolean,
    ): void {
      const key = !isOneAnswer
        ? `row ${rowNumber}`
        : (facts.evaluationRef ??
          `\u001f${facts.form ?? facts.formRef ?? ''}\u001f${contact?.contactRef ?? ''}\u001f${identityId ?? ''}\u001f${facts.evaluatedAtMs ?? ''}\u001f${facts.evaluator ?? ''}`)
      const known = building.get(key)
      if (!known) {
        building.set(key, {
          facts: { ...facts, answers: [...facts.answers] },
          contact,
          identityId,
          rowNumbers: [rowNumber],
        })
        return
      }
      known.rowNumbers.push(rowNumber)
      known.facts.answers.push(...facts.answers)
      known.facts.hasFailedCritical ||= facts.hasFailedCritical
      known.facts.vendorScore0to1 ??= facts.vendorScore0to1
      known.facts.comment ??= facts.comment
      known.identityId ??= identityId
      known.contact ??= contact
    },
    /** Writes them all; every row of an evaluation has its evaluation's outcome. */
    finish(): { rowNumber: number; outcome: WriteOutcome }[] {
      const outcomes: { rowNumber: number; outcome: WriteOutcome }[] = []
      for (const one of building.values()) {
        const outcome = write(one)
        for (const rowNumber of one.rowNumbers) outcomes.push({ rowNumber, outcome })
      }
      building.clear()
      return outcomes
    },
  }
}
