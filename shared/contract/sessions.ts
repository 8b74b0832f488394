import { z } from 'zod'
import { instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { assessedDriver, evidence } from './coaching.ts'
import { coachingEffect, programmeGroup } from './effects.ts'

const sessionId = z.number().int()
const personId = z.number().int()
const done = z.object({ ok: z.literal(true) })

/** How much a session holds; more is refused with a sentence. */
export const SESSION_LIMITS = { agents: 20, moments: 8, questions: 20, agenda: 12, note: 20_000, line: 500 }

const line = z.string().trim().min(1).max(SESSION_LIMITS.line)
const note = z.string().max(SESSION_LIMITS.note)

/** Prepared, being held, held, or called off. */
export const sessionState = z.enum(['prepared', 'running', 'held', 'cancelled'])
export type SessionState = z.infer<typeof sessionState>

/**
 * The figure a session begins from, as it stood when it was prepared: later data do not change it. Values in the driver's stored unit, written out
 * by `unit` and `scale`.
 */
export const sessionFigure = z.object({
  unit: assessedDriver.shape.unit,
  scale: z.object({ min: z.number(), max: z.number() }).nullable(),
  polarity: assessedDriver.shape.polarity,
  n: z.number().int(),
  restsOn: z.string().nullable(),
  posterior: assessedDriver.shape.posterior,
  peerMean: z.number(),
  benchmark: z.number(),
  probabilityOfGap: z.number(),
  status: assessedDriver.shape.status,
  /** Where it stands and how sure that is, in words one can say aloud. */
  inWords: z.string(),
  /** The whole sentence of the ranking. */
  sentence: z.string(),
  /** What to watch afterwards. */
  watch: z.string(),
})
export type SessionFigure = z.infer<typeof sessionFigure>

/** What the session is about: a driver, or an idea of the supervisor's own. */
export const sessionFocus = z.object({
  driverId: z.string().nullable(),
  /** As it is called now; an own idea in its own words. */
  label: z.string(),
  /** What it was called when the session was prepared, where that has changed since. */
  formerLabel: z.string().nullable(),
  /** False where the driver is no longer measured here. */
  isMeasured: z.boolean(),
})

export const agendaItem = z.object({
  kind: z.enum(['strength', 'focus', 'commitment', 'other']),
  text: line,
  isDone: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const sessionQuestion = z.object({
  text: line,
  /** Where it came from: the workspace's questions, one's own, or a draft of a language model. */
  from: z.enum(['template', 'own', 'model']),
  isAsked: z.boolean(),
})
export type SessionQuestion = z.infer<typeof sessionQuestion>

/** A moment queued for the session: kept as it read when it was chosen, whatever becomes of its conversation. */
export const sessionMoment = z.object({
  evidence,
  /** Whose it is, in a group session. */
  agentId: personId.nullable(),
  note: z.string().max(SESSION_LIMITS.line),
  heardAt: instantMs.nullable(),
})
export type SessionMoment = z.infer<typeof sessionMoment>

/** What one has of a moment now. */
export const shownMoment = sessionMoment.extend({
  /** One sentence where what it shows is no longer there. */
  gone: z.string().nullable(),
})
export type ShownMoment = z.infer<typeof shownMoment>

export const acknowledgement = z.object({
  at: instantMs,
  /** In the session itself, or by the packet's answer. */
  how: z.enum(['in-session', 'file']),
  /** Whether they agree, or see it otherwise; their words. */
  agrees: z.boolean(),
  comment: z.string().max(10_000),
})
export type Acknowledgement = z.infer<typeof acknowledgement>

export const sessionPerson = z.object({
  id: personId,
  name: z.string(),
  /** The team on the day of the session, and the one now where it is another. */
  team: z.string().nullable(),
  teamNow: z.string().nullable(),
  /** No longer with us, or gone from the data. */
  isGone: z.boolean(),
  figure: sessionFigure.nullable(),
  acknowledgement: acknowledgement.nullable(),
})
export type SessionPerson = z.infer<typeof sessionPerson>

export const commitmentState = z.enum(['open', 'kept', 'not-kept', 'dropped'])
export type CommitmentState = z.infer<typeof commitmentState>

/** What was agreed: what will be done, how one will see it, until when. */
export const commitment = z.object({
  id: z.number().int(),
  sessionId,
  agent: z.object({ id: personId, name: z.string() }),
  driverId: z.string().nullable(),
  driverLabel: z.string().nullable(),
  behaviour: z.string(),
  seenBy: z.string(),
  dueOn: isoDay.nullable(),
  state: commitmentState,
  isOverdue: z.boolean(),
  closedAt: instantMs.nullable(),
  closedNote: z.string(),
  agreedAt: instantMs,
})
export type Commitment = z.infer<typeof commitment>

export const sessionPage = z.object({
  id: sessionId,
  kind: z.enum(['one-to-one', 'group']),
  state: sessionState,
  title: z.string(),
  coach: z.string(),
  focus: sessionFocus,
  /** The window whose figures chose the focus. */
  window: z.object({ from: isoDay, to: isoDay }),
  people: z.array(sessionPerson),
  agenda: z.array(agendaItem),
  questions: z.array(sessionQuestion),
  moments: z.array(shownMoment),
  sharedNotes: z.string(),
  /** For the coach alone: never in a packet. */
  privateNotes: z.string(),
  plannedAt: instantMs.nullable(),
  plannedMinutes: z.number().int(),
  startedAt: instantMs.nullable(),
  /** Time held so far without pauses; it runs on while `runningSince` is set. */
  heldMs: z.number(),
  runningSince: instantMs.nullable(),
  heldAt: instantMs.nullable(),
  nextAt: instantMs.nullable(),
  commitments: z.array(commitment),
  /** Agreed earlier with these people and still open, or closed since the last session. */
  earlier: z.array(commitment),
  lastSession: z
    .object({ id: sessionId, title: z.string(), heldAt: instantMs, focus: z.string() })
    .nullable(),
  templateId: z.string().nullable(),
  createdAt: instantMs,
  updatedAt: instantMs,
  removedAt: instantMs.nullable(),
})
export type SessionPage = z.infer<typeof sessionPage>

export const sessionListItem = sessionPage
  .pick({
    id: true,
    kind: true,
    state: true,
    title: true,
    coach: true,
    focus: true,
    plannedAt: true,
    plannedMinutes: true,
    heldAt: true,
    nextAt: true,
  })
  .extend({
    people: z.array(z.object({ id: personId, name: z.string(), team: z.string().nullable() })),
    openCommitments: z.number().int(),
    overdueCommitments: z.number().int(),
    acknowledged: z.number().int(),
    hasStrength: z.boolean(),
  })
export type SessionListItem = z.infer<typeof sessionListItem>

/** Somebody of the teams looked at who has not been seen for four weeks, or never. */
export const unseenAgent = z.object({
  id: personId,
  name: z.string(),
  team: z.string().nullable(),
  lastHeldAt: instantMs.nullable(),
  daysSince: z.number().int().nullable(),
})
export type UnseenAgent = z.infer<typeof unseenAgent>

/** Praise and correction in the sessions held lately. */
export const sessionBalance = z.object({
  days: z.number().int(),
  sessions: z.number().int(),
  /** Sessions whose agenda had a strength that was talked about. */
  withStrength: z.number().int(),
  /** Sessions about nothing but a gap. */
  correctionOnly: z.number().int(),
})
export type SessionBalance = z.infer<typeof sessionBalance>

export const sessionBoard = z.object({
  sessions: z.array(sessionListItem),
  commitments: z.array(commitment),
  unseen: z.array(unseenAgent),
  balance: sessionBalance,
})
export type SessionBoard = z.infer<typeof sessionBoard>

/** One day of the supervisor's week. */
export const coachingWeek = z.object({
  from: isoDay,
  to: isoDay,
  today: isoDay,
  days: z.array(z.object({ day: isoDay, sessions: z.array(sessionListItem) })),
  /** Prepared, without a date. */
  undated: z.array(sessionListItem),
  /** Due this week or overdue. */
  commitments: z.array(commitment),
  /** People of the ranking who should be seen and for whom nothing is planned, in its order. */
  suggested: z.array(
    z.object({
      agent: z.object({ id: personId, name: z.string(), team: z.string().nullable() }),
      reason: z.string(),
      driverId: z.string().nullable(),
      lastHeldAt: instantMs.nullable(),
    }),
  ),
})
export type CoachingWeek = z.infer<typeof coachingWeek>

/** Questions to ask about a driver (or a kind of driver, or anything). */
export const questionTemplate = z.object({
  /** `ready:<key>` for one that comes with Debrief, `own:<id>` for one of the workspace's own. */
  id: z.string(),
  /** The workspace's own wording of a ready one: removing it brings the ready one back. */
  isChangedReady: z.boolean(),
  name: z.string(),
  /** The driver it is for; null is for every driver without one of its own. */
  driverId: z.string().nullable(),
  driverLabel: z.string().nullable(),
  questions: z.array(z.string()),
  /** How often it was used in sessions. */
  used: z.number().int(),
  /** One sentence where it cannot be used as it stands. */
  problem: z.string().nullable(),
})
export type QuestionTemplate = z.infer<typeof questionTemplate>

const windowInput = z.object({
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  to: isoDay.optional(),
})
const teamsInput = z.object({ teamIds: z.array(z.number().int()).optional() })

export const commitmentInput = z.object({
  behaviour: line,
  seenBy: z.string().trim().max(SESSION_LIMITS.line).default(''),
  dueOn: isoDay.nullable().default(null),
})

export const sessionsContract = {
  /**
   * Makes a session of a ranked action, or of an own idea, with a suggested agenda, three moments and questions; or gives the one that is prepared
   * for these people on this already.
   */
  prepare: call
    .input(
      windowInput.extend({
        agentIds: z.array(personId).min(1).max(SESSION_LIMITS.agents),
        driverId: z.string().nullable().default(null),
        /** What it is about where it is no driver. */
        idea: z.string().trim().max(SESSION_LIMITS.line).default(''),
        plannedAt: instantMs.nullable().default(null),
      }),
    )
    .output(z.object({ id: sessionId, isNew: z.boolean() })),
  get: call.input(z.object({ id: sessionId })).output(sessionPage),
  /** People of the ranking with the same gap as those of a session, the clearest first: whom one might bring together. */
  alike: call.input(z.object({ id: sessionId })).output(
    z.array(
      z.object({
        agent: z.object({ id: personId, name: z.string(), team: z.string().nullable() }),
        /** As the ranking puts it: where they stand on it. */
        value: z.number(),
        probabilityOfGap: z.number(),
        unit: assessedDriver.shape.unit,
        scale: sessionFigure.shape.scale,
      }),
    ),
  ),
  /** Says who takes part in a session that is still to come. */
  setPeople: call
    .input(z.object({ id: sessionId, agentIds: z.array(personId).min(1).max(SESSION_LIMITS.agents) }))
    .output(done),
  /** Changes what is named and nothing else; lists are replaced whole. */
  write: call
    .input(
      z.object({
        id: sessionId,
        title: line.optional(),
        coach: z.string().trim().max(100).optional(),
        sharedNotes: note.optional(),
        privateNotes: note.optional(),
        agenda: z.array(agendaItem).max(SESSION_LIMITS.agenda).optional(),
        questions: z.array(sessionQuestion).max(SESSION_LIMITS.questions).optional(),
        moments: z.array(sessionMoment).max(SESSION_LIMITS.moments).optional(),
        plannedAt: instantMs.nullable().optional(),
        plannedMinutes: z.number().int().min(5).max(480).optional(),
        nextAt: instantMs.nullable().optional(),
      }),
    )
    .output(z.object({ updatedAt: instantMs })),
  /** Moments one could play: of the focus, of people's strengths, best first. */
  moments: call
    .input(z.object({ id: sessionId }))
    .output(z.array(z.object({ agentId: personId, why: z.string(), evidence }))),
  /** Puts the questions of a template into a session, in place of those of the one before. */
  takeTemplate: call.input(z.object({ id: sessionId, templateId: z.string() })).output(done),
  /** Has the language model draft questions, where that is allowed; says how many were added. */
  draftQuestions: call.input(z.object({ id: sessionId })).output(z.object({ added: z.number().int() })),
  start: call.input(z.object({ id: sessionId })).output(done),
  /** Stops the clock for a while, or lets it run again. */
  pause: call.input(z.object({ id: sessionId, isPaused: z.boolean() })).output(done),
  /** Ends it: it counts as coached on its focus from now. `heldAt` for one that was held away from here. */
  finish: call.input(z.object({ id: sessionId, heldAt: instantMs.optional() })).output(done),
  /** Takes the end back. */
  reopen: call.input(z.object({ id: sessionId })).output(done),
  cancel: call.input(z.object({ id: sessionId })).output(done),
  remove: call.input(z.object({ id: sessionId })).output(done),
  /** Brings a removed or cancelled session back. */
  restore: call.input(z.object({ id: sessionId })).output(done),
  acknowledge: call
    .input(
      z.object({
        id: sessionId,
        agentId: personId,
        /** Null takes it back. */
        given: z.object({ agrees: z.boolean(), comment: z.string().max(10_000) }).nullable(),
      }),
    )
    .output(done),
  addCommitment: call
    .input(commitmentInput.extend({ id: sessionId, agentId: personId }))
    .output(z.object({ commitmentId: z.number().int() })),
  changeCommitment: call.input(commitmentInput.extend({ commitmentId: z.number().int() })).output(done),
  closeCommitment: call
    .input(
      z.object({
        commitmentId: z.number().int(),
        /** `open` takes a decision back. */
        state: commitmentState,
        note: z.string().max(SESSION_LIMITS.note).default(''),
      }),
    )
    .output(done),
  removeCommitment: call.input(z.object({ commitmentId: z.number().int() })).output(done),
  restoreCommitment: call.input(z.object({ commitmentId: z.number().int() })).output(done),
  /** Sessions and commitments of some teams (all when absent). */
  board: call.input(teamsInput).output(sessionBoard),
  /** The week that `day` lies in (this one when absent). */
  week: call.input(teamsInput.extend({ day: isoDay.optional() })).output(coachingWeek),
  /** Sessions with one agent, newest first. */
  ofAgent: call
    .input(z.object({ agentId: personId }))
    .output(z.object({ sessions: z.array(sessionListItem), commitments: z.array(commitment) })),
  /** What came of sessions that were held on a driver, one for each who took part. */
  effects: call
    .input(z.object({ ids: z.array(sessionId).max(500) }))
    .output(z.array(z.object({ sessionId, effect: coachingEffect }))),
  /** What works here, over all sessions that were held. */
  programme: call.output(
    z.object({
      byDriver: z.array(programmeGroup),
      byCoach: z.array(programmeGroup),
      byTemplate: z.array(programmeGroup),
    }),
  ),
  templates: call.output(z.array(questionTemplate)),
  saveTemplate: call
    .input(
      z.object({
        /** Null makes a new one. */
        templateId: z.string().nullable(),
        name: line,
        driverId: z.string().nullable(),
        questions: z.array(line).min(1).max(SESSION_LIMITS.questions),
      }),
    )
    .output(z.object({ templateId: z.string() })),
  /** `undoId` brings it back. */
  removeTemplate: call.input(z.object({ templateId: z.string() })).output(z.object({ undoId: z.string() })),
  restoreTemplate: call.input(z.object({ undoId: z.string() })).output(done),
  /** The session on paper, without what is for the coach alone: HTML to print, or PDF. */
  sheet: call
    .input(
      z.object({
        id: sessionId,
        format: z.enum(['html', 'pdf']),
        paper: z.enum(['A4', 'Letter']).default('A4'),
      }),
    )
    .output(z.object({ fileName: z.string(), mimeType: z.string(), base64: z.base64() })),
  /** One file for one agent: what may be shared, with sound, and a form whose answer can be taken back in. */
  packet: call
    .input(z.object({ id: sessionId, agentId: personId }))
    .output(z.object({ fileName: z.string(), mimeType: z.string(), base64: z.base64() })),
  /** Takes an agent's answer to a packet. */
  takeReply: call
    .input(z.object({ text: z.string().max(200_000) }))
    .output(z.object({ sessionId, sentence: z.string() })),
  /** One session, or everything planned, as a calendar file (RFC 5545). */
  calendar: call
    .input(z.object({ id: sessionId.nullable() }))
    .output(z.object({ name: z.string(), text: z.string() })),
}
