import { z } from 'zod'
import { call } from './base.ts'
import { line, SESSION_LIMITS } from './session.ts'

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

/** The workspace's own questions; part of the calls on sessions. */
export const templateCalls = {
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
}
