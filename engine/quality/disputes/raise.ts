import { plural, t } from '#speech'
import type { DisputeStart, ShownAnswer } from '../../../shared/contract/disputes.ts'
import type { AttachedMoment } from '../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { redact } from '../../language/index.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { readTurnText } from '../reviews/answers.store.ts'
import { insertDispute, readRounds, withdrawDispute } from './disputes.store.ts'
import { readSubject, readSubjectAnswers, type Subject, type SubjectAnswer } from './edits.store.ts'
import { readAnswerEvidence } from './evidence.store.ts'
import {
  answerScore,
  answerText,
  mustQuestion,
  questionFormOf,
  refuseNoAnswer,
  standingAsGiven,
  type QuestionForm,
} from './question-form.ts'
import { daysAfter, readDisputeSettings } from './settings.ts'
import { mustDispute, toDisputeItem } from './views.ts'

/** An answer somebody disputes: where it stands, how its question is answered, and what was decided on it before. */
export interface DisputedAnswer {
  subject: Subject
  answer: SubjectAnswer
  form: QuestionForm
  question: ScorecardQuestion
}

/** The answer of an evaluation. `NOT_FOUND` where there is none, `INVALID_INPUT` where it cannot be disputed whatever the day. */
export function mustAnswer(
  database: ReadableDatabase,
  evaluationId: number,
  questionId: number,
  knownForm?: QuestionForm,
): DisputedAnswer {
  const subject = readSubject(database, evaluationId)
  const answer =
    subject && readSubjectAnswers(database, evaluationId).find((one) => one.questionId === questionId)
  if (!answer)
    throw new Problem('NOT_FOUND', t`That answer is no longer there; its import may have been undone.`)
  if (subject.origin === 'automated')
    throw new Problem(
      'INVALID_INPUT',
      t`That answer is automated and counts in no score: have the conversation reviewed instead of disputing it.`,
    )
  if (subject.isCalibration === 1)
    throw new Problem(
      'INVALID_INPUT',
      t`That evaluation was made to calibrate and counts in no score: there is nothing to dispute.`,
    )
  const form = knownForm ?? questionFormOf(database, subject)
  return { subject, answer, form, question: mustQuestion(form, answer) }
}

/** Which round a dispute would be, until when it may be raised, and why it may not. */
export function roundOf(
  database: ReadableDatabase,
  { subject, answer }: DisputedAnswer,
  now: number,
): { round: number; until: number | null; mayNot: Problem | null } {
  const { windowDays, rounds } = readDisputeSettings(database)
  const earlier = readRounds(database, subject.id, answer.questionId)
  const last = earlier.at(-1)
  const round = earlier.length + 1
  const since = last?.resolvedAt ?? subject.evaluatedAt
  const until = since === null ? null : daysAfter(since, windowDays)
  return { round, until, mayNot: reason() }

  function reason(): Problem | null {
    if (last && last.outcome === null)
      return new Problem(
        'CONFLICT',
        t`"${{ label: answer.label }}" is disputed already; decide that one first.`,
      )
    if (round > rounds)
      return new Problem(
        'CONFLICT',
        t`"${{ label: answer.label }}" was disputed ${{ times: times(earlier.length) }}, which is as often as the settings allow.`,
      )
    if (until !== null && now > until)
      return new Problem(
        'CONFLICT',
        t`The ${{ days: windowDays }} days in which "${{ label: answer.label }}" could be disputed are over.`,
      )
    return null
  }
}

const times = (n: number) =>
  n === 1 ? t`once` : n === 2 ? t`twice` : t`${plural({ n }, { one: '# time', other: '# times' })}`

/** What there is to dispute of an answer. */
export function startOfDispute(
  database: ReadableDatabase,
  input: { evaluationId: number; questionId: number },
  now: number,
): DisputeStart {
  const disputed = mustAnswer(database, input.evaluationId, input.questionId)
  const { subject, answer, question } = disputed
  const { round, until, mayNot } = roundOf(database, disputed, now)
  const directory = readDirectory(database)
  const person = subject.personId === null ? undefined : directory.people.get(subject.personId)
  const settings = readDisputeSettings(database)
  return {
    ...input,
    question: answer.label,
    form: subject.form,
    agent: person ? { id: person.id, name: person.name } : null,
    reviewer: subject.evaluator,
    evaluatedAt: subject.evaluatedAt,
    contactRef: subject.contactRef,
    interactionId: subject.interactionId,
    standing: shownAnswerOf(answer),
    evidence: readAnswerEvidence(database, subject.id, answer.questionId),
    definition: question,
    round,
    until,
    mayNot: mayNot?.message ?? null,
    earlier: readRounds(database, subject.id, answer.questionId).map((row) =>
      toDisputeItem(row, directory, settings, now),
    ),
  }
}

/** An answer of the table as a reader sees it. */
export function shownAnswerOf(
  answer: Pick<SubjectAnswer, 'value' | 'score' | 'isNotApplicable'>,
): ShownAnswer {
  return {
    text: answer.isNotApplicable === 1 ? null : answer.value,
    score0to1: answer.score,
    isNotApplicable: answer.isNotApplicable === 1,
  }
}

/** An answer of a form as a reader sees it. */
export function shownFormAnswer(
  form: QuestionForm,
  question: ScorecardQuestion,
  answer: FormAnswer,
): ShownAnswer {
  return {
    text: answerText(question, answer),
    score0to1: answerScore(form, question, answer),
    isNotApplicable: answer.isNotApplicable,
  }
}

/** Who disputes what. */
export interface Raising {
  evaluationId: number
  questionId: number
  answer: FormAnswer
  comment: string
  by: string
  as: 'agent' | 'supervisor'
  moment: Omit<AttachedMoment, 'quote'> | null
}

/**
 * Writes a dispute down; gives its id. The comment is redacted like every text. `CONFLICT` where the window is over, one is open, or the rounds are
 * used up; `INVALID_INPUT` for an answer the form does not know, or the one that stands.
 */
export function raiseDispute(
  database: WritableDatabase,
  raising: Raising,
  now: number,
  fileKey: string | null = null,
): number {
  const disputed = mustAnswer(database, raising.evaluationId, raising.questionId)
  const { subject, answer, form, question } = disputed
  const { round, mayNot } = roundOf(database, disputed, now)
  if (mayNot) throw mayNot
  const given = { ...raising.answer, questionId: question.id, text: '' }
  refuseNoAnswer(question, given)
  const stands = standingAsGiven(form, question, answer)
  if (stands && isSame(stands, given))
    throw new Problem(
      'INVALID_INPUT',
      t`That is the answer "${{ label: answer.label }}" has already; choose the one you think right.`,
    )
  return insertDispute(database, {
    evaluationId: subject.id,
    questionId: answer.questionId,
    round,
    raisedBy: raising.by,
    raisedAs: raising.as,
    at: now,
    comment: redact(raising.comment).text,
    standing: shownAnswerOf(answer),
    proposed: { answer: given, shown: shownFormAnswer(form, question, given) },
    moment:
      raising.moment === null
        ? null
        : { ...raising.moment, quote: quoteOf(database, subject, raising.moment) },
    fileKey,
  })
}

/** Whether two answers are one. */
export function isSame(one: FormAnswer, other: FormAnswer): boolean {
  return (
    one.isNotApplicable === other.isNotApplicable &&
    one.number === other.number &&
    one.optionIds.length === other.optionIds.length &&
    one.optionIds.every((id) => other.optionIds.includes(id))
  )
}

function quoteOf(
  database: ReadableDatabase,
  { transcriptId }: Subject,
  { segment, startChar, endChar }: Omit<AttachedMoment, 'quote'>,
): string {
  const text = transcriptId === null ? undefined : readTurnText(database, transcriptId, segment)
  if (text === undefined) throw new Problem('INVALID_INPUT', t`That moment is not in this conversation.`)
  return text.slice(startChar, endChar) || text
}

/** Takes an open dispute back. `CONFLICT` for one that is decided. */
export function withdraw(database: WritableDatabase, id: number, now: number): void {
  const dispute = mustDispute(database, id)
  if (dispute.withdrawnAt !== null) throw new Problem('CONFLICT', t`That dispute is withdrawn already.`)
  if (dispute.outcome !== null)
    throw new Problem('CONFLICT', t`That dispute is decided; take the decision back before withdrawing it.`)
  withdrawDispute(database, id, now)
}
