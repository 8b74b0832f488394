import type { AffectedDays } from '../../affected-days.ts'
import type { IdentityBook, TeamObservations } from '../../people/index.ts'
import type { StratumBook } from '../../interactions/index.ts'
import type { WritableDatabase } from '../../store/index.ts'
import type { AgentRef } from '../facts.ts'
import type { FactKind, FactValue, Statement } from '../../fact-kinds.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import type { StatementWriter } from '../layers/statement-writer.ts'

/** How directions are stored. */
export const directions = { inbound: 1, outbound: 2, internal: 3 } as const

/** What every writer of one import shares. */
export interface WritingContext {
  database: WritableDatabase
  importId: number
  sourceId: number
  identities: IdentityBook
  strata: StratumBook
  teams: TeamObservations
  dayOf: (instantMs: number) => number
  customerHash: (customer: string) => number
  redact: (text: string) => string
  /** The writer of a kind of facts. */
  facts: (kind: FactKind) => StatementWriter
  /** Days whose rollups must be built again. */
  affected: AffectedDays
}

/** Rows that were put together before they were written, and what came of them; null: known at the end. */
export interface WrittenTogether {
  rowNumbers: readonly number[]
  outcome: WriteOutcome | null
}

/** A statement from columns to values; null and undefined state nothing, flags become 0 or 1. */
export function statementOf(values: Record<string, FactValue | boolean | null | undefined>): Statement {
  const statement: Statement = new Map()
  for (const [column, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue
    statement.set(column, typeof value === 'boolean' ? Number(value) : value)
  }
  return statement
}

/** The identity a row names, with its team noted for the day; null where it names nobody. */
export function identityOf(
  context: WritingContext,
  agent: AgentRef | null,
  day: number | null,
): number | null {
  if (!agent) return null
  const id = context.identities.find(agent)
  if (agent.team) context.teams.note(id, agent.team, agent.site, day)
  return id
}

/** Free text as it may be stored: redacted, trimmed; null where nothing is left. */
export function storedText(context: WritingContext, text: string | null): string | null {
  const kept = text === null ? '' : context.redact(text).trim()
  return kept === '' ? null : kept
}
