import { t } from '#speech'
import type { DisputePage, ScoreEffect } from '../../../shared/contract/disputes.ts'
import type { AttachedMoment } from '../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { redact } from '../../language/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { reviewerName } from '../reviews/reviewer.ts'
import { applyOverturns, overturnsOf, statedEvaluation } from './apply.ts'
import {
  insertResolution,
  readDisputes,
  readOverturns,
  readRounds,
  readUndone,
  undoResolution,
  writeScoreAfter,
  type DisputeRow,
} from './disputes.store.ts'
import { readStatedAnswers, readStatedScore, type Subject } from './edits.store.ts'
import { effectOf, shownScore, type Effect, type StatedEvaluation } from './effect.ts'
import { readAnswerComment, readAnswerEvidence } from './evidence.store.ts'
import { questionFormOf, refuseNoAnswer, standingAsGiven } from './question-form.ts'
import { isSame, mustAnswer, shownAnswerOf, shownFormAnswer } from './raise.ts'
import { readDisputeSettings } from './settings.ts'
import { mustDispute, proposedOf, toDisputeItem } from './views.ts'

/** A dispute to decide: both answers, what they rest on, what the score would be, and what happened before. */
export function disputePage(database: ReadableDatabase, id: number, now: number): DisputePage {
  const dispute = mustDispute(database, id)
  const directory = readDirectory(database)
  const settings = readDisputeSettings(database)
  const item = toDisputeItem(dispute, directory, settings, now)
  const disputed = answerThere(database, dispute)
  const rounds =
    dispute.evaluationId === null ? [] : readRounds(database, dispute.evaluationId, dispute.questionId)
  const stands = disputed ? shownAnswerOf(disputed.answer) : null
  const isOpen = item.state === 'open'
  return {
    dispute: item,
    definition: disputed?.question ?? null,
    proposedAnswer: proposedOf(dispute).answer,
    moment: dispute.moment === null ? null : (JSON.parse(dispute.moment) as AttachedMoment),
    evidence: disputed ? readAnswerEvidence(database, disputed.subject.id, dispute.questionId) : [],
    reviewerComment: disputed ? readAnswerComment(database, disputed.subject.id, dispute.questionId) : null,
    now:
      stands &&
      isOpen &&
      (stands.text !== item.standing.text || stands.isNotApplicable !== item.standing.isNotApplicable)
        ? stands
        : null,
    effect: disputed && isOpen ? previewEffect(database, dispute, proposedOf(dispute).answer) : null,
    rounds: rounds
      .filter((round) => round.id !== id)
      .map((round) => toDisputeItem(round, directory, settings, now)),
    undone: readUndone(database, id),
    mayNotDecide: isOpen ? reasonNotToDecide(database, dispute, reviewerName(database)) : null,
    mayUndo: dispute.outcome !== null && dispute.withdrawnAt === null && rounds.at(-1)?.id === id,
    nextId: nextOpen(database, id),
  }
}

function answerThere(database: ReadableDatabase, { evaluationId, questionId }: DisputeRow) {
  if (evaluationId === null) return null
  try {
    return mustAnswer(database, evaluationId, questionId)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function nextOpen(database: ReadableDatabase, id: number): number | null {
  const open = readDisputes(database, { state: 'open', limit: 500 }).map((one) => one.id)
  const place = open.indexOf(id)
  return (place < 0 ? open[0] : (open[place + 1] ?? (place > 0 ? open[0] : undefined))) ?? null
}

function reasonNotToDecide(database: ReadableDatabase, dispute: DisputeRow, by: string): string | null {
  if (dispute.evaluationId === null)
    return t`The evaluation is gone with its import; import it again to decide this.`
  const before = readRounds(database, dispute.evaluationId, dispute.questionId).filter(
    ({ round, resolvedBy }) => round < dispute.round && resolvedBy !== null,
  )
  return before.some(({ resolvedBy }) => plainName(resolvedBy!) === plainName(by))
    ? t`${{ by }} decided an earlier round of this; somebody else has to decide this one.`
    : null
}

const plainName = (name: string) => name.trim().toLowerCase()

/** What the score would be if an open dispute were overturned with this answer. `INVALID_INPUT` for an answer the form does not know. */
export function previewEffect(
  database: ReadableDatabase,
  dispute: DisputeRow,
  answer: FormAnswer,
): ScoreEffect {
  const { subject, question } = mustAnswer(database, mustBeThere(dispute), dispute.questionId)
  const given = { ...answer, questionId: question.id, text: '' }
  refuseNoAnswer(question, given)
  const stated = statedBefore(database, subject)
  const keys = new Map(stated.answers.map(({ questionId, stableKey }) => [questionId, stableKey]))
  const standing = overturnsOf(readOverturns(database, subject.id), (id) => keys.get(id))
  const { mayLower } = readDisputeSettings(database)
  const form = questionFormOf(database, subject)
  const effect = effectOf(stated, form, [...standing, { questionKey: question.id, answer: given, mayLower }])
  return scoreEffectOf(shownScore({ ...subject, hasFailedCritical: false }), effect)
}

function statedBefore(database: ReadableDatabase, subject: Subject): StatedEvaluation {
  const stated = readStatedScore(database, subject.id)
  const standing = statedEvaluation(database, subject)
  if (!stated) return standing
  return {
    ...standing,
    answers: readStatedAnswers(database, subject.id),
    score: { ...stated, hasFailedCritical: stated.hasFailedCritical === 1 },
  }
}

function scoreEffectOf(scoreBefore: number | null, effect: Effect): ScoreEffect {
  const scoreAfter = shownScore(effect.score)
  const sentence = effect.isUnknown
    ? t`The export gives neither weights nor points, so what the answer does to the score cannot be worked out: the score stays.`
    : effect.isHeld
      ? t`The answer would lower the score or fail it critically. It is recorded, and the score stays: a score does not fall on appeal here.`
      : null
  return { scoreBefore, scoreAfter, sentence }
}

function mustBeThere({ evaluationId }: DisputeRow): number {
  if (evaluationId === null)
    throw new Problem('CONFLICT', t`The evaluation is gone with its import; import it again to decide this.`)
  return evaluationId
}

/** What somebody decides. */
export interface Decision {
  id: number
  outcome: 'uphold' | 'overturn'
  answer?: FormAnswer | undefined
  remark: string
  fault: 'reviewer' | 'goodwill' | null
}

/**
 * Decides an open dispute. Overturned, the answer and what follows from it change, and what was there before stays on record. `CONFLICT` where it is
 * decided already, or by somebody who decided an earlier round; `INVALID_INPUT` without a reason for an overturn.
 */
export function resolveDispute(
  database: WritableDatabase,
  decision: Decision,
  now: number,
  affected: AffectedDays,
): { effect: ScoreEffect; nextId: number | null } {
  const dispute = mustDispute(database, decision.id)
  if (dispute.withdrawnAt !== null) throw new Problem('CONFLICT', t`That dispute was withdrawn.`)
  if (dispute.outcome !== null)
    throw new Problem('CONFLICT', t`That dispute is decided already; take the decision back to change it.`)
  const by = reviewerName(database)
  const reason = reasonNotToDecide(database, dispute, by)
  if (reason !== null) throw new Problem('CONFLICT', reason)
  const disputed = mustAnswer(database, mustBeThere(dispute), dispute.questionId)
  const isOverturn = decision.outcome === 'overturn'
  const given = {
    ...(decision.answer ?? proposedOf(dispute).answer),
    questionId: disputed.question.id,
    text: '',
  }
  if (isOverturn) {
    refuseNoAnswer(disputed.question, given)
    const stands = standingAsGiven(disputed.form, disputed.question, disputed.answer)
    if (stands && isSame(stands, given))
      throw new Problem('INVALID_INPUT', t`That is the answer that stands; uphold it, or choose another.`)
    if (decision.fault === null)
      throw new Problem('INVALID_INPUT', t`Say whether the reviewer was wrong or it is goodwill.`)
  }
  const scoreBefore = shownScore({ ...disputed.subject, hasFailedCritical: false })
  const nextId = nextOpen(database, decision.id)
  insertResolution(database, {
    disputeId: decision.id,
    outcome: isOverturn ? 'overturned' : 'upheld',
    answer: isOverturn ? { ...given, shown: shownFormAnswer(disputed.form, disputed.question, given) } : null,
    by,
    at: now,
    remark: redact(decision.remark).text,
    fault: isOverturn ? decision.fault : null,
    mayLower: readDisputeSettings(database).mayLower,
    scoreBefore,
  })
  if (!isOverturn) return { effect: { scoreBefore, scoreAfter: scoreBefore, sentence: null }, nextId }
  const applied = applyOverturns(database, disputed.subject.id, affected)
  const effect = applied
    ? scoreEffectOf(scoreBefore, applied)
    : { scoreBefore, scoreAfter: scoreBefore, sentence: null }
  writeScoreAfter(database, decision.id, effect.scoreAfter)
  return { effect, nextId: nextId === decision.id ? null : nextId }
}

/** Takes a decision back; the answer and the score are what they were before it. `CONFLICT` where a later round rests on it. */
export function undoDecision(
  database: WritableDatabase,
  id: number,
  now: number,
  affected: AffectedDays,
): void {
  const dispute = mustDispute(database, id)
  if (dispute.outcome === null) throw new Problem('CONFLICT', t`There is no decision to take back.`)
  const later =
    dispute.evaluationId !== null &&
    readRounds(database, dispute.evaluationId, dispute.questionId).some(({ round }) => round > dispute.round)
  if (later)
    throw new Problem(
      'CONFLICT',
      t`A later round rests on this decision; withdraw that one, or take its decision back, first.`,
    )
  undoResolution(database, id, now)
  if (dispute.evaluationId !== null) applyOverturns(database, dispute.evaluationId, affected)
}
