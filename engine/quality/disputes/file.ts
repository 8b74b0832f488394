import { plural, t } from '#speech'
import { exchangeKinds } from '../../../shared/domain/exchange-files.ts'
import {
  DISPUTE_FILE,
  DISPUTE_FILE_VERSION,
  disputeFile,
  type DisputeFile,
  type DisputeFileEntry,
  type DisputeFileSealed,
} from '../../../shared/domain/dispute-file.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { digestOf } from '../calibration/canonical.ts'
import { readWorkspaceUid, workspaceUid } from '../../workspace/index.ts'
import { readTurnText } from '../reviews/answers.store.ts'
import { evaluationAgain } from './apply.ts'
import { isFileEntryKnown } from './disputes.store.ts'
import {
  findEvaluationOfReview,
  readSubject,
  readSubjectAnswers,
  type Subject,
  type SubjectAnswer,
} from './edits.store.ts'
import { shownScore } from './effect.ts'
import { readAnswerComment, readAnswerEvidence } from './evidence.store.ts'
import { questionFormOf, type QuestionForm } from './question-form.ts'
import { mustAnswer, raiseDispute, roundOf } from './raise.ts'
import { daysAfter, readDisputeSettings } from './settings.ts'

/**
 * The seal of some content. It shows that nothing was changed by accident or in passing, whatever an editor did to the layout. It proves nothing of who wrote
 * it: whoever changes the content on purpose can work the seal out again.
 */
const sealOf = (content: unknown): string => `sha256:${digestOf(content)}`

const howTo = () =>
  t`To dispute an answer, fill in an entry under "disputes": the question by its title, the answer you think right (one of its choices), a comment that says why, and your name. Add more entries for more answers. Leave everything else as it is, save the file, and send it back.`

/** A file with one evaluation that somebody without Debrief can fill in. `CONFLICT` where none of its answers can be disputed. */
export function writeDisputeFile(
  database: WritableDatabase,
  evaluationId: number,
  now: number,
): { fileName: string; text: string } {
  const subject = readSubject(database, evaluationId)
  if (!subject)
    throw new Problem('NOT_FOUND', t`That evaluation is no longer there; its import may have been undone.`)
  const questionForm = questionFormOf(database, subject)
  const questions = readSubjectAnswers(database, evaluationId).map((answer) =>
    questionEntry(database, subject, answer, questionForm, now),
  )
  if (questions.every(({ closed }) => closed !== null))
    throw new Problem(
      'CONFLICT',
      questions[0]?.closed ?? t`That evaluation has no answers, so there is nothing to dispute.`,
    )
  const { windowDays } = readDisputeSettings(database)
  const { reviewId, sourceId, evaluationRef, contentKey, evaluatedAt, evaluator, contactRef, form, version } =
    subject
  const sealed: DisputeFileSealed = {
    workspace: workspaceUid(database),
    madeAt: now,
    until: evaluatedAt === null ? null : daysAfter(evaluatedAt, windowDays),
    evaluation: {
      reviewId,
      sourceId,
      evaluationRef,
      contentKey,
      evaluatedAt,
      evaluator,
      agent:
        subject.personId === null
          ? null
          : (readDirectory(database).people.get(subject.personId)?.name ?? null),
      contactRef,
      form,
      version,
      score0to1: shownScore({ ...subject, hasFailedCritical: false }),
      questions,
    },
  }
  const file: DisputeFile = {
    format: DISPUTE_FILE,
    version: DISPUTE_FILE_VERSION,
    howTo: howTo(),
    disputes: [{ question: '', rightAnswer: '', comment: '', by: '', as: 'agent', turn: null }],
    sealed,
    seal: sealOf(sealed),
  }
  const reference = (contactRef ?? evaluationRef ?? String(evaluationId)).replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '-',
  )
  return {
    fileName: `dispute-${reference}.${exchangeKinds.dispute}`,
    text: `${JSON.stringify(file, null, 2)}\n`,
  }
}

function questionEntry(
  database: ReadableDatabase,
  subject: Subject,
  answer: SubjectAnswer,
  form: QuestionForm,
  now: number,
): DisputeFileSealed['evaluation']['questions'][number] {
  const question = form.questions.get(answer.stableKey)
  return {
    key: answer.stableKey,
    title: answer.label,
    section: answer.section,
    guidance: question?.guidance ?? '',
    answer:
      answer.isNotApplicable === 1
        ? null
        : (answer.value ?? (answer.score === null ? '' : `${Math.round(answer.score * 100)}%`)),
    score0to1: answer.score,
    comment: readAnswerComment(database, subject.id, answer.questionId),
    choices: question ? choicesOf(question) : [],
    moments: readAnswerEvidence(database, subject.id, answer.questionId),
    closed: closedBecause(database, subject, answer, form, now),
  }
}

function closedBecause(
  database: ReadableDatabase,
  subject: Subject,
  answer: SubjectAnswer,
  form: QuestionForm,
  now: number,
): string | null {
  try {
    return (
      roundOf(database, mustAnswer(database, subject.id, answer.questionId, form), now).mayNot?.message ??
      null
    )
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

function choicesOf(question: ScorecardQuestion): string[] {
  const own =
    question.type === 'points'
      ? [numberBetween(question.leastPoints, question.mostPoints)]
      : question.type === 'numeric'
        ? question.ranges.map(({ from, to }) => numberBetween(from, to))
        : optionsOf(question).map(({ label }) => label)
  return [...own, ...(question.allowsNotApplicable ? ['n/a'] : [])]
}

const numberBetween = (from: number, to: number) => t`a number from ${{ from }} to ${{ to }}`

const DAY_MS = 86_400_000

/** Reads a file as text. `FILE_UNREADABLE` where it is broken, `UNSUPPORTED` where a newer Debrief wrote it. */
function parseDisputeFile(text: string): DisputeFile {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Problem(
      'FILE_UNREADABLE',
      t`The file is broken: it is no valid JSON any more. A comma, a quote or a bracket may have been lost while it was filled in.`,
      { cause },
    )
  }
  const head = value as { format?: unknown; version?: unknown } | null
  if (typeof head !== 'object' || head === null || head.format !== DISPUTE_FILE)
    throw new Problem(
      'FILE_UNREADABLE',
      t`That is no dispute file: choose the file that Debrief wrote, as it came back.`,
    )
  if (typeof head.version === 'number' && head.version > DISPUTE_FILE_VERSION)
    throw new Problem('UNSUPPORTED', t`The file was written by a newer Debrief; update Debrief to read it.`)
  const parsed = disputeFile.safeParse(value)
  if (parsed.success) return parsed.data
  const place = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Problem(
    'FILE_UNREADABLE',
    t`The file is broken: "${{ place }}" is missing or is not what it should be.`,
  )
}

/**
 * Takes a filled-in file: every entry becomes a dispute, or none does. One that was taken before is passed over. Throws one sentence for a file that
 * is broken, newer, changed where it is sealed, of another workspace, about an evaluation that is not here, or too late.
 */
export function readDisputeFile(
  database: WritableDatabase,
  text: string,
  now: number,
): { raised: number[]; alreadyThere: number; sentence: string } {
  const file = parseDisputeFile(text)
  if (sealOf(file.sealed) !== file.seal)
    throw new Problem(
      'FILE_UNREADABLE',
      t`The part of the file that nobody may change was changed, so nothing was taken; write the file again and fill that in.`,
    )
  if (file.sealed.madeAt > now + DAY_MS)
    throw new Problem(
      'INVALID_INPUT',
      t`The file says it was written on ${{ day: new Date(file.sealed.madeAt).toISOString().slice(0, 10) }}, which is still to come, so nothing was taken; check the clock of this computer.`,
    )
  if (file.sealed.workspace !== readWorkspaceUid(database))
    throw new Problem(
      'INVALID_INPUT',
      t`The file belongs to another workspace, so nothing was taken; open the workspace that wrote it.`,
    )
  const filled = file.disputes.filter(
    ({ question, comment }) => question.trim() !== '' || comment.trim() !== '',
  )
  if (filled.length === 0)
    throw new Problem(
      'INVALID_INPUT',
      t`Nothing is filled in: the file has no entry with a question under "disputes".`,
    )
  const fresh = filled
    .map((entry) => ({ entry, key: sealOf([file.seal, entry]) }))
    .filter(({ key }) => !isFileEntryKnown(database, key))
  const evaluationId = fresh.length === 0 ? undefined : evaluationOfFile(database, file.sealed)
  const raised = fresh.map(({ entry, key }) =>
    raiseDispute(
      database,
      { evaluationId: evaluationId!, ...raisingOf(database, file.sealed, entry, evaluationId!) },
      now,
      key,
    ),
  )
  const alreadyThere = filled.length - fresh.length
  return { raised, alreadyThere, sentence: sentenceOf(raised.length, alreadyThere) }
}

function sentenceOf(raised: number, alreadyThere: number): string {
  if (raised === 0 && alreadyThere > 0) return t`Everything in this file was taken before; nothing changed.`
  const taken = t`${plural({ raised }, { one: 'One dispute was taken', other: '# disputes were taken' })}`
  return alreadyThere === 0
    ? `${taken}.`
    : t`${{ taken }}; ${plural({ alreadyThere }, { one: 'one was there already', other: '# were there already' })}.`
}

function evaluationOfFile(database: ReadableDatabase, { evaluation }: DisputeFileSealed): number {
  const id =
    evaluation.reviewId === null
      ? evaluationAgain(database, evaluation)
      : findEvaluationOfReview(database, evaluation.reviewId)
  if (id === undefined)
    throw new Problem(
      'NOT_FOUND',
      t`The evaluation of this file is not in this workspace; its import may have been undone. Nothing was taken.`,
    )
  return id
}

function raisingOf(
  database: ReadableDatabase,
  { evaluation }: DisputeFileSealed,
  entry: DisputeFileEntry,
  evaluationId: number,
) {
  const wanted = plain(entry.question)
  const asked = evaluation.questions.find(
    ({ key, title }) => plain(key) === wanted || plain(title) === wanted,
  )
  if (!asked)
    throw new Problem(
      'INVALID_INPUT',
      t`The evaluation has no question "${{ question: entry.question.trim() }}"; nothing was taken.`,
    )
  const row = readSubjectAnswers(database, evaluationId).find(({ stableKey }) => stableKey === asked.key)
  if (!row)
    throw new Problem(
      'NOT_FOUND',
      t`The answer to "${{ title: asked.title }}" is no longer there; nothing was taken.`,
    )
  if (entry.comment.trim() === '')
    throw new Problem(
      'INVALID_INPUT',
      t`The dispute of "${{ title: asked.title }}" has no comment; nothing was taken.`,
    )
  if (entry.by.trim() === '')
    throw new Problem(
      'INVALID_INPUT',
      t`The dispute of "${{ title: asked.title }}" has no name under "by"; nothing was taken.`,
    )
  const { subject, question } = mustAnswer(database, evaluationId, row.questionId)
  return {
    questionId: row.questionId,
    answer: answerIn(question, entry.rightAnswer),
    comment: entry.comment.trim(),
    by: entry.by.trim(),
    as: entry.as,
    moment: momentOf(database, subject, entry.turn),
  }
}

function momentOf(database: ReadableDatabase, { transcriptId }: Subject, turn: number | null) {
  if (turn === null) return null
  const text = transcriptId === null ? undefined : readTurnText(database, transcriptId, turn - 1)
  if (text === undefined)
    throw new Problem('INVALID_INPUT', t`The conversation has no turn ${{ turn }}; nothing was taken.`)
  return { segment: turn - 1, startChar: 0, endChar: text.length, startMs: null, endMs: null }
}

function answerIn(question: ScorecardQuestion, given: DisputeFileEntry['rightAnswer']): FormAnswer {
  const none: FormAnswer = {
    questionId: question.id,
    optionIds: [],
    number: null,
    text: '',
    isNotApplicable: false,
  }
  const words = [given].flat().map((one) => plain(String(one)))
  const first = words[0] ?? ''
  if (['n/a', 'na', 'not applicable'].includes(first)) return { ...none, isNotApplicable: true }
  if (question.type === 'points' || question.type === 'numeric') {
    const number = Number(first)
    if (first !== '' && Number.isFinite(number)) return { ...none, number }
  } else {
    const options = optionsOf(question)
    const whole = options.find(({ id, label }) => plain(id) === first || plain(label) === first)
    const parts = words.length === 1 && !whole ? first.split(';').map(plain) : words
    const chosen = parts.map((part) =>
      options.find(({ id, label }) => plain(id) === part || plain(label) === part),
    )
    if (chosen.length > 0 && chosen.every((option) => option !== undefined))
      return { ...none, optionIds: chosen.map(({ id }) => id) }
  }
  throw new Problem(
    'INVALID_INPUT',
    t`"${{ answer: [given].flat().join('; ') }}" is no answer to "${{ title: question.title }}"; write one of: ${{ choices: choicesOf(question).join(', ') }}. Nothing was taken.`,
  )
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
