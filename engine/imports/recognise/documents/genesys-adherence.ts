import { t } from '#speech'
import type { RowFacts } from '../../facts.ts'
import { dayNameOf } from '../../values/civil-days.ts'
import { zoneClock } from '../../../zone-clock.ts'
import { instantOf, listOf, numberOf, recordOf, textOf } from './json-values.ts'

/** Whether a document is one person's historical adherence as Genesys Cloud answers it. */
export function isGenesysAdherence(document: unknown): boolean {
  const record = recordOf(document)
  return textOf(record?.['userId']) !== null && Array.isArray(record?.['dayMetrics'])
}

/**
 * Reads one person's days from their seconds, never from the rounded percentages. Adherence is 1 - exceptions / scheduled,
 * at least 0; conformance actual / scheduled, which may exceed 1; neither where nothing was scheduled (the vendor's article).
 */
export function genesysAdherence(
  document: unknown,
  timeZone: string,
): { facts: RowFacts[]; warnings: string[] } {
  const record = recordOf(document) ?? {}
  const startMs = instantOf(record['startDate'])
  const userId = textOf(record['userId'])
  if (startMs === null)
    return { facts: [], warnings: [t`The adherence of one person has no start date and is left out.`] }
  const clock = zoneClock(timeZone)
  const days = listOf(record['dayMetrics'])
    .map(recordOf)
    .filter((metrics) => metrics !== null)
  const facts = days.map((metrics): RowFacts => {
    const dayStartMs = startMs + (numberOf(metrics['dayStartOffsetSecs']) ?? 0) * 1000
    const millisecondsOf = (key: string): number | null => {
      const seconds = numberOf(metrics[key])
      return seconds === null || seconds < 0 ? null : Math.round(seconds * 1000)
    }
    const scheduledMs = millisecondsOf('adherenceScheduleSecs')
    const exceptionMs = millisecondsOf('exceptionDurationSecs')
    const inAdherenceMs =
      scheduledMs === null || exceptionMs === null ? null : Math.max(0, scheduledMs - exceptionMs)
    const conformanceScheduledMs = millisecondsOf('conformanceScheduleSecs')
    const conformanceActualMs = millisecondsOf('conformanceActualSecs')
    return {
      agent: {
        externalId: userId,
        name: null,
        email: null,
        team: textOf(record['managementUnitId']),
        site: null,
      },
      contact: null,
      interaction: null,
      survey: null,
      evaluation: null,
      shift: {
        day: dayNameOf(clock.wallOf(dayStartMs)),
        startedAtMs: null,
        endedAtMs: null,
        scheduledMs,
        workedMs: millisecondsOf('actualLengthSecs'),
        inAdherenceMs,
        exceptionMs,
        adherence: inAdherenceMs === null || !scheduledMs ? null : inAdherenceMs / scheduledMs,
        conformanceScheduledMs,
        conformanceActualMs,
        conformance:
          conformanceActualMs === null || !conformanceScheduledMs
            ? null
            : conformanceActualMs / conformanceScheduledMs,
        occupancy: null,
        absence: null,
        absenceReason: null,
        statusTimes: [],
      },
      summary: null,
      roster: null,
    }
  })
  return { facts, warnings: [] }
}
