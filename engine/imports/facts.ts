/** Who the row says did the work. At least one of id, e-mail and name is given. Kept as written, trimmed. */
export interface AgentRef {
  externalId: string | null
  name: string | null
  email: string | null
  team: string | null
  site: string | null
  /** Ids of the same person in other systems, where a roster lists them. */
  otherIds?: readonly string[]
}

/** The contact a row is about. `contactRef` is the vendor's contact id; `legRef` tells the legs of one contact apart. */
export interface ContactFacts {
  contactRef: string | null
  legRef: string | null
  startedAtMs: number | null
  endedAtMs: number | null
  queue: string | null
  reason: string | null
  channel: string | null
  direction: 'inbound' | 'outbound' | 'internal' | null
  /** The customer's number or id as written; only its HMAC is ever stored. */
  customer: string | null
  /** The same, hashed, where the row was read in another thread: the number itself does not leave it. */
  customerHash?: number | null
  languageCode: string | null
  /** Whether the customer consented to being recorded. */
  consent: boolean | null
}

/** What an interaction log says of one contact. Durations in milliseconds, flags true, false or no statement. */
export interface InteractionFacts {
  waitMs: number | null
  talkMs: number | null
  holdMs: number | null
  acwMs: number | null
  handleMs: number | null
  isTransferred: boolean | null
  isAnswered: boolean | null
  isResolved: boolean | null
  disposition: string | null
  /** Free text: redacted before it is stored. */
  subject: string | null
  description: string | null
}

/** One survey response. Scores on 0..1 of their own scale, with the scale's ends. */
export interface SurveyFacts {
  responseRef: string | null
  respondedAtMs: number | null
  /** Whether the moment of the answer (or else of the contact) has a time of day: many answers share a day, few a second. */
  isTimed: boolean
  csat: { score0to1: number; min: number; max: number } | null
  /** 0..10 as given. */
  nps: number | null
  isResolved: boolean | null
  comment: string | null
  pertainsToAgent: boolean | null
}

/** One answer of an evaluation. `score0to1` null: not scored or not applicable. */
export interface AnswerFacts {
  /** The vendor's id of the question where it gives one: the stable identity. Else the label is. */
  questionRef: string | null
  label: string
  section: string | null
  value: string | null
  score0to1: number | null
  points: number | null
  maxPoints: number | null
  weight: number | null
  isNotApplicable: boolean
  hasFailedCritical: boolean
  comment: string | null
  /** What the vendor's automation had answered where a person overrode it. */
  automatedValue: string | null
}

/** One evaluation with its answers; in long files one row brings one answer and rows with the same reference add up. */
export interface EvaluationFacts {
  evaluationRef: string | null
  form: string | null
  formRef: string | null
  formVersion: string | null
  evaluator: string | null
  evaluatedAtMs: number | null
  /** The score the vendor gives, 0..1. Kept as given beside the recomputed one. */
  vendorScore0to1: number | null
  isCalibration: boolean
  hasFailedCritical: boolean
  origin: 'human' | 'automated' | 'assisted'
  comment: string | null
  answers: AnswerFacts[]
}

/** One agent-day (or shift) of the workforce tool. Shares 0..1 (conformance may exceed 1). */
export interface ShiftFacts {
  day: string
  startedAtMs: number | null
  endedAtMs: number | null
  scheduledMs: number | null
  workedMs: number | null
  inAdherenceMs: number | null
  exceptionMs: number | null
  adherence: number | null
  conformanceScheduledMs: number | null
  conformanceActualMs: number | null
  conformance: number | null
  occupancy: number | null
  absence: 'none' | 'planned' | 'unplanned' | null
  absenceReason: string | null
  statusTimes: { status: string; durationMs: number }[]
}

/** One figure of a period summary: n contacts, their total or mean in the metric's unit. */
export interface PeriodSummaryFacts {
  fromDay: string | null
  toDay: string | null
  n: number | null
  figures: { metricId: string; of: 'total' | 'mean' | 'n'; value: number }[]
}

/** What a roster says of one person. Days `YYYY-MM-DD`. */
export interface RosterFacts {
  role: string | null
  managerName: string | null
  hiredOn: string | null
  leftOn: string | null
  teamFrom: string | null
  teamTo: string | null
  onLeaveFrom: string | null
  onLeaveTo: string | null
  status: string | null
}

/** Everything one row states. Only the parts whose fields are mapped and filled are present. */
export interface RowFacts {
  agent: AgentRef | null
  contact: ContactFacts | null
  interaction: InteractionFacts | null
  survey: SurveyFacts | null
  evaluation: EvaluationFacts | null
  shift: ShiftFacts | null
  summary: PeriodSummaryFacts | null
  roster: RosterFacts | null
}

/** Why a row cannot be taken: a code from a closed list, the column at fault and one sentence. */
export interface RowRejection {
  code:
    | 'bad-date'
    | 'bad-duration'
    | 'bad-score'
    | 'bad-number'
    | 'negative-duration'
    | 'missing-key'
    | 'template-row'
    | 'wrong-width'
    | 'no-facts'
    | 'out-of-range'
  column: string | null
  message: string
}

/** What reading one row gives: facts, a rejection, or a row that is known to be no data (totals, blank lines, surveys never answered or only tried out, evaluations
 * never finished) and why. */
export type RowOutcome =
  | { outcome: 'facts'; facts: RowFacts }
  | { outcome: 'rejected'; rejection: RowRejection }
  | { outcome: 'skipped'; why: 'blank' | 'total' | 'repeated-header' | 'unanswered' | 'unfinished' | 'trial' }

/** A row reader made once per table from its mapping; called for every row. Allocation is what it costs: keep it lean. */
export type RowReader = (row: readonly string[]) => RowOutcome
