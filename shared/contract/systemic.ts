import { z } from 'zod'
import { t } from '#speech'
import { dayRange, instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { heatCell, patternConversation, patternDriver, patternGroup } from './group-patterns.ts'

const findingId = z.number().int()
const done = z.object({ ok: z.literal(true) })
const line = z
  .string()
  .trim()
  .min(1, { error: () => t`give it a title` })
  .max(500)
const note = z.string().trim().max(20_000)
const MOST_CONVERSATIONS = 12

export const systemicStatus = z.enum(['open', 'doing', 'done', 'dropped'])
export type SystemicStatus = z.infer<typeof systemicStatus>

/** The comparison as it stood on some days: the cell of the heat map. */
export const systemicFigures = heatCell.omit({ driverId: true, group: true }).extend({
  window: dayRange,
  driver: patternDriver,
})
export type SystemicFigures = z.infer<typeof systemicFigures>

/** Whether it went away, from the same comparison on the days after. */
export const systemicCheck = z.object({
  verdict: z.enum(['gone', 'still-there', 'worse', 'too-early']),
  /** Null while there are no days after. */
  window: dayRange.nullable(),
  after: heatCell.shape.compared,
  sentence: z.string(),
})
export type SystemicCheck = z.infer<typeof systemicCheck>

export const pickedConversation = patternConversation.extend({
  note: z.string().max(500),
  /** Its contact or evaluation is no longer there; what is shown is as it was picked. */
  isGone: z.boolean(),
})
export type PickedConversation = z.infer<typeof pickedConversation>

export const systemicListItem = z.object({
  id: findingId,
  title: z.string(),
  /** `label` as it is called now, else as it was called then. */
  driver: z.object({ id: z.string(), label: z.string(), isMeasured: z.boolean() }),
  group: patternGroup,
  owner: z.string(),
  status: systemicStatus,
  dueOn: isoDay.nullable(),
  isOverdue: z.boolean(),
  createdAt: instantMs,
  updatedAt: instantMs,
  removedAt: instantMs.nullable(),
})
export type SystemicListItem = z.infer<typeof systemicListItem>

export const systemicRecord = systemicListItem.extend({
  why: z.string(),
  /** As they stood when it was made: later data do not change them. */
  figures: systemicFigures,
  conversations: z.array(pickedConversation),
  /** The first day on which it should be gone. */
  checkFrom: isoDay,
  check: systemicCheck,
  /** Oldest first. */
  history: z.array(
    z.object({
      at: instantMs,
      kind: z.enum(['created', 'note', 'changed', 'removed', 'restored']),
      text: z.string(),
    }),
  ),
})
export type SystemicRecord = z.infer<typeof systemicRecord>

const pick = z.object({
  interactionId: z.number().int().nullable(),
  evaluationId: z.number().int().nullable(),
  note: z.string().trim().max(500).default(''),
})

export const systemicContract = {
  /** Records that stand, those in work first, the first due before others. */
  list: call
    .input(z.object({ driverId: z.string().optional(), includeRemoved: z.boolean().default(false) }))
    .output(z.array(systemicListItem)),
  get: call.input(z.object({ id: findingId })).output(systemicRecord),
  /** Makes a record of a cell of the heat map; its worst three conversations are picked unless told otherwise. */
  create: call
    .input(
      z.object({
        driverId: z.string(),
        group: z.object({ kind: z.enum(['team', 'queue']), key: z.string() }),
        days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
        to: isoDay.optional(),
        title: line.optional(),
        owner: z.string().trim().max(200).default(''),
        why: note.default(''),
        dueOn: isoDay.nullable().default(null),
      }),
    )
    .output(z.object({ id: findingId })),
  /** Changes what is named and nothing else; each change is kept in the history. */
  write: call
    .input(
      z.object({
        id: findingId,
        title: line.optional(),
        owner: z.string().trim().max(200).optional(),
        status: systemicStatus.optional(),
        why: note.optional(),
        dueOn: isoDay.nullable().optional(),
        checkFrom: isoDay.nullable().optional(),
        /** Replaced whole; only conversations behind the figure can be picked. */
        conversations: z.array(pick).max(MOST_CONVERSATIONS).optional(),
      }),
    )
    .output(done),
  note: call
    .input(z.object({ id: findingId, text: note.min(1, { error: () => t`write something first` }) }))
    .output(done),
  remove: call.input(z.object({ id: findingId })).output(done),
  restore: call.input(z.object({ id: findingId })).output(done),
}
