import { createHash } from 'node:crypto'
import { readFactsRevision } from '../../metrics/index.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { newestDay, readPreferences } from '../../workspace/index.ts'
import type { AgentSample, QueueSample } from '../assessment/index.ts'
import { windowEnding } from '../window.ts'
import type { CellBook } from './cell-book.ts'
import { measureDrivers, readRankingCells, type DriverMeasures } from './measures.ts'
import { readScene, type Scene } from './scene.ts'

/** Under this name among the settings. */
const KEPT = 'driver-measures'

type SampleRow = [string, number, AgentSample['drawn'], number | null, number, number, number]
type QueueRow = [string, string, number, 0 | 1, number, number]

/** Lists instead of objects: there are hundreds of thousands of numbers, and their names would be most of it. */
interface Kept {
  /** The facts, the window and the definitions they were measured by. */
  basis: string
  drivers: { driverId: string; samples: SampleRow[]; queueSamples: QueueRow[] }[]
}

/** What measures rest on: the facts, the window, and what is measured. */
export function measuresBasis(database: ReadableDatabase, { window, definitions }: Scene): string {
  const told = createHash('sha256')
    // a target is what measures are held against, and words are of a language: neither changes any
    .update(
      JSON.stringify(
        [...definitions.values()].map((one) => ({ ...one, target: null, label: '', definition: '' })),
      ),
    )
    .digest('hex')
  return `${readFactsRevision(database)} ${window.from} ${window.to} ${told}`
}

const sampleRow = (one: AgentSample): SampleRow => [
  one.agentId,
  one.n,
  one.drawn,
  one.raw,
  one.adjusted,
  one.withinSumOfSquares,
  one.contactsPerWeek,
]

const sampleOf = ([
  agentId,
  n,
  drawn,
  raw,
  adjusted,
  withinSumOfSquares,
  contactsPerWeek,
]: SampleRow): AgentSample => ({
  agentId,
  n,
  drawn,
  raw,
  adjusted,
  withinSumOfSquares,
  contactsPerWeek,
})

const queueRow = (one: QueueSample): QueueRow => [
  one.agentId,
  one.queueId,
  one.n,
  one.isDrawn ? 1 : 0,
  one.value,
  one.withinSumOfSquares,
]

const queueSampleOf = ([agentId, queueId, n, isDrawn, value, withinSumOfSquares]: QueueRow): QueueSample => ({
  agentId,
  queueId,
  n,
  isDrawn: isDrawn === 1,
  value,
  withinSumOfSquares,
})

/** The measures of a window: those kept since the last import where they are of this window and still hold, else measured now. */
export function measuresOf(
  database: ReadableDatabase,
  scene: Scene,
  cells: () => CellBook,
): DriverMeasures[] {
  const text = readSetting(database, KEPT)
  // written below
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept)
  if (kept?.basis !== measuresBasis(database, scene)) return measureDrivers(database, scene, cells())
  return kept.drivers.map(({ driverId, samples, queueSamples }) => ({
    driverId,
    samples: samples.map(sampleOf),
    queueSamples: queueSamples.map(queueSampleOf),
  }))
}

/** Measures the window a workspace opens with after the facts changed, so that it opens at once. */
export function keepDriverMeasures(database: WritableDatabase): void {
  const to = newestDay(database)
  if (to === undefined) return
  const scene = readScene(database, windowEnding(to, readPreferences(database).windowDays))
  const measures = measureDrivers(database, scene, readRankingCells(database, scene))
  const kept: Kept = {
    basis: measuresBasis(database, scene),
    drivers: measures.map(({ driverId, samples, queueSamples }) => ({
      driverId,
      samples: samples.map(sampleRow),
      queueSamples: queueSamples.map(queueRow),
    })),
  }
  writeSetting(database, KEPT, JSON.stringify(kept))
}
