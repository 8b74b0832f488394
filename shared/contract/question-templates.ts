import { z } from 'zod'
import { call } from './base.ts'
import { SESSION_LIMITS } from './session.ts'

const done = z.object({ ok: z.literal(true) })

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

/** The place of a set that is not saved yet. */
export const NEW_TEMPLATE = 'new'

/** A set of questions as it is typed. */
export const questionDraft = z.object({
  /** The set that is changed, or `NEW_TEMPLATE`. */
  templateId: z.string().max(200),
  name: z.string().max(SESSION_LIMITS.line),
  driverId: z.string().nullable(),
  /** One question a line. */
  text: z.string().max(SESSION_LIMITS.note),
})
export type QuestionDraft = z.infer<typeof questionDraft>

/** The workspace's own questions; part of the calls on sessions. */
export const templateCalls = {
  templates: call.output(z.array(questionTemplate)),
  questionDrafts: call.output(z.array(questionDraft)),
  /** Keeps a set as it is typed; null lets go of it. Saving the set does so too. */
  writeQuestionDraft: call
    .input(
      questionDraft
        .pick({ templateId: true })
        .extend({ draft: questionDraft.omit({ templateId: true }).nullable() }),
    )
    .output(done),
  saveTemplate: call
    .input(
      z.object({
        /** Null makes a new one. */
        templateId: z.string().nullable(),
        // what is wrong with them is said by the engine, in a sentence
        name: z.string().trim(),
        driverId: z.string().nullable(),
        questions: z.array(z.string().trim()),
      }),
    )
    .output(z.object({ templateId: z.string() })),
  /** `undoId` brings it back. */
  removeTemplate: call.input(z.object({ templateId: z.string() })).output(z.object({ undoId: z.string() })),
  restoreTemplate: call.input(z.object({ undoId: z.string() })).output(done),
}
