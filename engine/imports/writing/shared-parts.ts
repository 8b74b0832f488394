import type { IdentityBook, TeamObservations } from '../../people/index.ts'
import type { StratumBook } from '../../interactions/index.ts'
import type { WritableDatabase } from '../../store/index.ts'
import type { AgentRef } from '../facts.ts'
import type { FactKind, FactValue, Statement } from '../layers/fact-kinds.ts'
import { insertFact } from '../layers/facts.store.ts'
import { stateAgain } from '../layers/state.ts'
import type { WriteOutcome } from './interaction-writer.ts'

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
  /** Facts brought, by kind: shown in the history. */
  countFact: (kind: FactKind, outcome: WriteOutcome) => void
  /** Days whose rollups must be built again. */
  affectedDays: Set<number>
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

/** Adds a fact or states it again, and counts it. */
export function writeFact(
  context: WritingContext,
  kind: FactKind,
  rowNumber: number,
  existingId: number | undefined,
  statement: Statement,
): { id: number; outcome: WriteOutcome } {
  const owner = { importId: context.importId, rowNumber, sourceId: context.sourceId }
  const id = existingId ?? insertFact(context.database, kind, owner, statement)
  const outcome =
    existingId === undefined
      ? 'added'
      : stateAgain(context.database, kind, existingId, owner, statement, context.affectedDays)
  context.countFact(kind, outcome)
  return { id, outcome }
}
