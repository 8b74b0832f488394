import { DRAW_LIMITS, type Tie } from '../../../shared/contract/waiting-lists.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { agentLabel, teamIdOf, type RankedWindow } from '../ranking.ts'
import { readWaitingListPeople, readWaitingLists } from './waiting-lists.store.ts'

/** Priorities this near each other tie, as in the ranking of actions (methods, "Ranking coaching actions"). */
const TIE_SHARE = 0.1
/** A draw binds its people until its verdict. */
const LIST_DAYS = 56

/** Who is on a list on the driver whose eight weeks are not over on day `today`. */
export function boundPeople(
  database: ReadableDatabase,
  driverId: string,
  today: number,
  exceptListId?: number,
): Set<number> {
  const running = new Set(
    readWaitingLists(database)
      .filter((one) => one.driverId === driverId && today <= one.drawnDay + LIST_DAYS)
      .filter(({ id }) => id !== exceptListId)
      .map(({ id }) => id),
  )
  return new Set(
    readWaitingListPeople(database)
      .filter(({ listId, personId }) => running.has(listId) && personId !== null)
      .map(({ personId }) => personId!),
  )
}

/** Who has a session on the driver in hand. */
function inHand({ gathered }: RankedWindow, driverId: string): Set<number> {
  return new Set(
    gathered.coachings
      .filter((one) => one.driverId === driverId && one.at === null)
      .map(({ personId }) => personId),
  )
}

/**
 * Those whose gap on a driver is proposed and who could be drawn, the highest priority first: they are on no list that still runs and have no session on it
 * in hand.
 */
export function candidatesOn(
  database: ReadableDatabase,
  window: RankedWindow,
  driverId: string,
  today: number,
): { id: number; priority: number }[] {
  const bound = boundPeople(database, driverId, today)
  const prepared = inHand(window, driverId)
  return window.assessment.agents
    .flatMap(({ agentId, drivers }) => {
      const own = drivers.find((one) => one.driverId === driverId)
      const id = Number(agentId)
      return own?.status === 'proposed' && own.priority > 0 && !bound.has(id) && !prepared.has(id)
        ? { id, priority: own.priority }
        : []
    })
    .toSorted((a, b) => b.priority - a.priority || a.id - b.id)
}

/** Of priorities in falling order, the longest stretch within a tenth of its highest; the higher one where two are as long. Both ends, the second excluded. */
export function longestTie(priorities: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: 0 }
  let to = 0
  for (let from = 0; from < priorities.length; from++) {
    while (to < priorities.length && priorities[to]! >= priorities[from]! * (1 - TIE_SHARE)) to++
    if (to - from > best.to - best.from) best = { from, to }
  }
  return best
}

/** Drivers on which at least four people of some teams could be drawn, those with the most that tie first. */
export function tiesOf(
  database: ReadableDatabase,
  window: RankedWindow,
  today: number,
  teamIds: readonly number[] | undefined,
): Tie[] {
  const proposed = new Set(
    window.assessment.agents.flatMap(({ drivers }) =>
      drivers.filter(({ status }) => status === 'proposed').map(({ driverId }) => driverId),
    ),
  )
  const isMine = (id: number) => {
    const teamId = teamIdOf(window.gathered, id)
    return teamIds === undefined || (teamId !== null && teamIds.includes(teamId))
  }
  const ties = [...proposed].flatMap((id): Tie[] => {
    const people = candidatesOn(database, window, id, today).filter((one) => isMine(one.id))
    if (people.length < DRAW_LIMITS.fewest) return []
    const { from, to } = longestTie(people.map(({ priority }) => priority))
    return [
      {
        driver: { id, label: window.gathered.definitions.get(id)!.label },
        people: people.map(({ id: personId, priority }, index) => ({
          ...agentLabel(window.gathered, personId),
          priority,
          isTied: index >= from && index < to,
        })),
      },
    ]
  })
  const tied = ({ people }: Tie) => people.filter(({ isTied }) => isTied).length
  return ties.toSorted((a, b) => tied(b) - tied(a) || a.driver.label.localeCompare(b.driver.label))
}
