import type { Client } from '../../../engine/direct-client.ts'
import type { ReadableDatabase } from '../../../engine/store/index.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { askedQuestions } from '../../../shared/domain/scorecard/asked-questions.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { aForm, aQuestion, chosen } from '../../support/quality-desk.ts'

/** The form the reviewer fills in: a default, a heavy question, one that is only asked after a yes, and words. */
export const form = aForm([
  aQuestion('greets', { defaultOptionId: 'yes' }),
  aQuestion('solves', { weight: 3, rootCauses: ['Tools', 'Training'] }),
  aQuestion('recaps', {
    weight: 2,
    condition: { match: 'all', rules: [{ questionId: 'solves', is: 'in', optionIds: ['yes'] }] },
  }),
  aQuestion('remark', { type: 'text' }),
])

interface Kept {
  answer: FormAnswer
  setBy: string
  note: string
  rootCauses: string[]
  moments: number
}

/** All a workspace holds of one review, without its times. */
export interface ReviewState {
  state: 'waiting' | 'draft' | 'submitted' | 'skipped'
  activeMs: number
  comment: string
  skipReason: string | null
  answers: Record<string, Kept>
  evaluations: { score: number | null; answers: number; moments: number }[]
}

/** What a reviewer does, and how the review stands once it is done. */
export interface Move {
  kind: string
  id: number
  make(client: Client): Promise<unknown>
  after: ReviewState
}

const words = ['Said so at once', 'Kind, and a little slow', 'Asked twice', 'Never said when']
const moment = { segment: 4, startChar: 0, endChar: 9, startMs: null, endMs: null, quote: '' }

/** What this reviewer does next with a review that stands like this. */
export function nextMove(id: number, stands: ReviewState, random: () => number): Move {
  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
  const move = (kind: string, make: Move['make'], changed: Partial<ReviewState>): Move => ({
    kind,
    id,
    make,
    after: { ...stands, ...changed },
  })
  const skip = () => {
    const reason = oneOf(words)
    return move('skip', ({ reviews }) => reviews.skip({ id, reason }), {
      state: 'skipped',
      skipReason: reason,
    })
  }
  if (stands.state === 'waiting')
    return random() < 0.05
      ? skip()
      : move('open', ({ reviews }) => reviews.open({ id }), {
          state: 'draft',
          answers: { greets: { ...blank, answer: chosen('greets', 'yes'), setBy: 'default' } },
        })
  if (stands.state === 'submitted')
    return move('reopen', ({ reviews }) => reviews.reopen({ id }), { state: 'draft', evaluations: [] })
  if (stands.state === 'skipped')
    return move('restore', ({ reviews }) => reviews.restore({ id }), {
      state: Object.keys(stands.answers).length > 0 ? 'draft' : 'waiting',
      skipReason: null,
    })
  const luck = random()
  if (luck < 0.3 && isComplete(stands))
    return move('submit', ({ reviews }) => reviews.submit({ id }), {
      state: 'submitted',
      evaluations: [evaluationOf(stands)],
    })
  if (luck < 0.36) {
    const activeMs = Math.ceil(random() * 15_000)
    return move('worked', ({ reviews }) => reviews.worked({ id, activeMs }), {
      activeMs: stands.activeMs + activeMs,
    })
  }
  if (luck < 0.42) {
    const comment = oneOf(words)
    return move('comment', ({ reviews }) => reviews.comment({ id, comment }), { comment })
  }
  if (luck < 0.44) return skip()
  const questionId = oneOf(form.questions).id
  // without the default a review that was opened could not be told from one that was not
  if (luck < 0.5 && questionId !== 'greets') {
    const left = Object.entries(stands.answers).filter(([key]) => key !== questionId)
    return move('clear', ({ reviews }) => reviews.clearAnswer({ id, questionId }), {
      answers: Object.fromEntries(left),
    })
  }
  const answer =
    questionId === 'remark'
      ? { ...chosen('remark'), text: oneOf(words) }
      : random() < 0.1
        ? { ...chosen(questionId), isNotApplicable: true }
        : chosen(questionId, oneOf(['yes', 'no']))
  const kept: Kept = {
    answer,
    setBy: 'reviewer',
    note: random() < 0.5 ? oneOf(words) : '',
    rootCauses: questionId === 'solves' && random() < 0.5 ? ['Tools'] : [],
    moments: Math.floor(random() * 3),
  }
  const moments = Array.from({ length: kept.moments }, () => moment)
  return move(
    'answer',
    ({ reviews }) => reviews.answer({ id, answer, note: kept.note, rootCauses: kept.rootCauses, moments }),
    { answers: { ...stands.answers, [questionId]: kept } },
  )
}

const blank = { setBy: 'reviewer', note: '', rootCauses: [], moments: 0 }

const given = ({ answers }: ReviewState) => Object.values(answers).map(({ answer }) => answer)

function isComplete(stands: ReviewState): boolean {
  return scoreAnswers(form, given(stands)).unansweredIds.every((id) => id === 'remark')
}

/** The whole evaluation such a draft becomes: an answer to every question, also to those that conditions leave out. */
function evaluationOf(stands: ReviewState): ReviewState['evaluations'][number] {
  const asked = askedQuestions(form, given(stands))
  const counted = form.questions.filter(({ id }) => !asked.has(id) || stands.answers[id] !== undefined)
  return {
    score: scoreAnswers(form, given(stands)).score0to1,
    answers: counted.length,
    moments: [...asked].reduce((sum, id) => sum + (stands.answers[id]?.moments ?? 0), 0),
  }
}

/** How every review of a workspace stands in its tables. */
export function reviewsIn({ raw }: ReadableDatabase): Map<number, ReviewState> {
  const rows = <Row>(sql: string, id: number) => raw.prepare(sql).all(id) as Row[]
  const reviews = raw
    .prepare(`SELECT id, state, active_ms AS activeMs, comment, skip_reason AS skipReason FROM reviews`)
    .all() as (Omit<ReviewState, 'answers' | 'evaluations'> & { id: number })[]
  return new Map(
    reviews.map(({ id, ...review }) => {
      const answers = rows<Record<string, string | number | null>>(
        `SELECT *, (SELECT count(*) FROM review_moments AS one WHERE one.review_id = review_answers.review_id AND one.question_key = review_answers.question_key) AS moments
         FROM review_answers WHERE review_id = ? ORDER BY question_key`,
        id,
      ).map((row): [string, Kept] => [
        String(row['question_key']),
        {
          answer: {
            questionId: String(row['question_key']),
            optionIds: JSON.parse(String(row['option_ids'])) as string[],
            number: row['number'] as number | null,
            text: String(row['text']),
            isNotApplicable: row['is_not_applicable'] === 1,
          },
          setBy: String(row['set_by']),
          note: String(row['note']),
          rootCauses: JSON.parse(String(row['root_causes'])) as string[],
          moments: Number(row['moments']),
        },
      ])
      const evaluations = rows<ReviewState['evaluations'][number]>(
        `SELECT computed_score AS score, (SELECT count(*) FROM answers WHERE evaluation_id = evaluations.id) AS answers,
           (SELECT count(*) FROM answer_evidence WHERE evaluation_id = evaluations.id) AS moments FROM evaluations WHERE review_id = ?`,
        id,
      )
      return [id, { ...review, answers: Object.fromEntries(answers), evaluations }]
    }),
  )
}
