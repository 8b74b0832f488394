import { dayNumber } from '../../../shared/domain/time.ts'
import { insertTeamSpell, teamId } from '../../people/index.ts'
import type { AgentRef, PeriodSummaryFacts, RosterFacts } from '../facts.ts'
import { findPeriodSummary, findRosterEntry } from './find.store.ts'
import type { WriteOutcome } from './interaction-writer.ts'
import { statementOf, storedText, writeFact, type WritingContext } from './shared-parts.ts'

function dayOrNull(day: string | null): number | null {
  return day === null ? null : dayNumber(day)
}

/** Writes one agent's summary of a period. */
export function writePeriodSummary(
  context: WritingContext,
  summary: PeriodSummaryFacts,
  identityId: number | null,
  rowNumber: number,
): WriteOutcome {
  const key = { identityId, fromDay: dayOrNull(summary.fromDay), toDay: dayOrNull(summary.toDay) }
  const statement = statementOf({
    identity_id: identityId,
    from_day: key.fromDay,
    to_day: key.toDay,
    n: summary.n,
    figures: JSON.stringify(summary.figures),
  })
  const found = findPeriodSummary(context.database, context.sourceId, key)
  return writeFact(context, 'periodSummaries', rowNumber, found, statement).outcome
}

/** Writes what the roster says of one person, and the team with its dates. */
export function writeRosterEntry(
  context: WritingContext,
  roster: RosterFacts,
  agent: AgentRef,
  rowNumber: number,
): WriteOutcome {
  const identityId = context.identities.find(agent)
  if (agent.team)
    insertTeamSpell(context.database, {
      importId: context.importId,
      identityId,
      teamId: teamId(context.database, agent.team, agent.site),
      basis: 'roster',
      fromDay: dayOrNull(roster.teamFrom),
      toDay: dayOrNull(roster.teamTo),
    })
  const statement = statementOf({
    identity_id: identityId,
    role: roster.role,
    manager_name: roster.managerName,
    status: storedText(context, roster.status),
    hired_day: dayOrNull(roster.hiredOn),
    left_day: dayOrNull(roster.leftOn),
    leave_from_day: dayOrNull(roster.onLeaveFrom),
    leave_to_day: dayOrNull(roster.onLeaveTo),
  })
  const found = findRosterEntry(context.database, context.sourceId, identityId)
  return writeFact(context, 'rosterEntries', rowNumber, found, statement).outcome
}
