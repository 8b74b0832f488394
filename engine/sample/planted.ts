import type { QueueId, TeamId } from './company.ts'

/** What can be heard or seen in one contact; each is also a question of the voice quality form. */
export const BEHAVIOURS = [
  'greeting',
  'verification',
  'listening',
  'empathy',
  'accuracy',
  'ownership',
  'recap',
  'furtherHelp',
  'closing',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

export type Persona = 'warm' | 'brisk' | 'scripted' | 'rambling' | 'hesitant'

/** Where one agent differs from an ordinary one. Shares are 0..1; factors multiply the ordinary value. */
export interface Difference {
  skills?: Partial<Record<Behaviour, number>>
  holdShareFactor?: number
  holdLengthFactor?: number
  wrapFactor?: number
  transferFactor?: number
  adherence?: number
  unplannedAbsence?: number
  /** Long pauses while the customer waits, per look-up. */
  deadAirShare?: number
  /** Share of the customer's longer turns that the agent cuts into. */
  interruptionShare?: number
  /** Satisfaction points 1..5 beyond what the other differences explain. */
  rapport?: number
  resolution?: number
  queues?: Partial<Record<QueueId, number>>
}

export interface PlantedPerson {
  name: string
  team: TeamId
  /** The driver a good ranking should name first, or `none` where the person is good or merely looks bad. */
  driver: string
  story: string
  difference: Difference
}

/** One clear problem each. */
export const INDIVIDUAL_PROBLEMS: readonly PlantedPerson[] = [
  {
    name: 'Tomasz Wierzba',
    team: 'Harbor',
    driver: 'recap',
    story: 'Solves the contact, then stops without saying what was agreed.',
    difference: { skills: { recap: 0.14 }, rapport: 0.25 },
  },
  {
    name: 'Emeka Nwachuku',
    team: 'Summit',
    driver: 'verification',
    story: 'Opens accounts before knowing who is calling: fails the critical question.',
    difference: { skills: { verification: 0.42 } },
  },
  {
    name: 'Callum Rathbone',
    team: 'Harbor',
    driver: 'hold_time',
    story: 'Puts customers on hold for questions his colleagues answer themselves.',
    difference: { holdShareFactor: 2.3, holdLengthFactor: 2.4 },
  },
  {
    name: 'Petra Novotnik',
    team: 'Summit',
    driver: 'adherence',
    story: 'Late from breaks nearly every day; the contacts themselves are fine.',
    difference: { adherence: 0.78 },
  },
  {
    name: 'Javier Montalbo',
    team: 'Summit',
    driver: 'transfer_rate',
    story: 'Hands on what his own queue should solve.',
    difference: { transferFactor: 3.4 },
  },
  {
    name: 'Dieter Vossberg',
    team: 'Harbor',
    driver: 'silence_share',
    story: 'Goes quiet for half a minute at a time while he looks things up.',
    difference: { deadAirShare: 0.9 },
  },
  {
    name: 'Desmond Applethwaite',
    team: 'Juniper',
    driver: 'interruptions_per_minute',
    story: 'Cuts in before the customer has finished.',
    difference: { interruptionShare: 0.72, skills: { listening: 0.25 } },
  },
  {
    name: 'Zainab Mirzoeva',
    team: 'Juniper',
    driver: 'acw_time',
    story: 'Needs twice the wrap-up of her colleagues for the same contacts.',
    difference: { wrapFactor: 2.5 },
  },
  {
    name: 'Rosalind Etchebarne',
    team: 'Juniper',
    driver: 'empathy',
    story: 'Sits on Orders, the easy queue, so her raw satisfaction looks fine; for that queue it is poor.',
    difference: {
      skills: { empathy: 0.3 },
      rapport: -0.45,
      queues: { Orders: 0.9, 'Card Services': 0.1 },
    },
  },
]

/** Clearly better than their peers on nearly everything: praise, and people others can learn from. */
export const EXCELLENT: readonly PlantedPerson[] = [
  {
    name: 'Siobhán Mulcairn',
    team: 'Summit',
    driver: 'none',
    story: 'Calm, exact and kind; customers name her in their comments.',
    difference: {
      skills: { empathy: 0.98, recap: 0.98, accuracy: 0.98, ownership: 0.97, listening: 0.98 },
      rapport: 0.45,
      resolution: 0.1,
      adherence: 0.97,
    },
  },
  {
    name: 'Ada Okafor',
    team: 'Harbor',
    driver: 'none',
    story: 'Recaps every contact and almost never needs a hold.',
    difference: {
      skills: { empathy: 0.96, recap: 0.99, accuracy: 0.97, ownership: 0.98, furtherHelp: 0.98 },
      rapport: 0.4,
      holdShareFactor: 0.4,
      resolution: 0.08,
    },
  },
  {
    name: 'Leilani Kahananui',
    team: 'Juniper',
    driver: 'none',
    story: 'The customers of Card Services calm down with her, whatever the console does.',
    difference: {
      skills: { empathy: 0.99, recap: 0.96, accuracy: 0.96, ownership: 0.97, listening: 0.98 },
      rapport: 0.45,
      resolution: 0.08,
    },
  },
]

/** Looks worst where nobody asks which queue she takes. */
export const GOOD_ON_HARD_QUEUE: PlantedPerson = {
  name: 'Aroha Tepania',
  team: 'Harbor',
  driver: 'none',
  story: 'Takes Retention nearly alone: lowest raw satisfaction of the floor, among the best for that queue.',
  difference: {
    skills: { empathy: 0.95, recap: 0.93, accuracy: 0.95, ownership: 0.95 },
    rapport: 0.3,
    queues: { Retention: 0.92, Billing: 0.08 },
  },
}

export const WEAK_ON_EASY_QUEUE = 'Rosalind Etchebarne'

/** The script of Juniper's lead ends without the question, so nobody in the team asks it. */
export const TEAM_PROBLEM = {
  team: 'Juniper',
  behaviour: 'furtherHelp',
  share: 0.1,
  story: 'The closing script of the team leaves the question out.',
} as const satisfies { team: TeamId; behaviour: Behaviour; share: number; story: string }

/** Said word for word and too fast to follow: a call's length is on the team's wallboard. */
export const HURRIED_STATEMENT = {
  team: 'Summit',
  statement: 'recap',
  haste: 1.5,
  story: 'Every other recap of the team is rattled off.',
} as const satisfies { team: TeamId; statement: Behaviour; haste: number; story: string }

/**
 * The wallboard shows how long a call takes since four weeks before the end, and the floor saves on the greeting. Customers hardly mind, and nobody
 * stands out by it: it is what gives reviewers enough misses to learn whether the rule about greetings can be trusted.
 */
export const HASTY_GREETING = { daysBack: 27, share: 0.5 }

export const QUEUE_PROBLEM = {
  queue: 'Card Services',
  driver: 'hold_time',
  story: 'The new authorisation console makes everybody wait.',
} as const satisfies { queue: QueueId; driver: string; story: string }

/**
 * A little more than eight weeks before the end two people were coached on their wrap-up time, and on the same day the wrap-up form lost a page: everybody's got shorter.
 * One of the two had needed twice the time of others and no longer did; the other did what everybody did, which before and after alone cannot tell.
 */
export const WRAP_UP = {
  driver: 'acw_time',
  /** The day of both sessions; from the day after it everything is as it is in the newest weeks. */
  daysBack: 58,
  longerBefore: 1.3,
  workedLongerBefore: 1.5,
} as const

/**
 * Two weeks and a bit before the end somebody was coached on holds who held more than twice as long as others do, and holds a little shorter since: a gap nobody would
 * overlook. Since that day most calls are taken at home, on a telephone that logs no holds, and a change cannot be told from none on the few that are logged.
 */
export const HOLDS_COACHED = {
  driver: 'hold_time',
  daysBack: 18,
  /** Times the ordinary share and length of the queue, the length up to the day of the session and since. */
  shareFactor: 1.5,
  lengthFactor: { before: 2.6, since: 2.5 },
  /** Which share of the calls has its hold logged since the session. */
  shareLogged: 0.18,
} as const

/** Whose session is told of, and as what: one that worked, one that only looked so, one too early to tell. */
export const TOLD_ROLES = ['worked', 'lookedSo', 'tooEarly'] as const
export type ToldRole = (typeof TOLD_ROLES)[number]
/** The team they are in: the one a supervisor sees first. */
export const TOLD_TEAM: TeamId = 'Harbor'

export const PLANTED_DIFFERENCES: ReadonlyMap<string, PlantedPerson> = new Map(
  [...INDIVIDUAL_PROBLEMS, ...EXCELLENT, GOOD_ON_HARD_QUEUE].map((person) => [person.name, person]),
)
