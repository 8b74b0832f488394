import { counting } from '../../counting.ts'
import { writing } from '../../context.ts'
import {
  becomeReviewer,
  listReviews,
  raiseDispute,
  readAnswers,
  readEvaluations,
  resolveDispute,
} from '../../quality/index.ts'
import { FORM_NAME } from '../quality-form.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { answerOf } from './filling-in.ts'
import type { Asked } from './hearing.ts'
import { REVIEWERS } from './reviewers.ts'
import { at, type Telling } from './telling.ts'

/** An answer of a review that counted as missed. */
interface Missed {
  evaluationId: number
  questionId: number
  key: string
  asked: Asked
  contactRef: string
  agent: string
  reviewer: string
}

/** Answers agents dispute: one the reviewer got wrong, which is overturned, one that stands, and one that nobody has decided yet. */
export async function disputeAnswers(telling: Telling): Promise<void> {
  const { endDay, hearing } = telling
  const { raised, decided } = CALENDAR.disputes
  const missed = missedAnswers(telling)
  const isWrong = ({ contactRef, asked }: Missed) => hearing.right(contactRef, asked) === 'yes'
  const wrong = missed.find(isWrong)
  const right = missed.find((one) => !isWrong(one) && one.asked === 'recap')
  const hurried = missed.find(
    ({ contactRef, asked }) => asked === 'furtherHelp' && hearing.isHurriedOffer(contactRef),
  )
  const from = instantOf(endDay, raised, 10)
  if (wrong) {
    const id = await raise(telling, wrong, 'Please listen to it again, I did that.', from)
    await decide(telling, wrong, id, instantOf(endDay, decided, 11), 'It is there, the reviewer missed it.')
  }
  if (right) {
    const id = await raise(telling, right, 'The customer knew what comes next.', from + 1_800_000)
    await decide(telling, right, id, instantOf(endDay, decided, 12), null)
  }
  if (hurried)
    await raise(
      telling,
      hurried,
      'I asked whether there was anything else. It is in the last sentence.',
      from + 3_600_000,
    )
}

/** What reviewers counted as missed in reviews that were drawn, newest first; not the critical question. */
function missedAnswers({ context, form, conversations }: Telling): Missed[] {
  const agents = new Map(conversations.map(({ contactId, agent }) => [contactId, agent]))
  const asked = new Map(form.questions.map((question) => [question.id, question.asked]))
  const { items } = listReviews(context, {
    states: ['submitted'],
    scorecardId: form.scorecardId,
    selection: 'random',
    limit: 100,
  })
  return items.flatMap(({ interactionId, contactRef, reviewer }) => {
    const agent = agents.get(contactRef ?? '')
    if (interactionId === null || contactRef === null || reviewer === null || agent === undefined) return []
    const evaluation = readEvaluations(context.read, { interactionId }).find(
      (one) => one.form === FORM_NAME && one.evaluator === reviewer && one.isCalibration === 0,
    )
    if (evaluation === undefined) return []
    return readAnswers(context.read, { interactionId })
      .filter(({ evaluationId, score }) => evaluationId === evaluation.id && score === 0)
      .filter(({ stableKey }) => asked.get(stableKey) !== 'verification')
      .map(({ evaluationId, questionId, stableKey }) => ({
        evaluationId,
        questionId,
        key: stableKey,
        asked: asked.get(stableKey)!,
        contactRef,
        agent,
        reviewer,
      }))
  })
}

function raise({ context }: Telling, missed: Missed, comment: string, instant: number): Promise<number> {
  return writing(context, (database) =>
    raiseDispute(
      database,
      {
        evaluationId: missed.evaluationId,
        questionId: missed.questionId,
        answer: answerOf(missed.key, 'yes'),
        comment,
        by: missed.agent,
        as: 'agent',
        moment: null,
      },
      instant,
    ),
  )
}

/** The other reviewer decides; a remark where the answer was wrong. */
async function decide(
  { context }: Telling,
  missed: Missed,
  id: number,
  instant: number,
  wrongBecause: string | null,
): Promise<void> {
  const other = REVIEWERS.find(({ name }) => name !== missed.reviewer)!
  await becomeReviewer(context, other.name)
  await counting(at(context, instant), (database, affected) =>
    resolveDispute(
      database,
      {
        id,
        outcome: wrongBecause === null ? 'uphold' : 'overturn',
        remark: wrongBecause ?? 'The next step is never said; the answer stands.',
        fault: wrongBecause === null ? null : 'reviewer',
      },
      instant,
      affected,
    ),
  )
}
