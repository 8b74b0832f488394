import { createHash } from 'node:crypto'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { GroupedAgent, GroupTable } from './assessment/index.ts'
import { measuresBasis } from './gathering/kept-measures.ts'
import type { Scene } from './gathering/scene.ts'

/** Raised when groups are compared in another way, so that what was kept is not taken for that. */
const METHOD = 1

/** Under this name among the settings. */
const KEPT = 'group-table'

interface Kept {
  /** The facts, the window, the definitions, and who is of which group. */
  basis: string
  table: GroupTable
}

/** A window of which the groups are to be compared. */
export interface ToCompare {
  scene: Scene
  agents: ReadonlyMap<string, GroupedAgent>
}

function basisOf(database: ReadableDatabase, { scene, agents }: ToCompare): string {
  const told = createHash('sha256')
    .update(JSON.stringify([METHOD, ...agents]))
    .digest('hex')
  return `${measuresBasis(database, scene)} ${told}`
}

/** The comparison of all groups that the last import kept, where it is of this window and still holds. */
export function keptTable(database: ReadableDatabase, compared: ToCompare): GroupTable | undefined {
  const text = readSetting(database, KEPT)
  // written below
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept)
  return kept?.basis === basisOf(database, compared) ? kept.table : undefined
}

/** Keeps a comparison, so that the heat map stands at once. One with a figure that JSON cannot say is not kept. */
export function keepTable(database: WritableDatabase, compared: ToCompare, table: GroupTable): void {
  const canBeSaid = [...table.teams, ...table.queues].every((cell) =>
    [...Object.values(cell), ...Object.values(cell.compared ?? {})].every(
      (value) => typeof value !== 'number' || Number.isFinite(value),
    ),
  )
  const kept: Kept = canBeSaid
    ? { basis: basisOf(database, compared), table }
    : { basis: '', table: { teams: [], queues: [] } }
  writeSetting(database, KEPT, JSON.stringify(kept))
}
