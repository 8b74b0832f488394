import { dayNumber } from '../../../shared/domain/time.ts'
import { insertTeamSpell, teamId } from '../../people/index.ts'
import type { AgentRef, PeriodSummaryFacts, RosterFacts } from '../facts.ts'
import type { Statement } from '../../fact-kinds.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { figureEntry } from '../layers/parts.store.ts'
import { statementOf, storedText, type WritingContext, type WrittenTogether } from './shared-parts.ts'

function dayOrNull(day: string | null): number | null {
  return day === null ? null : dayNumber(day)
}

/** Writes one agent's summary of a period. */
export function writePeriodSummary(
  context: WritingContext,
  summary: PeriodSummaryFacts,
  identityId: number | null,
  rowNumber: number,
): WriteOutcome | null {
  const statement = statementOf({
    identity_id: identityId,
    from_day: dayOrNull(summary.fromDay),
    to_day: dayOrNull(summary.toDay),
    n: summary.n,
  })
  for (const [column, value] of summary.figures.map(figureEntry)) statement.set(column, value)
  return context.facts('periodSummaries').write(rowNumber, statement)
}

/** Collects what a roster says of each person (it may take a row per team) and writes it at the end; teams keep their dates. */
export function createRosterWriter(context: WritingContext) {
  const people = new Map<number, { statement: Statement; rowNumbers: number[] }>()
  return {
    /** Takes one row; of several about one person the later says what holds. */
    add(roster: RosterFacts, agent: AgentRef, rowNumber: number): void {
      const identityId = context.identities.find(agent)
      if (agent.team)
        insertTeamSpell(context.database, {
          importId: context.importId,
          identityId,
          teamId: teamId(context.database, agent.team, agent.site),
          site: agent.site,
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
      const known = people.get(identityId)
      if (known) {
        for (const [column, value] of statement) known.statement.set(column, value)
        known.rowNumbers.push(rowNumber)
      } else people.set(identityId, { statement, rowNumbers: [rowNumber] })
    },
    /** Writes them all; every row about a person has that person's outcome. */
    finish(): WrittenTogether[] {
      const written = [...people.values()].map(({ statement, rowNumbers }) => ({
        rowNumbers,
        outcome: context.facts('rosterEntries').write(rowNumbers[0]!, statement),
      }))
      people.clear()
      return written
    },
  }
}
