/**
 * What the assessment takes and gives. Everything is plain data about one window;
 * nothing here knows where it came from. Values of one driver are all on that driver's own scale unless a
 * comment says otherwise.
 */

import type { GroupCell } from './group-table.ts'

/** Which way is better. Inside a band nothing is wrong; the gap is the distance outside it. */
export type DriverPolarity = 'higher' | 'lower' | { low: number; high: number }

/**
 * How a driver is modelled: an average, a share of passes, or a strictly positive duration on the log scale.
 */
export type DriverKind = 'mean' | 'proportion' | 'log-mean'

/** What the metric definition says about a driver. */
export interface DriverFacts {
  driverId: string
  kind: DriverKind
  polarity: DriverPolarity
  /** On the reporting scale (seconds for a `log-mean`); null where none is defined. */
  target: number | null
  /** Smallest difference worth acting on, on the reporting scale. */
  delta: number
  /** Fewer observations than this are never turned into an action. */
  leastN: number
  /** 0..1. */
  coachability: number
  /** False for unverified automated answers: they may be actions, never praise. */
  mayBePraised: boolean
}

export type WeightBasis = 'within' | 'within+between' | 'prior' | 'pinned' | 'form'

/**
 * Outcome points per unit of the driver, signed so that positive means "improving this helps"; 95% interval.
 */
export interface DriverWeight {
  value: number
  low: number
  high: number
  basis: WeightBasis
  /** A weight whose upper bound is under this is "no measurable link here". */
  smallestWorthActing: number
}

/** One agent's observations of one driver in one window, reduced to what the arithmetic needs. */
export interface AgentSample {
  agentId: string
  /** Observations (or effective observations); may be fractional, 0 is allowed and ignored. */
  n: number
  /**
   * How many reviews drawn by chance these are, worth `n`, and the variance of their weighted mean (null under two); null where observations count
   * alike. An agent may have a sample of each: they are estimated apart, each among samples of its own kind.
   */
  drawn: { observed: number; variance: number | null } | null
  /** The plain value before any adjustment, on the reporting scale; shown, never computed with. */
  raw: number | null
  /**
   * The case-mix adjusted value on the modelling scale: a mean; a share, which is clamped to 0..1; the mean
   * of the logarithms for a `log-mean`.
   */
  adjusted: number
  /**
   * Sum of squared deviations from the agent's own mean on the modelling scale; not read for a proportion.
   */
  withinSumOfSquares: number
  /** Contacts per week in which this driver applies, measured or not (not the number of evaluations). */
  contactsPerWeek: number
}

/**
 * One agent's observations within one queue, **not** adjusted for the queue: what tells a queue from its
 * people.
 */
export interface QueueSample {
  agentId: string
  queueId: string
  n: number
  /** Of reviews drawn by chance. */
  isDrawn: boolean
  /** On the modelling scale. */
  value: number
  withinSumOfSquares: number
}

/** What was observed of a driver: all that groups are compared by. */
export interface Measurements {
  facts: DriverFacts
  samples: AgentSample[]
  /** Empty where queues are unknown: then only teams are tested. */
  queueSamples: QueueSample[]
}

export interface DriverInput extends Measurements {
  weight: DriverWeight
  /** Further evaluations would be drawn here, whatever the sample so far is of. */
  isScoredHere: boolean
}

/** What is known of coaching one agent on one driver. */
export interface DriverCoaching {
  driverId: string
  isSessionOpen: boolean
  /** Days from the last session to the end of the window. */
  daysSince: number
}

/** A failed critical question in a human or trusted evaluation. It never competes with actions. */
export interface CriticalFailure {
  driverId: string
  evaluationId: string
  occurredAt: number
}

/** Where somebody belongs. */
export interface GroupedAgent {
  /** The team in this window; null where unknown. */
  teamId: string | null
  /**
   * Agents with one id are compared with each other (same channel and queues, and tenure band where it
   * applies).
   */
  peerGroupId: string
}

export interface AgentInput extends GroupedAgent {
  agentId: string
  coaching: DriverCoaching[]
  criticalFailures: CriticalFailure[]
}

export interface AssessmentInput {
  windowDays: number
  agents: AgentInput[]
  drivers: DriverInput[]
  /** Of automated questions: the drivers by which people answer the same. */
  askedByPeople?: ReadonlyMap<string, readonly string[]>
}

/** `reviewed-otherwise`: automation alone would propose it, and people who answer the same question see no gap. `unranked`: the policy keeps ranking off. */
export type DriverStatus =
  | 'proposed'
  | 'not-enough-evidence'
  | 'on-track'
  | 'systemic'
  | 'reviewed-otherwise'
  | 'no-link'
  | 'unranked'

/**
 * Where the prior came from: the people's own shape, a bell, or (under 5 peers) a wide default that is said
 * on screen.
 */
export type PriorBasis = 'nonparametric' | 'hierarchical' | 'wide-default'

export interface FollowUp {
  /** Observations that would show half of the gap with 80% power; null where no gap is left to close. */
  contactsNeeded: number | null
  /** At the volume of this window. */
  weeks: number | null
  /** False above 26 weeks: "cannot be seen at this volume". */
  isVisible: boolean
}

/** One agent on one driver with its whole arithmetic. All values on the reporting scale. */
export interface DriverAssessment {
  driverId: string
  status: DriverStatus
  /** Effective, where it rests on drawn reviews. */
  n: number
  /** How many drawn reviews; null where it does not rest on them. Only those with the same are compared with each other. */
  drawn: number | null
  /** What was observed of the other kind, drawn or not, and left out. */
  leftOut: AgentSample | null
  raw: number | null
  adjusted: number
  posterior: { mean: number; low: number; high: number }
  peerMean: number
  /** Agents in the peer group with data on this driver, this agent included. */
  peerCount: number
  priorBasis: PriorBasis
  /** For a band, its nearer edge. Null: no target and nobody to compare with. */
  benchmark: number | null
  benchmarkBasis: 'target' | 'peers' | 'band' | 'group' | 'none'
  /** Benchmark against posterior mean, positive is room to improve; a band gives 0 inside it. */
  gap: number
  expectedGap: number
  probabilityOfGap: number
  reliability: number
  weight: DriverWeight
  contactsPerWeek: number
  coachability: number
  freshness: number
  /** Outcome points per week. */
  gainPerWeek: number
  priority: number
  /**
   * About how many more observations would settle it; null where settled, or where no number of them would. Where more would be drawn and it rests on
   * what was imported, so many that the drawn ones alone tell it.
   */
  evaluationsNeeded: number | null
  probabilityOfTopTenth: number
  isPraised: boolean
  followUp: FollowUp | null
  /** Other proposed drivers of this agent whose priority is within 10%. */
  tiedWith: string[]
}

/** A gap that belongs to a group, not to its people. */
export interface SystemicFinding {
  driverId: string
  group: { kind: 'team'; id: string } | { kind: 'queue'; id: string } | { kind: 'everyone'; id: 'all' }
  reason: 'worse-than-the-rest' | 'target-missed-by-most'
  agentCount: number
  /** Agents on the other side; 0 for a missed target. */
  restCount: number
  /**
   * True where the rest shares the group's peer groups; false where only agents on other work could be
   * compared.
   */
  isRestComparable: boolean
  groupMean: number
  /** The rest's mean, or the target. */
  comparedWith: number
  /** Positive is worse than the rest (or the target), on the reporting scale. */
  difference: number
  /** One-sided; null for a missed target. */
  pValue: number | null
  /** Share of agents who miss the target for sure; null for a comparison. */
  shareMissing: number | null
  /** The group as the heat map has it; null for a missed target. */
  cell: GroupCell | null
  /** Reviews that alone show it where groups are usually compared on the other kind; null otherwise. */
  onlyIn: 'drawn' | 'others' | null
  /**
   * Who is judged against the group's own mean: the team, those mostly on the queue, those who miss the
   * target.
   */
  memberIds: string[]
}

export interface AgentAssessment {
  agentId: string
  state: 'must-address' | 'actions' | 'not-enough-evidence' | 'on-track' | 'unranked'
  /** Sum of the actions' priorities, times 1.25 where nobody coached this agent for 28 days. */
  priority: number
  isNotCoachedFor28Days: boolean
  mustAddress: CriticalFailure[]
  /** Proposed drivers, at most three, best first; the same objects as in `drivers`. */
  actions: DriverAssessment[]
  /** Everything assessed, best first. */
  drivers: DriverAssessment[]
  strengths: DriverAssessment[]
  notEnoughEvidence: DriverAssessment[]
}

export interface Assessment {
  /** In the order of the team list: must-address first, then by priority; by name where the policy keeps ranking off. */
  agents: AgentAssessment[]
  systemic: SystemicFinding[]
}
