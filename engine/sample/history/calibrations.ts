import { submitTogether } from '../../counting.ts'
import {
  becomeReviewer,
  closeSession,
  createSession,
  pickConversations,
  revealSession,
  sessionPage,
  settleAnswer,
} from '../../quality/index.ts'
import { createRandom } from '../random.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { answerOf, fillIn, type ToFillIn } from './filling-in.ts'
import type { Asked, Heard } from './hearing.ts'
import { REVIEWERS, type Reviewer } from './reviewers.ts'
import { at, type Telling } from './telling.ts'

const HOUR_MS = 3_600_000
const FIRST_SIZE = 10
const SECOND_SIZE = 6
/** Of the second session the second reviewer has done so many, and begun one more. */
const DONE_OF_SECOND = 2
const ANSWERS_BEGUN = 5
const REMARKS: Partial<Record<Asked, string>> = {
  furtherHelp: 'An offer in the same breath as the goodbye is none: leave the customer time to answer.',
  empathy: 'Naming the problem is not enough; say what it means to the customer.',
}
const USUAL_REMARK = 'Listened to again together.'

/** The session that is settled: half of its conversations have an offer of help that leaves no time to answer, which the two do not hear alike. */
export async function calibrateOnce(telling: Telling): Promise<void> {
  const { context, endDay, hearing } = telling
  const { made, scored, settled } = CALENDAR.firstCalibration
  const calls = callsBefore(telling, instantOf(endDay, made, 16))
  const isHurried = ({ ref }: Call) => hearing.isHurriedOffer(ref)
  const chosen = [
    ...calls.filter(isHurried).slice(0, FIRST_SIZE / 2),
    ...calls.filter((call) => !isHurried(call)).slice(0, FIRST_SIZE / 2),
  ]
  const id = await makeSession(telling, 'What counts as an offer of help', chosen, made)
  for (const reviewer of REVIEWERS)
    await scorePart(telling, { id, calls: chosen, reviewer, daysBack: scored })
  const evening = instantOf(endDay, settled, 17)
  await revealSession(at(context, evening), id, [])
  await settleAll(telling, id, evening)
  await closeSession(at(context, evening + HOUR_MS), id)
}

/** The session that is open: one reviewer is done, the other in the middle of it. */
export async function calibrateAgain(telling: Telling): Promise<void> {
  const { endDay, context } = telling
  const { made, scored } = CALENDAR.secondCalibration
  const calls = callsBefore(telling, instantOf(endDay, made, 16)).slice(-SECOND_SIZE)
  const id = await makeSession(telling, 'November', calls, made)
  const [first, second] = REVIEWERS
  await scorePart(telling, { id, calls, reviewer: first, daysBack: scored })
  await scorePart(telling, { id, calls, reviewer: second, daysBack: scored, upTo: DONE_OF_SECOND })
  const [begun] = partsToScore(telling, { id, calls, reviewer: second, daysBack: scored }).slice(
    DONE_OF_SECOND,
  )
  if (begun) await fillIn(context, [{ ...begun, stopAfter: ANSWERS_BEGUN }], telling)
}

interface Call {
  ref: string
  interactionId: number
}

/** The calls there were by then, shuffled. */
function callsBefore({ context, seed, form, conversations }: Telling, instant: number): Call[] {
  const refs = conversations.map(({ contactId }) => contactId)
  const { items } = pickConversations(context.read, form.scorecardId, { kind: 'contacts', refs })
  const calls = items.flatMap(({ contactRef: ref, at: when, channel, interactionId }) =>
    ref === null || when === null || when >= instant || channel === 'chat' ? [] : [{ ref, interactionId }],
  )
  return createRandom(seed, 'calibrated calls').shuffle(calls)
}

function makeSession(
  { context, endDay, form: { scorecardId } }: Telling,
  name: string,
  calls: readonly Call[],
  daysBack: number,
): Promise<number> {
  return createSession(at(context, instantOf(endDay, daysBack, 16)), {
    name,
    scorecardId,
    mode: 'consensus',
    expert: null,
    interactionIds: calls.map(({ interactionId }) => interactionId),
    reviewers: REVIEWERS.map((reviewer) => reviewer.name),
  })
}

interface Part {
  id: number
  calls: readonly Call[]
  reviewer: Reviewer
  daysBack: number
  upTo?: number
}

async function scorePart(telling: Telling, part: Part): Promise<void> {
  telling.refuseCancelled()
  const { context } = telling
  await becomeReviewer(context, part.reviewer.name)
  const done = await fillIn(context, partsToScore(telling, part).slice(0, part.upTo), telling)
  const drafts = done.map(({ id, doneAt }) => ({ id, at: doneAt }))
  await submitTogether(at(context, done.at(-1)!.doneAt), drafts)
}

/** The conversations of a session as one reviewer gets them, one after the other; conversations are told apart by their place alone. */
function partsToScore({ context, endDay }: Telling, { id, calls, reviewer, daysBack }: Part): ToFillIn[] {
  const from = instantOf(endDay, daysBack, 9)
  return sessionPage(context.read, id).mine.map(({ reviewId, position }) => ({
    id: reviewId,
    contactRef: calls[position - 1]!.ref,
    reviewer,
    daysBack,
    openedAt: from + (position - 1) * reviewer.secondsPerReview * 1500,
  }))
}

/** Settles what the reviewers do not answer alike at what is right, with a remark for everybody. */
async function settleAll({ context, form, hearing }: Telling, id: number, from: number): Promise<void> {
  const asked = new Map(form.questions.map((question) => [question.id, question.asked]))
  let instant = from
  for (const item of sessionPage(context.read, id).results?.items ?? [])
    for (const questionId of item.open) {
      const about = asked.get(questionId)!
      const right = hearing.right(item.contactRef!, about)
      const answer = answerOf(questionId, right)
      const saidSo = item.parts.find(({ answers }) => heardOf(answers[questionId]?.answer) === right)
      instant += 90_000
      await settleAnswer(at(context, instant), {
        itemId: item.id,
        answer,
        takenFrom: saidSo?.reviewer ?? null,
        remark: REMARKS[about] ?? USUAL_REMARK,
      })
    }
}

function heardOf(
  answer: { optionIds: readonly string[]; isNotApplicable: boolean } | undefined,
): Heard | null {
  if (answer === undefined) return null
  if (answer.isNotApplicable) return 'not applicable'
  return answer.optionIds[0] === 'yes' ? 'yes' : 'no'
}
