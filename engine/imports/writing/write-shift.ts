import type { ShiftFacts } from '../facts.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { contentKey, createOrdinals } from './content-key.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { statementOf, storedText, type WritingContext, type WrittenTogether } from './shared-parts.ts'

interface Building {
  facts: ShiftFacts
  identityId: number | null
  rowNumbers: number[]
}

/** Writes shifts: one of an agent's day and start. Files with a row per status are added up first. */
export function createShiftWriter(context: WritingContext) {
  const building = new Map<string, Building>()
  const ordinal = createOrdinals()

  const write = ({ facts, identityId, rowNumbers }: Building): WriteOutcome | null => {
    const day = dayNumber(facts.day)
    // nobody's shift has no key of its own
    const key =
      identityId === null
        ? ordinal(
            contentKey([day, facts.startedAtMs, facts.scheduledMs, facts.inAdherenceMs, facts.adherence]),
          )
        : null
    const statement = statementOf({
      identity_id: identityId,
      content_key: key,
      day,
      started_at: facts.startedAtMs,
      ended_at: facts.endedAtMs,
      scheduled_ms: facts.scheduledMs,
      worked_ms: facts.workedMs,
      in_adherence_ms: facts.inAdherenceMs,
      exception_ms: facts.exceptionMs,
      adherence: facts.adherence,
      conformance_scheduled_ms: facts.conformanceScheduledMs,
      conformance_actual_ms: facts.conformanceActualMs,
      conformance: facts.conformance,
      occupancy: facts.occupancy,
      absence: facts.absence,
      absence_reason: storedText(context, facts.absenceReason),
      status_times: facts.statusTimes.length === 0 ? null : JSON.stringify(facts.statusTimes),
    })
    return context.facts('shifts').write(rowNumbers[0]!, statement)
  }

  return {
    /** Takes a row; its outcome, or null when it is one status of a day that is added up until the end. */
    add(
      facts: ShiftFacts,
      identityId: number | null,
      rowNumber: number,
      isOneStatus: boolean,
    ): WriteOutcome | null {
      if (!isOneStatus) return write({ facts, identityId, rowNumbers: [rowNumber] })
      const key = `${identityId ?? ''}\u001f${facts.day}`
      const known = building.get(key)
      if (!known) {
        building.set(key, {
          facts: {
            ...facts,
            startedAtMs: null,
            endedAtMs: null,
            statusTimes: facts.statusTimes.map((time) => ({ ...time })),
          },
          identityId,
          rowNumbers: [rowNumber],
        })
        return null
      }
      known.rowNumbers.push(rowNumber)
      for (const time of facts.statusTimes) {
        const same = known.facts.statusTimes.find((one) => one.status === time.status)
        if (same) same.durationMs += time.durationMs
        else known.facts.statusTimes.push({ ...time })
      }
      return null
    },
    /** Writes the days that were added up. */
    finish(): WrittenTogether[] {
      const written = [...building.values()].map((one) => ({ ...one, outcome: write(one) }))
      building.clear()
      return written
    },
  }
}
