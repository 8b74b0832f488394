import { z } from 'zod'
import { instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { assessedDriver, evidence } from './coaching.ts'
import { coachingWeek, sessionBoard } from './coaching-board.ts'
import { coachingEffect, programmeGroup } from './effects.ts'
import { templateCalls } from './question-templates.ts'
import {
  agendaItem,
  commitment,
  commitmentDraft,
  commitmentInput,
  commitmentState,
  line,
  note,
  personId,
  SESSION_LIMITS,
  sessionFigure,
  sessionId,
  sessionListItem,
  sessionMoment,
  sessionPage,
  sessionQuestion,
} from './session.ts'

const done = z.object({ ok: z.literal(true) })

const windowInput = z.object({
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  to: isoDay.optional(),
})
const teamsInput = z.object({ teamIds: z.array(z.number().int()).optional() })

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
  /** People of the ranking with the same gap as those of a session, the clearest first: whom one might bring together. `NOT_ALLOWED` where the policy keeps ranking off. */
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
        /** The commitment being worded; null throws it away. */
        draft: commitmentDraft.nullable().optional(),
        /** Somebody's words, before it is noted whether they agree. */
        words: z.object({ agentId: personId, text: z.string().max(10_000) }).optional(),
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
        /** The note written with it stays where none is given. */
        note: z.string().max(SESSION_LIMITS.note).optional(),
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
  /** What works here, over all sessions that were held with people of some teams (all when absent). */
  programme: call.input(teamsInput.optional()).output(
    z.object({
      byDriver: z.array(programmeGroup),
      byCoach: z.array(programmeGroup),
      byTemplate: z.array(programmeGroup),
    }),
  ),
  ...templateCalls,
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
