import { z } from 'zod'
import { dayRange, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'

/** What a finding is about. */
export const healthSubject = z.enum(['contacts', 'evaluations', 'surveys', 'shifts', 'transcripts'])
export type HealthSubject = z.infer<typeof healthSubject>

export const healthSeverity = z.enum(['blocking', 'worth-knowing', 'note'])
export type HealthSeverity = z.infer<typeof healthSeverity>

export const healthKind = z.enum([
  /** A source that usually brings something brings nothing any more. */
  'stopped',
  /** A kind of data that was never brought in. */
  'never',
  /** A team without what the others have. */
  'team-without',
  /** People without what their peers have. */
  'people-without',
  /** Who was not evaluated in the window. */
  'not-evaluated',
  /** Evaluations of which nobody knows how they were picked. */
  'selection-unknown',
  'unlinked',
  'without-agent',
  'without-date',
  'identities',
  'quarantine',
  'import-warnings',
  'import-undone',
  /** Days with far fewer contacts than usual. */
  'thin-days',
  'recordings-without-words',
])
export type HealthKind = z.infer<typeof healthKind>

/** Where one can do something about it; each page takes its own search. */
export const healthLink = z.discriminatedUnion('page', [
  z.object({
    page: z.literal('data'),
    tab: z.enum(['import', 'recordings', 'history', 'quarantine', 'people', 'freshness']),
  }),
  z.object({
    page: z.literal('coaching'),
    agent: z.number().int().optional(),
    team: z.number().int().optional(),
  }),
  z.object({ page: z.literal('quality'), tab: z.enum(['queue', 'plans', 'results']) }),
  z.object({ page: z.literal('conversations'), from: isoDay, to: isoDay }),
])
export type HealthLink = z.infer<typeof healthLink>

export const healthFinding = z.object({
  /** The same as long as it is about the same thing. */
  id: z.string(),
  /** Changes when the finding does: what was set aside comes back then. */
  state: z.string(),
  kind: healthKind,
  severity: healthSeverity,
  subject: healthSubject.nullable(),
  /** Whom it is about, in words: `Team East`, `Qualtrics`, `3 agents`; null for the whole workspace. */
  who: z.string().nullable(),
  /** Whom it concerns, by id: what a page about them leads with. A team's finding names its people too. */
  agentIds: z.array(z.number().int()),
  teamIds: z.array(z.number().int()),
  /** The first day it holds for. */
  since: isoDay.nullable(),
  count: z.number().int(),
  sentence: z.string(),
  /** What to do about it, in a few words. */
  todo: z.string(),
  link: healthLink,
  isSetAside: z.boolean(),
})
export type HealthFinding = z.infer<typeof healthFinding>

export const evaluationCoverage = z.object({
  /** Agents with contacts in the window who are neither gone nor away. */
  agents: z.number().int(),
  none: z.number().int(),
  /** Evaluations of the agent in the middle. */
  median: z.number(),
  /** Evaluations by how they were chosen: imported (nobody knows), or drawn here by chance. */
  imported: z.number().int(),
  drawn: z.number().int(),
  each: z.array(
    z.object({
      agentId: z.number().int(),
      name: z.string(),
      team: z.string().nullable(),
      n: z.number().int(),
    }),
  ),
})

export const dataHealth = z.object({
  /** The newest day with anything that has happened; null in an empty workspace. */
  newestDay: isoDay.nullable(),
  /** What evaluations are counted over. */
  window: dayRange.nullable(),
  /** The most serious first. */
  findings: z.array(healthFinding),
  evaluations: evaluationCoverage,
  /** One sentence: that all is here, or how much is not. */
  sentence: z.string(),
})
export type DataHealth = z.infer<typeof dataHealth>

/** What an agent's page must say beside a section, lest an empty or old figure reads as good news. */
export const agentGap = z.object({
  subject: z.enum(['surveys', 'evaluations', 'shifts']),
  /** Null where there is none in all the days looked at. */
  since: isoDay.nullable(),
  sentence: z.string(),
})
export type AgentGap = z.infer<typeof agentGap>

export const healthContract = {
  report: call.output(dataHealth),
  agent: call
    .input(
      z.object({ agentId: z.number().int(), days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional() }),
    )
    .output(z.array(agentGap)),
  /** Sets a finding aside until it changes. */
  setAside: call
    .input(z.object({ id: z.string().min(1).max(200), state: z.string().max(200) }))
    .output(z.object({ ok: z.literal(true) })),
  /** Takes that back. */
  bringBack: call
    .input(z.object({ id: z.string().min(1).max(200) }))
    .output(z.object({ ok: z.literal(true) })),
}
