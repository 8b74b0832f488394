import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { newestDay, readPreferences } from '../workspace/index.ts'
import {
  compareGroups,
  estimateBoth,
  isDrawn,
  takesDrawn,
  type Estimate,
  type GroupedAgent,
  type GroupTable,
  type Measurements,
} from './assessment/index.ts'
import { measuresOf } from './gathering/kept-measures.ts'
import { driverFacts, readRankingCells } from './gathering/measures.ts'
import { readScene, type Scene } from './gathering/scene.ts'
import { keepTable, keptTable } from './kept-table.ts'
import { windowEnding } from './window.ts'

/** Teams and queues of a window on every driver, without ranking anybody. */
export interface GroupedWindow {
  scene: Scene
  drivers: Measurements[]
  agents: ReadonlyMap<string, GroupedAgent>
  table: GroupTable
}

/** Reads and compares the groups of the window of `days` ending on day number `to`: from what the last import kept where that is its window. */
export function groupsOf(database: ReadableDatabase, to: number, days: number): GroupedWindow {
  const grouped = groupedAt(database, to, days)
  return { ...grouped, table: keptTable(database, grouped) ?? compareGroups(grouped.drivers, grouped.agents) }
}

/** Compares the groups of the window a workspace opens with after the facts changed, so that the heat map stands at once. */
export function keepGroups(database: WritableDatabase): void {
  const to = newestDay(database)
  if (to === undefined) return
  const grouped = groupedAt(database, to, readPreferences(database).windowDays)
  keepTable(database, grouped, compareGroups(grouped.drivers, grouped.agents))
}

function groupedAt(database: ReadableDatabase, to: number, days: number): Omit<GroupedWindow, 'table'> {
  const scene = readScene(database, windowEnding(to, days))
  const agents = new Map(
    scene.active.map(({ id }) => {
      const teamId = scene.directory.teamAt(id, scene.window.to)
      return [
        String(id),
        { teamId: teamId === null ? null : String(teamId), peerGroupId: scene.groupOf(String(id)) },
      ]
    }),
  )
  const drivers = measuresOf(database, scene, () => readRankingCells(database, scene)).map(
    ({ driverId, samples, queueSamples }) => {
      const known = samples.filter(({ agentId }) => agents.has(agentId))
      const wantsDrawn = takesDrawn(known)
      return {
        facts: driverFacts(scene.definitions.get(driverId)!),
        samples: known.filter((sample) => isDrawn(sample) === wantsDrawn),
        queueSamples: queueSamples.filter((sample) => sample.isDrawn === wantsDrawn),
      }
    },
  )
  return { scene, drivers, agents }
}

/** Everybody's estimate of one driver. */
export function estimatesOfDriver(
  { scene }: GroupedWindow,
  driver: Measurements,
): ReadonlyMap<string, Estimate> {
  const { drawn, others } = estimateBoth(driver.facts, driver.samples, scene.groupOf)
  return drawn.size > others.size ? drawn : others
}
