import { z } from 'zod'
import { instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'

export const workspaceSummary = z.object({
  agents: z.number().int(),
  teams: z.number().int(),
  interactions: z.number().int(),
  evaluations: z.number().int(),
  answers: z.number().int(),
  surveys: z.number().int(),
  shifts: z.number().int(),
  periodSummaries: z.number().int(),
  transcripts: z.number().int(),
  segments: z.number().int(),
  /** Rows now in quarantine. */
  quarantined: z.number().int(),
  unmatchedIdentities: z.number().int(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
})
export type WorkspaceSummary = z.infer<typeof workspaceSummary>

export const workspaceStatus = z.object({
  path: z.string(),
  version: z.string(),
  isReadOnly: z.boolean(),
  isSample: z.boolean(),
  /** When the backup was made that is being looked at; null in a workspace itself. */
  asOf: instantMs.nullable(),
  timeZone: z.string(),
  /** Sentences about where the workspace lies (synced or network folder), or who holds it. */
  warnings: z.array(z.string()),
  /** Whether this door can take file paths (desktop) or only uploads (browser). */
  takesPaths: z.boolean(),
})
export type WorkspaceStatus = z.infer<typeof workspaceStatus>

/** The choices of the person at this workspace. */
export const preferences = z.object({
  /** Null until the first run has asked. */
  myTeamIds: z.array(z.number().int()).nullable(),
  outcomeMetricId: z.string(),
  windowDays: z.number().int().min(1).max(MOST_WINDOW_DAYS),
  timeZone: z.string(),
  fcrWindowDays: z.number().int().min(1).max(90),
})
export type Preferences = z.infer<typeof preferences>

/** How fresh each kind of data is and how much of the interactions it covers. */
export const freshness = z.object({
  kind: z.enum(['interactions', 'evaluations', 'surveys', 'shifts', 'transcripts', 'roster']),
  label: z.string(),
  n: z.number().int(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  /** Rows without a date: kept, in no window. */
  undated: z.number().int(),
  /** Rows without an agent: kept, in nobody's figures. */
  unattributed: z.number().int(),
  /** Rows that stand with an interaction; null where the kind is the interactions themselves. */
  linkedToInteraction: z.number().int().nullable(),
  lastImportedAt: instantMs.nullable(),
})
export type Freshness = z.infer<typeof freshness>

export const checkResult = z.object({
  ok: z.boolean(),
  problems: z.array(z.string()),
  /** What is no damage and should be known: why no backups are made. */
  notes: z.array(z.string()),
})

export const workspaceContract = {
  status: call.output(workspaceStatus),
  summary: call.output(workspaceSummary),
  freshness: call.output(z.array(freshness)),
  preferences: call.output(preferences),
  setPreferences: call.input(preferences.partial()).output(preferences),
  check: call.output(checkResult),
  backup: call
    .input(z.object({ file: z.string() }))
    .output(z.object({ file: z.string(), bytes: z.number() })),
  /** Fills an empty workspace with the sample data, as a job. */
  loadSample: call.output(z.object({ jobId: z.number().int() })),
}
