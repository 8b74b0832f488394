import { z } from 'zod'
import { instantMs, isoDay } from '../domain/time.ts'
import { assessedDriver, evidence } from './coaching.ts'

export const sessionId = z.number().int()
export const personId = z.number().int()

/** How much a session holds; more is refused with a sentence. */
export const SESSION_LIMITS = { agents: 20, moments: 8, questions: 20, agenda: 12, note: 20_000, line: 500 }

export const line = z.string().trim().min(1).max(SESSION_LIMITS.line)
export const note = z.string().max(SESSION_LIMITS.note)

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
  /** However long. */
  comment: z.string(),
  /** What they see otherwise, moment by moment. */
  disputes: z.array(z.object({ title: z.string(), comment: z.string() })),
})
export type Acknowledgement = z.infer<typeof acknowledgement>

/** An answer that is kept beside the one that stands. */
export const sessionAnswer = acknowledgement.extend({
  /** Null where nothing was asked to be agreed on, before the session. */
  agrees: z.boolean().nullable(),
})
export type SessionAnswer = z.infer<typeof sessionAnswer>

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
  /** Answers before the one that stands, or from before the session, the newest first. */
  answers: z.array(sessionAnswer),
  /** Their words as they are typed, not noted yet. */
  draftWords: z.string(),
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

/** A commitment as it is being worded, saved at every stroke until it is agreed. */
export const commitmentDraft = z.object({
  /** The one that is being worded anew; null for a new one. */
  commitmentId: z.number().int().nullable(),
  agentId: personId,
  behaviour: z.string().max(SESSION_LIMITS.line),
  seenBy: z.string().max(SESSION_LIMITS.line),
  dueOn: isoDay.nullable(),
})
export type CommitmentDraft = z.infer<typeof commitmentDraft>

export const sessionPage = z.object({
  id: sessionId,
  kind: z.enum(['one-to-one', 'group']),
  state: sessionState,
  title: z.string(),
  coach: z.string(),
  /** The merged workspace it was held in, where it can be changed; null for one of this workspace. */
  origin: z.string().nullable(),
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
  draft: commitmentDraft.nullable(),
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

export const commitmentInput = z.object({
  behaviour: line,
  seenBy: z.string().trim().max(SESSION_LIMITS.line).default(''),
  dueOn: isoDay.nullable().default(null),
})
