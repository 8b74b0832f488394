import { z } from 'zod'
import { scorecardDefinition } from '../domain/scorecard/definition.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'

const scorecardId = z.number().int()

/** The most a file of a form holds; one of 500 questions with all their guidance stays far below. */
export const FORM_FILE_CHARACTERS = 4_000_000

/** A form one scores on, or whose answers were imported. */
export const scorecardItem = z.object({
  id: scorecardId,
  name: z.string(),
  formRef: z.string().nullable(),
  /** The newest version one can score on; null while there is only a draft, or where only answers were imported. */
  publishedVersion: z.string().nullable(),
  hasDraft: z.boolean(),
  versions: z.number().int(),
  questions: z.number().int(),
  /** By people. */
  evaluations: z.number().int(),
  automatedEvaluations: z.number().int(),
  lastDay: isoDay.nullable(),
})
export type ScorecardItem = z.infer<typeof scorecardItem>

export const formProblem = z.object({
  stops: z.boolean(),
  sectionId: z.string().nullable(),
  questionId: z.string().nullable(),
  sentence: z.string(),
})

export const scorecardVersion = z.object({
  id: z.number().int(),
  version: z.string(),
  /** `stated`: only answers to it were imported, and nobody knows the form. */
  state: z.enum(['stated', 'published']),
  note: z.string().nullable(),
  publishedAt: instantMs.nullable(),
  evaluations: z.number().int(),
  definition: scorecardDefinition.nullable(),
})
export type ScorecardVersion = z.infer<typeof scorecardVersion>

export const scorecardDraft = z.object({
  definition: scorecardDefinition,
  /** To be given back with every change: what somebody else changed meanwhile is not overwritten. */
  revision: z.number().int(),
  editedAt: instantMs,
  basedOnId: z.number().int().nullable(),
  problems: z.array(formProblem),
})
export type ScorecardDraft = z.infer<typeof scorecardDraft>

/** A question as imported answers know it. */
const knownQuestion = z.object({
  id: z.number().int(),
  stableKey: z.string(),
  label: z.string(),
  section: z.string().nullable(),
  weight: z.number().nullable(),
})

export const scorecard = z.object({
  id: scorecardId,
  name: z.string(),
  formRef: z.string().nullable(),
  /** Newest first. */
  versions: z.array(scorecardVersion),
  draft: scorecardDraft.nullable(),
  questions: z.array(knownQuestion),
})
export type Scorecard = z.infer<typeof scorecard>

/** What a form would have done to the scores of some days, had it stood then. All scores 0..1. */
export const whatIf = z.object({
  from: isoDay,
  to: isoDay,
  /** Reviews by people with answers to this form. */
  evaluations: z.number().int(),
  /** Of those, how many could be scored both ways. */
  comparable: z.number().int(),
  meanBefore: z.number().nullable(),
  meanAfter: z.number().nullable(),
  /** By at least half a point of a hundred. */
  higher: z.number().int(),
  lower: z.number().int(),
  same: z.number().int(),
  newlyZero: z.number().int(),
  noLongerZero: z.number().int(),
  /** Pairs of scores, for a drawing; at most 500. */
  pairs: z.array(z.object({ before: z.number(), after: z.number() })),
  /** The largest changes, worst first. */
  largest: z.array(
    z.object({
      evaluationId: z.number().int(),
      interactionId: z.number().int().nullable(),
      agent: z.string().nullable(),
      day: isoDay.nullable(),
      before: z.number(),
      after: z.number(),
    }),
  ),
  sentence: z.string(),
})
export type WhatIf = z.infer<typeof whatIf>

export const formFormats = ['debrief', 'connect', 'genesys', 'csv'] as const

const versionChange = z.object({
  kind: z.enum(['added', 'removed', 'moved', 'reworded', 'weighed', 'answers', 'rules', 'form']),
  title: z.string(),
  questionId: z.string().nullable(),
  sentence: z.string(),
  changesScores: z.boolean(),
})

export const scorecardsContract = {
  list: call.output(z.array(scorecardItem)),
  get: call.input(z.object({ id: scorecardId })).output(scorecard),
  /** Starts a form: an empty one, the one Debrief comes with, or a copy of another. */
  create: call
    .input(
      z.object({
        title: z.string().trim().min(1).max(200),
        from: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('blank') }),
          z.object({ kind: z.literal('starter') }),
          z.object({ kind: z.literal('copy'), scorecardId }),
        ]),
      }),
    )
    .output(z.object({ id: scorecardId })),
  /** Opens a draft on top of the newest version, or, where only answers were imported, of what these tell of the form. */
  startDraft: call.input(z.object({ id: scorecardId })).output(scorecard),
  saveDraft: call
    .input(z.object({ id: scorecardId, definition: scorecardDefinition, revision: z.number().int() }))
    .output(z.object({ revision: z.number().int(), problems: z.array(formProblem) })),
  discardDraft: call.input(z.object({ id: scorecardId })).output(z.object({ isGone: z.boolean() })),
  publish: call
    .input(
      z.object({
        id: scorecardId,
        revision: z.number().int(),
        note: z.string().trim().max(1000).default(''),
      }),
    )
    .output(scorecard),
  /** What the draft changes against a version. */
  compare: call
    .input(z.object({ fromId: z.number().int(), toId: z.number().int() }))
    .output(z.array(versionChange)),
  compareDraft: call.input(z.object({ id: scorecardId })).output(z.array(versionChange)),
  /** What the draft would have done to the scores of the last days. */
  whatIf: call
    .input(z.object({ id: scorecardId, days: z.number().int().min(1).max(366).default(28) }))
    .output(whatIf),
  /** Takes a form from files of Amazon Connect, Genesys Cloud, MaestroQA, CSV or Debrief. */
  importForm: call
    .input(
      z.object({
        files: z
          .array(z.object({ name: z.string().max(300), text: z.string().max(FORM_FILE_CHARACTERS) }))
          .min(1)
          .max(20),
      }),
    )
    .output(
      z.object({
        scorecardId,
        name: z.string(),
        version: z.string().nullable(),
        became: z.enum(['version', 'draft', 'known']),
        notes: z.array(z.string()),
        rescored: z.number().int(),
      }),
    ),
  /** A version as the text of a file. */
  exportForm: call
    .input(z.object({ versionId: z.number().int(), format: z.enum(formFormats) }))
    .output(z.object({ fileName: z.string(), text: z.string(), notes: z.array(z.string()) })),
  /** Takes away a form nothing was scored on. */
  remove: call.input(z.object({ id: scorecardId })).output(z.object({ isGone: z.boolean() })),
}
