import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { addUp, observedValue, readCells, type MetricCell } from '../../metrics/index.ts'
import type { AgentWeek } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { weekOfDay } from '../weeks.ts'

/** Every dated day. */
const ALL_DAYS = { from: -999_999, to: 1_000_000 }

/** An agent's outcome on the scale contacts have it on: NPS runs from -100 to 100. */
export function outcome0to1(outcomeId: string, value: number): number {
  return outcomeId === 'nps' ? (value + 100) / 200 : value
}

function byAgentWeek(cells: readonly MetricCell[]): Map<string, MetricCell[]> {
  return Map.groupBy(
    cells.filter(({ personId }) => personId !== 0),
    ({ personId, day }) => `${personId} ${weekOfDay(day)}`,
  )
}

/** The weeks of agents in which both the outcome and a driver of shifts were observed, by driver; drivers without any are left out. */
export function readAgentWeeks(
  database: ReadableDatabase,
  drivers: readonly MetricDefinition[],
  outcomeId: string,
): { definition: MetricDefinition; rows: AgentWeek[] }[] {
  if (drivers.length === 0) return []
  const shifts = readCells(database, {
    range: ALL_DAYS,
    metricIds: drivers.map(({ id }) => id),
    byDay: true,
  })
  if (shifts.length === 0) return []
  const outcomes = byAgentWeek(readCells(database, { range: ALL_DAYS, metricIds: [outcomeId], byDay: true }))
  const byDriver = Map.groupBy(shifts, ({ metricId }) => metricId)
  return drivers.flatMap((definition) => {
    const rows = [...byAgentWeek(byDriver.get(definition.id) ?? [])].flatMap(([key, own]): AgentWeek[] => {
      const outcome = outcomes.get(key)
      const driver = observedValue(definition, addUp(own))
      if (outcome === undefined || driver === null) return []
      const { n, sum } = addUp(outcome)
      const [agentId, week] = key.split(' ')
      return [
        {
          agentId: agentId!,
          week: Number(week),
          driver,
          outcome: outcome0to1(outcomeId, sum / n),
          outcomes: n,
        },
      ]
    })
    return rows.length === 0 ? [] : [{ definition, rows }]
  })
}
