import { EVALUATORS } from './company.ts'
import type { Contact } from './contacts.ts'
import { addDays, dayStartMs } from './days.ts'
import { isNameSaid } from './name-said.ts'
import type { Agent } from './people.ts'
import { PLANTED_DIFFERENCES } from './planted.ts'
import { FORM_QUESTIONS, GENERAL_COMMENTS } from './quality-form.ts'
import type { FormQuestion } from './quality-form.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'

export interface Answer {
  question: FormQuestion
  /** `Partly` exists where half the points can be earned. */
  answer: 'Yes' | 'Partly' | 'No' | 'N/A'
  points: number | null
  comment: string
}

export interface Evaluation {
  id: string
  contact: Contact
  agent: Agent
  evaluator: string
  evaluatedAt: number
  version: 3 | 4
  answers: Answer[]
  /** 0..100; 0 where a fatal question failed. */
  totalPercent: number
  hasFatalFail: boolean
  comment: string
}

/** Version 4 of the form replaces version 3 six weeks before the end. */
export const FORM_CHANGE_DAYS = 42
const NEUTRAL_REASONS = [
  'Order status',
  'New order',
  'Upgrade',
  'Moving home',
  'Limit change',
  'Contract end',
]
/** The share of passes where the reviewer heard it differently. */
const DISAGREEMENT = 0.025
/** The share of misses a reviewer says something about. */
const COMMENT_SHARE = 0.72

/** When quality reviewed whom: lightly at first, twice a week in the last four weeks, a little more where the lead asked. */
const evaluationPlan = (agent: Agent) => [
  { fromDaysBack: 83, toDaysBack: 43, count: 3 },
  { fromDaysBack: 42, toDaysBack: 28, count: 2 },
  { fromDaysBack: 27, toDaysBack: 1, count: PLANTED_DIFFERENCES.has(agent.name) ? 9 : 6 },
]

interface Evaluating {
  seed: number
  endDay: string
  /** Calls that were answered without a greeting, whatever their behaviours say. */
  hasty: ReadonlySet<Contact>
}

/** About 550 evaluations of voice contacts, drawn at random within each period; `prefers` names the contacts to take first. */
export function createEvaluations(
  contacts: readonly Contact[],
  agents: readonly Agent[],
  options: Evaluating & { prefers: (contact: Contact) => boolean },
): Evaluation[] {
  const random = createRandom(options.seed, 'evaluations')
  const evaluations: Evaluation[] = []
  const byAgent = new Map<Agent, Contact[]>()
  for (const contact of contacts) {
    if (!contact.agent || contact.channel !== 'voice') continue
    const own = byAgent.get(contact.agent) ?? []
    byAgent.set(contact.agent, own)
    own.push(contact)
  }
  for (const agent of agents) {
    for (const { fromDaysBack, toDaysBack, count } of evaluationPlan(agent)) {
      const from = addDays(options.endDay, -fromDaysBack)
      const to = addDays(options.endDay, -toDaysBack)
      const period = (byAgent.get(agent) ?? []).filter((contact) => contact.day >= from && contact.day <= to)
      const shuffled = random.shuffle(period)
      const chosen = [
        ...shuffled.filter(options.prefers),
        ...shuffled.filter((contact) => !options.prefers(contact)),
      ].slice(0, count)
      for (const contact of chosen) evaluations.push(evaluate(contact, agent, options, random))
    }
  }
  evaluations.sort((left, right) => left.evaluatedAt - right.evaluatedAt)
  for (const [index, evaluation] of evaluations.entries()) evaluation.id = `EV-${20_140 + index}`
  return evaluations
}

function evaluate(
  contact: Contact,
  agent: Agent,
  { endDay, seed, hasty }: Evaluating,
  random: Random,
): Evaluation {
  const evaluator = random.pick(EVALUATORS)
  const version = contact.day > addDays(endDay, -FORM_CHANGE_DAYS) ? 4 : 3
  const answers = FORM_QUESTIONS.filter((question) => question.sinceVersion <= version).map((question) =>
    question.id === 'name'
      ? answerToName(question, contact, seed)
      : answerTo({ ...question, id: question.id }, contact, evaluator.extraFailShare, random),
  )
  const greeting = answers.findIndex(({ question }) => question.id === 'greeting')
  if (hasty.has(contact)) answers[greeting] = missed(answers[greeting]!.question, contact, seed)
  let earned = 0
  let possible = 0
  for (const { question, points } of answers) {
    if (points === null) continue
    earned += points
    possible += question.points
  }
  const hasFatalFail = answers.some(({ question, answer }) => question.isFatal && answer === 'No')
  const before = possible === 0 ? 0 : (earned / possible) * 100
  const tone = before > 88 ? 'good' : before > 68 ? 'middle' : 'poor'
  const latest = dayStartMs(endDay) + 20 * 3_600_000
  return {
    id: '',
    contact,
    agent,
    evaluator: evaluator.name,
    evaluatedAt: Math.min(
      latest,
      contact.startedAt + random.int(5, 68) * 3_600_000 + random.int(0, 3599) * 1000,
    ),
    version,
    answers,
    totalPercent: hasFatalFail ? 0 : Math.round(before * 10) / 10,
    hasFatalFail,
    comment: hasFatalFail ? 'Fatal: identity.' : random.pick(GENERAL_COMMENTS[tone]),
  }
}

/** Missed, with a comment from a stream of its own. */
function missed(question: FormQuestion, contact: Contact, seed: number): Answer {
  const random = createRandom(seed, `missed ${question.id} ${contact.id}`)
  const comment = random.chance(COMMENT_SHARE) ? random.pick(question.failComments) : ''
  return { question, answer: 'No', points: 0, comment }
}

function answerToName(question: FormQuestion, contact: Contact, seed: number): Answer {
  const isSaid = isNameSaid(contact, seed)
  return { question, answer: isSaid ? 'Yes' : 'No', points: isSaid ? question.points : 0, comment: '' }
}

function answerTo(
  question: FormQuestion & { id: Exclude<FormQuestion['id'], 'name'> },
  contact: Contact,
  extraFailShare: number,
  random: Random,
): Answer {
  const isNotApplicable =
    (question.id === 'empathy' && NEUTRAL_REASONS.includes(contact.reason) && random.chance(0.3)) ||
    (question.id === 'furtherHelp' && contact.isTransferred) ||
    (question.id === 'verification' && contact.reason === 'New order' && random.chance(0.4)) ||
    (question.id === 'timing' && random.chance(0.18))
  if (isNotApplicable) return { question, answer: 'N/A', points: null, comment: '' }
  const happened = question.id === 'timing' ? random.chance(0.84) : contact.behaviours[question.id]
  const flip = question.isFatal ? 0.004 : DISAGREEMENT
  const passed = happened
    ? !random.chance(flip + (question.isFatal ? 0 : extraFailShare))
    : random.chance(flip)
  if (passed) {
    const comment = random.chance(0.06) ? random.pick(question.passComments) : ''
    return { question, answer: 'Yes', points: question.points, comment }
  }
  const comment = random.chance(COMMENT_SHARE) ? random.pick(question.failComments) : ''
  const isHalf = question.id === 'accuracy' && random.chance(0.55)
  return { question, answer: isHalf ? 'Partly' : 'No', points: isHalf ? question.points / 2 : 0, comment }
}
