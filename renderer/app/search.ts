import { z } from 'zod'
import { conversationSort } from '../../shared/contract/conversations.ts'
import { isoDay } from '../../shared/domain/time.ts'

// Each place's search params. A value that does not fit is dropped, so that an old or mistyped address still opens the page.

const id = z.number().int().optional().catch(undefined)
const text = z.string().optional().catch(undefined)
const day = isoDay.optional().catch(undefined)

/** The windows one can look through, in days. */
export const windowChoices = [28, 56, 84] as const

const windowDays = z
  .union([z.literal(28), z.literal(56), z.literal(84)])
  .optional()
  .catch(undefined)

export const coachingSearch = z.object({
  agent: id,
  team: id,
  days: windowDays,
  q: text,
})
export type CoachingSearch = z.infer<typeof coachingSearch>

export const conversationsSearch = z.object({
  agent: id,
  team: id,
  queue: text,
  channel: text,
  from: day,
  to: day,
  sort: conversationSort.optional().catch(undefined),
})
export type ConversationsSearch = z.infer<typeof conversationsSearch>

const range = { min: z.number().optional(), max: z.number().optional() }
const seconds = z.number().positive().optional().catch(undefined)

/** Words to search for with their filters; or, with `like` and `turn`, the turn to find more like. Times are seconds. */
export const searchSearch = z.object({
  q: text,
  agent: id,
  team: id,
  queue: text,
  channel: text,
  from: day,
  to: day,
  who: z.enum(['agent', 'customer']).optional().catch(undefined),
  first: seconds,
  last: seconds,
  mood: z
    .object({ of: z.enum(['turn', 'end']), ...range })
    .optional()
    .catch(undefined),
  score: z.object(range).optional().catch(undefined),
  measure: z
    .object({ metricId: z.string(), ...range })
    .optional()
    .catch(undefined),
  like: id,
  turn: id,
})
export type SearchSearch = z.infer<typeof searchSearch>

/** `segment` is scrolled to and marked; `question` has its evidence opened; a recording stands ready to play `at` these milliseconds. */
export const conversationSearch = z.object({
  segment: id,
  evaluation: id,
  question: text,
  at: z.number().min(0).optional().catch(undefined),
})
export type ConversationSearch = z.infer<typeof conversationSearch>

/** A day of the week that is shown. */
export const weekSearch = z.object({ day })

export const sessionLists = ['coming', 'held', 'called-off'] as const
export type SessionList = (typeof sessionLists)[number]

export const sessionsSearch = z.object({ show: z.enum(sessionLists).optional().catch(undefined) })

export const patternViews = [
  'heat-map',
  'driver',
  'grid',
  'shares',
  'what-moves',
  'findings',
  'conversations',
] as const

/**
 * A view of Patterns; `group` is what is open beside it, as `team 12`: a cell of `driver` in the heat map, a number of the driver `of`
 * elsewhere. `levels` is the opened row of shares, as `team question:3`.
 */
export const patternsSearch = z.object({
  view: z.enum(patternViews).optional().catch(undefined),
  days: windowDays,
  by: z.enum(['team', 'queue']).optional().catch(undefined),
  driver: text,
  of: text,
  group: text,
  levels: text,
  table: z.boolean().optional().catch(undefined),
})
export type PatternsSearch = z.infer<typeof patternsSearch>

export const qualityTabs = [
  'queue',
  'plans',
  'scorecards',
  'questions',
  'calibration',
  'disputes',
  'trust',
  'model',
  'results',
] as const

export type QualityTab = (typeof qualityTabs)[number]

export const qualitySearch = z.object({
  tab: z.enum(qualityTabs).optional().catch(undefined),
  show: z.enum(['open', 'submitted', 'skipped']).optional().catch(undefined),
  scorecard: id,
  decided: z.boolean().optional().catch(undefined),
})

/** Whose answer to which question is disputed. */
export const newDisputeSearch = z.object({ evaluation: id, question: id })

/** The parts of Settings, in order. */
export const settingsTabs = [
  'policy',
  'people',
  'approvals',
  'privacy',
  'log',
  'protection',
  'backups',
  'diagnostics',
  'updates',
  'general',
] as const

export type SettingsTab = (typeof settingsTabs)[number]

export const settingsSearch = z.object({
  tab: z.enum(settingsTabs).optional().catch(undefined),
  /** Under Privacy: about whom. */
  agent: id,
})

export const dataTabs = [
  'import',
  'recordings',
  'history',
  'quarantine',
  'people',
  'workspaces',
  'metrics',
  'freshness',
] as const

export const dataSearch = z.object({
  tab: z.enum(dataTabs).optional().catch(undefined),
  metric: text,
  import: id,
  job: id,
})
export type DataSearch = z.infer<typeof dataSearch>
