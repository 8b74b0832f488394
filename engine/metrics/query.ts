import { t } from '#speech'
import type { MetricBy, MetricResult } from '../../shared/contract/metrics.ts'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { readStrata } from '../interactions/index.ts'
import { readDirectory, type Directory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { adjustForCaseMix, peerGroupOf, reportAdjusted } from './case-mix.ts'
import {
  readCells,
  readFirstContactResolution,
  readVolumes,
  type DayNumbers,
  type MetricCell,
} from './reading.store.ts'
import { isReviewed, restsOn } from './rests-on.ts'
import { UNDATED } from './rollups.store.ts'
import { selectionOf } from './selection.ts'
import { addUp, observedValue } from './value.ts'

type Row = MetricResult['rows'][number]

/** One metric over a range of days (null: all data), by agent, team, queue, day or as one figure. */
export function queryMetric(
  database: ReadableDatabase,
  definition: MetricDefinition,
  by: MetricBy,
  range: DayNumbers,
  fcrWindowDays: number,
): MetricResult {
  const needsDays = by === 'day' || by === 'team'
  const cells =
    definition.id === 'fcr'
      ? readFirstContactResolution(database, range, fcrWindowDays)
      : readCells(database, { range, metricIds: [definition.id], byDay: needsDays })
  const { polarity } = definition
  const { drawn, others, isDrawn } = selectionOf(definition, cells)
  return {
    metric: {
      id: definition.id,
      label: definition.label,
      unit: definition.unit,
      polarity:
        polarity.direction === 'band' ? `band(${polarity.low}, ${polarity.high})` : polarity.direction,
      role: definition.role,
      definition: definition.definition,
    },
    rows: rowsOf(database, definition, by, isDrawn ? drawn : others, range),
    restsOn:
      isReviewed(definition.id) && cells.length > 0
        ? restsOn({ drawn: addUp(drawn), imported: addUp(others).observed }, isDrawn)
        : null,
  }
}

function rowsOf(
  database: ReadableDatabase,
  definition: MetricDefinition,
  by: MetricBy,
  cells: readonly MetricCell[],
  range: DayNumbers,
): Row[] {
  const observed = (
    key: Row['key'],
    label: string,
    own: readonly MetricCell[],
    adjusted: number | null,
  ): Row => {
    const sums = addUp(own)
    return { key, label, n: sums.observed, value: observedValue(definition, sums), adjusted }
  }
  switch (by) {
    case 'none':
      return [observed('all', t`All`, cells, null)]
    case 'day':
      return [...Map.groupBy(cells, (cell) => cell.day)]
        .filter(([day]) => day !== UNDATED)
        .toSorted(([a], [b]) => a - b)
        .map(([day, own]) => observed(dayOfNumber(day), dayOfNumber(day), own, null))
    case 'queue': {
      const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
      return [...Map.groupBy(cells, (cell) => strata.get(cell.stratumId)?.queue ?? '')]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([queue, own]) => observed(queue, queue || t`No queue`, own, null))
    }
    case 'agent':
    case 'team': {
      const directory = readDirectory(database)
      const adjusted = adjustedByPerson(database, definition, cells, range)
      return by === 'agent'
        ? agentRows(directory, cells, adjusted, observed)
        : teamRows(directory, cells, adjusted, observed)
    }
  }
}

function adjustedByPerson(
  database: ReadableDatabase,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  range: DayNumbers,
): Map<string, number> {
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const groupOf = peerGroupOf(readVolumes(database, range), strata)
  return reportAdjusted(definition, adjustForCaseMix(definition, cells, strata, groupOf))
}

type Observe = (key: Row['key'], label: string, own: readonly MetricCell[], adjusted: number | null) => Row

function agentRows(
  directory: Directory,
  cells: readonly MetricCell[],
  adjusted: ReadonlyMap<string, number>,
  observed: Observe,
): Row[] {
  return [...Map.groupBy(cells, (cell) => cell.personId)]
    .filter(([personId]) => directory.people.has(personId))
    .map(([personId, own]) =>
      observed(personId, directory.people.get(personId)!.name, own, adjusted.get(String(personId)) ?? null),
    )
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

/** A team's adjusted value is the mean of its members', by their observations; of drawn reviews by what they stand for. */
function teamRows(
  directory: Directory,
  cells: readonly MetricCell[],
  adjusted: ReadonlyMap<string, number>,
  observed: Observe,
): Row[] {
  const teamOf = (cell: MetricCell) =>
    cell.personId === 0 ? null : directory.teamAt(cell.personId, cell.day === UNDATED ? undefined : cell.day)
  return [...Map.groupBy(cells, teamOf)]
    .flatMap(([teamId, own]) => {
      const team = teamId === null ? undefined : directory.teams.get(teamId)
      if (!team) return []
      let weight = 0
      let sum = 0
      for (const cell of own) {
        const value = adjusted.get(String(cell.personId))
        if (value === undefined) continue
        const share = cell.drawn?.weight ?? cell.n
        weight += share
        sum += share * value
      }
      return [observed(team.id, team.name, own, weight > 0 ? sum / weight : null)]
    })
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
