import { randomInt } from 'node:crypto'
import { hidingOf, windowEnding } from '../coaching/index.ts'
import type { OwnRecords } from '../governance/index.ts'
import { readDirectory, readProposals, type DirectoryPerson } from '../people/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { readPreferences } from '../workspace/index.ts'
import {
  eachSum,
  insertPeer,
  insertStanding,
  sumsReader,
  sumsTables,
  sumsWriter,
  type SumsRow,
} from './sums.store.ts'

/** With fewer others than these, figures of others would be those of people one can name (the aggregate export draws the same line). */
export const LEAST_OTHERS = 5
const DAYS_IN_A_WEEK = 7
/** Days after joining in which somebody counts as new, and a day that lies among them. */
const NEW_FOR_DAYS = 90
const A_DAY_AMONG_THEM = 30
const ROWS_AT_A_TIME = 5000

/** What a copy is compared with. */
export interface Others {
  /** People whose sums go along without names; 0 where they were too few. */
  peers: number
}

interface Given {
  from: ReadableDatabase
  own: OwnRecords
  to: WritableDatabase
  importId: number
  sourceId: number
  /** The newest day of the whole workspace, on which the last week ends. */
  newest: number
}

/**
 * Puts the sums of everybody else into a copy that has the rollups of its own facts: by week, person and kind of contact, under numbers in an order of
 * chance, without team, name or day. What own people did elsewhere is left out, and what the sums of own days rest on beyond the facts that travel is
 * added to them. Yields how many rows were looked at.
 */
export function* putOthers(given: Given): Generator<number, Others, void> {
  const { from, own, to, importId, sourceId, newest } = given
  const spells = Map.groupBy(own.stretches, ({ personId }) => personId)
  const isOwnDay = ({ personId, day }: SumsRow) =>
    spells.get(personId)!.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay)
  const peers = peersOf(from, new Set(spells.keys()), newest)
  const hasPeers = peers.length >= LEAST_OTHERS
  const identityOf = new Map<number, number>()
  if (hasPeers)
    for (const [at, { person, status }] of shuffled(peers).entries()) {
      const identityId = insertPeer(to, sourceId, at + 1)
      identityOf.set(person.id, identityId)
      const hiredDay = isNew(person, newest) ? newest - A_DAY_AMONG_THEM : null
      if (status !== null || hiredDay !== null)
        insertStanding(to, importId, sourceId, { identityId, status, hiredDay })
    }
  let n = 0
  for (const table of sumsTables) {
    const here = sumsReader(to, table)
    const add = sumsWriter(to, table, importId)
    for (const row of eachSum(from, table)) {
      if (++n % ROWS_AT_A_TIME === 0) yield n
      const isOwn = spells.has(row.personId)
      if (isOwn && !isOwnDay(row)) continue
      if (!isOwn && (!hasPeers || row.day > newest)) continue
      const isPeer = !isOwn && row.personId !== 0
      const identityId = isPeer ? identityOf.get(row.personId) : isOwn ? row.identityId : 0
      if (identityId === undefined) continue
      const sums = isPeer ? row.sums : beyond(row.sums, here(row))
      if (sums === null) continue
      add({ ...row, identityId, sums, day: isOwn ? row.day : endOfWeek(row.day, newest) })
    }
  }
  return { peers: identityOf.size }
}

/** The last day of the week, counted back from the newest: the last of them is that of the usual window. */
function endOfWeek(day: number, newest: number): number {
  return newest - Math.floor((newest - day) / DAYS_IN_A_WEEK) * DAYS_IN_A_WEEK
}

/** What sums are of beyond the facts that travelled; null where that is all. */
function beyond(all: SumsRow['sums'], here: SumsRow['sums'] | undefined): SumsRow['sums'] | null {
  if (!here) return all
  if (all[0] === here[0]) return null
  return all.map((sum, at) => (sum === null ? null : sum - (here[at] ?? 0)))
}

interface Peer {
  person: DirectoryPerson
  /** What takes them out of comparisons, as a roster would say it. */
  status: 'left' | 'leave' | null
}

/** Everybody else with a figure; of those who are ranked nowhere, that they are not. */
function peersOf(from: ReadableDatabase, own: ReadonlySet<number>, newest: number): Peer[] {
  const window = windowEnding(newest, readPreferences(from).windowDays)
  const withFigures = new Set<number>()
  const working = new Set<number>()
  for (const table of sumsTables)
    for (const { personId, day } of eachSum(from, table)) {
      if (day > newest) continue
      withFigures.add(personId)
      if (table.daily === 'interaction_days' && day >= window.from) working.add(personId)
    }
  // somebody without contacts who may be somebody listed is compared with nobody until somebody says who they are
  const perhaps = new Set(
    readProposals(from).flatMap(({ a, b }) =>
      [a, b].filter((id) => working.has(a) !== working.has(b) && !working.has(id)),
    ),
  )
  return [...readDirectory(from).people.values()]
    .filter(({ id }) => withFigures.has(id) && !own.has(id))
    .map((person) => {
      const why = hidingOf(person, true, window)
      const status = why === 'is on leave' ? 'leave' : why !== null || perhaps.has(person.id) ? 'left' : null
      return { person, status }
    })
}

function isNew({ hiredDay }: DirectoryPerson, newest: number): boolean {
  return hiredDay !== null && hiredDay <= newest && newest - hiredDay < NEW_FOR_DAYS
}

/** In an order that says nothing of the one they stood in. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const list = [...items]
  for (let at = list.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}
