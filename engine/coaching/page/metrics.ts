import type { AgentMetric, AssessedDriver } from '../../../shared/contract/coaching.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import {
  addUp,
  bySelection,
  isReviewed,
  observedValue,
  readCells,
  restsOn,
  type MetricCell,
  withSourceInWords,
} from '../../metrics/index.ts'
import { xmrChart } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { estimateBoth, standingEstimates, type Estimate, type Estimates } from '../assessment/index.ts'
import type { Gathered } from '../gathering/gather.ts'
import { firstContactCells } from './first-contact.ts'
import { driverFacts, samplesOf } from '../gathering/measures.ts'
import { mondayOf, weekOfDay } from '../weeks.ts'

const WEEKS = 12
const LEAST_WEEKS = 6
const NO_ESTIMATES: Estimates = { drawn: new Map(), others: new Map() }

/**
 * Every metric a person has data for, and every question that was assessed: where they stand beside their peers, and the course by week. Questions have a colon
 * in their ids.
 */
export function agentMetrics(
  database: ReadableDatabase,
  gathered: Gathered,
  personId: number,
  drivers: readonly AssessedDriver[],
): AgentMetric[] {
  const { window } = gathered
  const firstWeek = weekOfDay(window.to) - (WEEKS - 1)
  const daily = Map.groupBy(
    readCells(database, {
      range: { from: mondayOf(firstWeek), to: window.to },
      personIds: [personId],
      byDay: true,
    }),
    (cell) => cell.metricId,
  )
  const before = Map.groupBy(
    readCells(database, { range: window.previous, personIds: [personId] }),
    (cell) => cell.metricId,
  )
  const weeks = { from: mondayOf(firstWeek), to: window.to }
  const firstContact = firstContactCells(database, gathered, Math.min(weeks.from, window.previous.from))
  /** Of whoever shares the person's work in this window; of the person in the windows and weeks. */
  const cellsOf = (metricId: string) => {
    const isMine = (cell: MetricCell) => cell.personId === personId
    if (metricId !== 'fcr') {
      const everybody = gathered.cellsOf(personId, metricId)
      const [recent, previous] = [daily.get(metricId) ?? [], before.get(metricId) ?? []]
      return { everybody, own: everybody.filter(isMine), recent, previous }
    }
    const within = ({ from, to }: { from: number; to: number }) =>
      firstContact.filter((cell) => cell.day >= from && cell.day <= to)
    return {
      everybody: within(window),
      own: within(window).filter(isMine),
      recent: within(weeks).filter(isMine),
      previous: within(window.previous).filter(isMine),
    }
  }
  const assessed = new Map(drivers.map((one) => [one.driver.id, one]))
  const shown = [...gathered.definitions.values()].filter(({ id }) => !id.includes(':') || assessed.has(id))
  return shown.flatMap((definition) => {
    const { everybody, own, recent, previous } = cellsOf(definition.id)
    if (own.length === 0 && recent.length === 0) return []
    const driver = assessed.get(definition.id)
    // what was assessed is not estimated a second time
    const estimates = driver ? NO_ESTIMATES : estimatesOf(gathered, definition, personId, everybody)
    return [
      asAssessed(
        oneMetric(
          gathered,
          definition,
          personId,
          estimates,
          own,
          previous,
          recent,
          firstWeek,
          driver?.isDrawn,
        ),
        driver,
      ),
    ]
  })
}

/** A driver that was assessed shows the very figures of its assessment: one page never says two. */
function asAssessed(metric: AgentMetric, driver: AssessedDriver | undefined): AgentMetric {
  if (!driver) return metric
  const { posterior, peerMean, adjusted, peers } = driver
  return { ...metric, posterior, peerMean: peers.length > 0 ? peerMean : null, adjusted, peers }
}

function oneMetric(
  gathered: Gathered,
  definition: MetricDefinition,
  personId: number,
  both: Estimates,
  all: readonly MetricCell[],
  previous: readonly MetricCell[],
  recent: readonly MetricCell[],
  firstWeek: number,
  isAssessedDrawn: boolean | undefined,
): AgentMetric {
  const key = String(personId)
  const mine = standingEstimates(driverFacts(definition), both, gathered.groupOf).get(key)
  const counts = bySelection(all)
  const isDrawn =
    isAssessedDrawn ??
    (mine ? mine.sample.drawn !== null : counts.others.length === 0 && counts.drawn.length > 0)
  // the whole line is of one kind: drawn reviews are not set beside others, of whatever day
  const ofKind = (cells: readonly MetricCell[]) => bySelection(cells)[isDrawn ? 'drawn' : 'others']
  const sums = addUp(ofKind(all))
  const group = gathered.groupOf(key)
  const estimates: ReadonlyMap<string, Estimate> = both[isDrawn ? 'drawn' : 'others']
  const peers = [...estimates]
    .filter(([agentId]) => agentId !== key && gathered.groupOf(agentId) === group)
    .map(([, estimate]) => estimate.posterior.mean)
    .toSorted((a, b) => a - b)
  const weekly = Array.from({ length: WEEKS }, (_, index) => {
    const week = firstWeek + index
    const cells = ofKind(recent).filter((cell) => weekOfDay(cell.day) === week)
    const weekSums = addUp(cells)
    return {
      weekStart: dayOfNumber(mondayOf(week)),
      n: weekSums.observed,
      value: observedValue(definition, weekSums),
    }
  })
  // a week that is not over yet is no point of the chart
  const isWhole = (index: number) => mondayOf(firstWeek + index) + 6 <= gathered.window.to
  const isPoint = ({ value }: { value: number | null }, index: number) => value !== null && isWhole(index)
  const points = weekly.flatMap((week, index) => (isPoint(week, index) ? [week.value!] : []))
  const chart = points.length < LEAST_WEEKS ? null : xmrChart(points)
  const signals = [...(chart?.signals ?? [])]
  const [low, high] = mine ? [mine.posterior.quantile(0.025), mine.posterior.quantile(0.975)] : [0, 0]
  return {
    metric: withSourceInWords(definition),
    n: sums.observed,
    restsOn:
      isReviewed(definition.id) && all.length > 0
        ? restsOn({ drawn: addUp(counts.drawn), imported: addUp(counts.others).observed }, isDrawn)
        : null,
    raw: observedValue(definition, sums),
    adjusted: mine?.adjusted ?? null,
    posterior: mine ? { mean: mine.posterior.mean, low, high } : null,
    // nobody else was observed: then there is nobody to stand beside
    peerMean: peers.length > 0 ? peers.reduce((sum, peer) => sum + peer, 0) / peers.length : null,
    peers,
    previous: enough(definition, addUp(ofKind(previous))),
    weekly: weekly.map((week, index) => ({
      ...week,
      isWhole: isWhole(index),
      signal: isPoint(week, index) ? (signals.shift() ?? null) : null,
    })),
    change: chart === null ? 'too-short' : chart.hasChanged ? 'changed' : 'noise',
    xmr: chart && { mean: chart.mean, lowerLimit: chart.lowerLimit, upperLimit: chart.upperLimit },
  }
}

/** The value of the window before, where it had enough observations to be set beside this one. */
function enough(definition: MetricDefinition, sums: ReturnType<typeof addUp>): number | null {
  return sums.n >= definition.leastN ? observedValue(definition, sums) : null
}

const kept = new WeakMap<Gathered, Map<string, Estimates>>()

/** The estimates of one metric in this window for whoever shares the person's work, computed once per ranking. */
function estimatesOf(
  gathered: Gathered,
  definition: MetricDefinition,
  personId: number,
  cells: readonly MetricCell[],
): Estimates {
  let byMetric = kept.get(gathered)
  if (!byMetric) kept.set(gathered, (byMetric = new Map()))
  const key = `${definition.id}\u001f${gathered.workGroupOf(String(personId))}`
  let estimates = byMetric.get(key)
  if (!estimates) byMetric.set(key, (estimates = computeEstimates(gathered, definition, cells)))
  return estimates
}

function computeEstimates(
  gathered: Gathered,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
): Estimates {
  const samples = samplesOf(gathered, definition, cells, () => () => 0)
  return estimateBoth(driverFacts(definition), samples, gathered.groupOf)
}
