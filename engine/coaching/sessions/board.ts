import type {
  CoachingWeek,
  SessionBalance,
  SessionBoard,
  UnseenAgent,
} from '../../../shared/contract/coaching-board.ts'
import type { Commitment, SessionListItem } from '../../../shared/contract/session.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { agentLabel, teamIdOf, type RankedWindow } from '../ranking.ts'
import { teamListOf } from '../team-list.ts'
import { mondayOf, weekOfDay } from '../weeks.ts'
import { commitmentView } from './commitments.ts'
import { readCommitments } from './commitments.store.ts'
import { nextDates } from './next-dates.ts'
import { sessionItems, type SessionWorld } from './views.ts'

/** Somebody not seen for this long surfaces. */
const UNSEEN_DAYS = 28
const BALANCE_DAYS = 56
const MOST_SUGGESTED = 500
/** Who was seen so lately is not suggested again. */
const JUST_SEEN_DAYS = 14

/** Sessions and commitments of some teams' people; of all where no team is named. */
interface Kept {
  sessions: SessionListItem[]
  commitments: Commitment[]
  isMine: (personId: number) => boolean
}

function keptOf(
  database: ReadableDatabase,
  window: RankedWindow,
  world: SessionWorld,
  teamIds: readonly number[] | undefined,
): Kept {
  const isMine = (personId: number) => {
    if (teamIds === undefined) return true
    const teamId = teamIdOf(window.gathered, personId)
    return teamId !== null && teamIds.includes(teamId)
  }
  const commitments = readCommitments(database)
    .map((row) => commitmentView(row, world.directory, world.definitions, world.today))
    .filter(({ agent }) => isMine(agent.id))
  const sessions = sessionItems(database, world, commitments).filter(({ people }) =>
    people.some(({ id }) => isMine(id)),
  )
  return { sessions, commitments, isMine }
}

/** Everything that was planned, held and agreed, who has not been seen, and whether praise and correction are in balance. */
export function boardOf(
  database: ReadableDatabase,
  window: RankedWindow,
  world: SessionWorld,
  dayOf: (instantMs: number) => number,
  teamIds: readonly number[] | undefined,
): SessionBoard {
  const { sessions, commitments, isMine } = keptOf(database, window, world, teamIds)
  return {
    sessions: sessions.toSorted(inOrder),
    next: nextDates(sessions, world.today, dayOf),
    commitments,
    unseen: unseenOf(window, world, dayOf, isMine),
    balance: balanceOf(sessions, world.today, dayOf),
  }
}

const isToCome = ({ state }: SessionListItem) => state === 'prepared' || state === 'running'

/** What comes soonest before what comes later and what has no date; then what was, the latest first. */
function inOrder(a: SessionListItem, b: SessionListItem): number {
  if (isToCome(a) !== isToCome(b)) return isToCome(a) ? -1 : 1
  if (!isToCome(a)) return (b.heldAt ?? b.plannedAt ?? 0) - (a.heldAt ?? a.plannedAt ?? 0)
  if (a.plannedAt === b.plannedAt) return 0
  return (a.plannedAt ?? Infinity) - (b.plannedAt ?? Infinity)
}

/** When somebody was last coached, by a session or a mark; null for never. */
function lastSeen({ gathered }: RankedWindow, personId: number): number | null {
  return gathered.coachings.find((one) => one.personId === personId && one.at !== null)?.at ?? null
}

/** Who has not been seen for four weeks or never, the longest first; by name where nobody is ranked. */
function unseenOf(
  window: RankedWindow,
  world: SessionWorld,
  dayOf: (instantMs: number) => number,
  isMine: (personId: number) => boolean,
): UnseenAgent[] {
  return window.gathered.active
    .filter(({ id }) => isMine(id))
    .map(({ id }) => {
      const at = lastSeen(window, id)
      const daysSince = at === null ? null : world.today - dayOf(at)
      const { name, team } = agentLabel(window.gathered, id)
      return { id, name, team, lastHeldAt: at, daysSince }
    })
    .filter(({ daysSince }) => daysSince === null || daysSince >= UNSEEN_DAYS)
    .toSorted(
      (a, b) =>
        (window.isRanked ? (b.daysSince ?? Infinity) - (a.daysSince ?? Infinity) : 0) ||
        a.name.localeCompare(b.name),
    )
}

function balanceOf(
  sessions: readonly SessionListItem[],
  today: number,
  dayOf: (instantMs: number) => number,
): SessionBalance {
  const held = sessions.filter(({ heldAt }) => heldAt !== null && today - dayOf(heldAt) < BALANCE_DAYS)
  const withStrength = held.filter(({ hasStrength }) => hasStrength).length
  return {
    days: BALANCE_DAYS,
    sessions: held.length,
    withStrength,
    correctionOnly: held.length - withStrength,
  }
}

/** The critical question somebody failed, which comes before anything else; null where none did or the export does not say which. */
function failedQuestion({ assessment, gathered }: RankedWindow, personId: number): string | null {
  const failed = assessment.agents.find(({ agentId }) => agentId === String(personId))?.mustAddress[0]
  return failed && gathered.definitions.has(failed.driverId) ? failed.driverId : null
}

/** One week on one screen: who, what, prepared or not; what is due; and who should be seen though nothing is planned. */
export function weekOf(
  database: ReadableDatabase,
  window: RankedWindow,
  world: SessionWorld,
  dayOf: (instantMs: number) => number,
  asked: { day: number; teamIds: readonly number[] | undefined },
): CoachingWeek {
  const { sessions, commitments } = keptOf(database, window, world, asked.teamIds)
  const from = mondayOf(weekOfDay(asked.day))
  const to = from + 6
  const dayOfSession = ({ heldAt, plannedAt }: SessionListItem) => {
    const at = heldAt ?? plannedAt
    return at === null ? null : dayOf(at)
  }
  const standing = sessions.filter(({ state }) => state !== 'cancelled')
  const coming = standing.filter(({ state }) => state !== 'held')
  const next = nextDates(sessions, world.today, dayOf)
  const inHand = new Set([...coming, ...next].flatMap(({ people }) => people.map(({ id }) => id)))
  return {
    from: dayOfNumber(from),
    to: dayOfNumber(to),
    isRanked: window.isRanked,
    today: dayOfNumber(world.today),
    days: Array.from({ length: 7 }, (_, index) => ({
      day: dayOfNumber(from + index),
      sessions: standing
        .filter((session) => dayOfSession(session) === from + index)
        .toSorted((a, b) => (a.heldAt ?? a.plannedAt!) - (b.heldAt ?? b.plannedAt!)),
      next: next.filter(({ at }) => dayOf(at) === from + index),
    })),
    undated: coming.filter(({ plannedAt }) => plannedAt === null),
    commitments: commitments.filter(
      ({ state, dueOn }) => state === 'open' && dueOn !== null && dueOn <= dayOfNumber(to),
    ),
    suggested: teamListOf(window, asked.teamIds, world.today)
      .items.filter(({ agent, state, lastCoachedAt }) => {
        const isRested = lastCoachedAt === null || world.today - dayOf(lastCoachedAt) >= JUST_SEEN_DAYS
        return (state === 'must-address' || state === 'act') && !inHand.has(agent.id) && isRested
      })
      .slice(0, MOST_SUGGESTED)
      .map(({ agent, reason, topDriver, lastCoachedAt }) => ({
        agent,
        reason,
        driverId: failedQuestion(window, agent.id) ?? topDriver,
        lastHeldAt: lastCoachedAt,
      })),
  }
}
