import { randomInt } from 'node:crypto'
import { t } from '#speech'
import { DRAW_LIMITS } from '../../../shared/contract/waiting-lists.ts'
import { labelToKeep } from '../../metrics/index.ts'
import { Problem } from '../../problem.ts'
import { drawOrder } from '../../statistics/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { agentLabel, type RankedWindow } from '../ranking.ts'
import { boundPeople, candidatesOn } from './ties.ts'
import {
  findWaitingList,
  insertWaitingList,
  readWaitingListPeople,
  setWaitingListRemoved,
  type WaitingListRow,
} from './waiting-lists.store.ts'

/** Seeds are drawn below this: what the generator takes, and what JSON and SQLite keep exactly. */
const SEEDS = 2 ** 31

/** What is to be drawn: who, on what, and how many go first (half of them where it is not said, the odd one among those who wait). */
export interface DrawWish {
  driverId: string
  agentIds: readonly number[]
  first?: number | undefined
}

/**
 * Draws by lot who goes first and keeps the draw. The seed comes from the system's own randomness, so that nobody can choose it; the same people and seed give the
 * same order again. Problems say in a sentence what cannot be drawn.
 */
export function drawWaitingList(
  database: WritableDatabase,
  window: RankedWindow,
  wish: DrawWish,
  by: { name: string; now: number; today: number },
): number {
  const { driverId } = wish
  const definition = window.gathered.definitions.get(driverId)
  if (!definition)
    throw new Problem(
      'NOT_FOUND',
      t`What was to be drawn for is no longer measured here; choose something else.`,
    )
  const agentIds = [...new Set(wish.agentIds)]
  if (agentIds.length < DRAW_LIMITS.fewest)
    throw new Problem(
      'INVALID_INPUT',
      t`A draw takes at least ${{ fewest: DRAW_LIMITS.fewest }} people: with fewer nothing can be compared.`,
    )
  const first = wish.first ?? Math.floor(agentIds.length / 2)
  if (first < DRAW_LIMITS.fewestOnASide || agentIds.length - first < DRAW_LIMITS.fewestOnASide)
    throw new Problem(
      'INVALID_INPUT',
      t`At least two must go first and at least two must wait: with fewer nothing can be compared.`,
    )
  const bound = boundPeople(database, driverId, by.today)
  const nameOf = (id: number) => agentLabel(window.gathered, id).name
  const twice = agentIds.find((id) => bound.has(id))
  if (twice !== undefined)
    throw new Problem(
      'CONFLICT',
      t`${{ twice: nameOf(twice) }} is on a drawn list for ${{ label: definition.label }} already; leave them out, or undo that draw.`,
    )
  const free = new Set(candidatesOn(database, window, driverId, by.today).map(({ id }) => id))
  const refused = agentIds.find((id) => !free.has(id))
  if (refused !== undefined)
    throw new Problem(
      'CONFLICT',
      t`${{ refused: nameOf(refused) }} cannot be drawn: the ranking does not propose ${{ label: definition.label }} for them, or a session on it is prepared already.`,
    )
  const seed = randomInt(SEEDS)
  const { from, to } = window.gathered.window
  return insertWaitingList(
    database,
    {
      driverId,
      driverLabel: labelToKeep(definition),
      windowFrom: from,
      windowTo: to,
      seed,
      drawnDay: by.today,
      drawnAt: by.now,
      drawnBy: by.name,
    },
    drawOrder(agentIds.map(String), seed).map((id, index) => ({
      personId: Number(id),
      name: nameOf(Number(id)),
      isFirst: index < first,
    })),
  )
}

/** A draw by its id; `NOT_FOUND` with a sentence. */
function mustList(database: ReadableDatabase, id: number): WaitingListRow {
  const list = findWaitingList(database, id)
  if (!list) throw new Problem('NOT_FOUND', t`That draw is no longer there.`)
  return list
}

/** Undoes a draw: who goes first is open again. */
export function removeWaitingList(database: WritableDatabase, id: number, now: number): void {
  if (mustList(database, id).removedAt === null) setWaitingListRemoved(database, id, now)
}

/** Takes that back; `CONFLICT` where somebody was drawn anew on the same driver since. */
export function restoreWaitingList(database: WritableDatabase, id: number, today: number): void {
  const { driverId } = mustList(database, id)
  const bound = boundPeople(database, driverId, today, id)
  const again = readWaitingListPeople(database).find(
    (one) => one.listId === id && one.personId !== null && bound.has(one.personId),
  )
  if (again)
    throw new Problem(
      'CONFLICT',
      t`${{ name: again.name }} was drawn anew since; undo that draw first, and this one can come back.`,
    )
  setWaitingListRemoved(database, id, null)
}
