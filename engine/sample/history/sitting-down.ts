import type { Commitment } from '../../../shared/contract/session.ts'
import {
  acknowledge,
  addCommitment,
  closeCommitment,
  finishSession,
  prepareSession,
  sessionPageOf,
  startSession,
  writeSession,
  type RankedWindow,
  type SessionWorld,
} from '../../coaching/index.ts'
import { writing, type EngineContext } from '../../context.ts'
import { inTransaction, type WritableDatabase } from '../../store/index.ts'
import { addDays, dayOf } from '../days.ts'

const DAY_MS = 86_400_000
const PREPARED_BEFORE_MS = 3 * 3_600_000

/** One commitment of a session, and what became of it. */
export interface Agreement {
  behaviour: string
  seenBy: string
  dueInDays: number
  closed?: { afterDays: number; state: Commitment['state']; note: string }
}

/** A session as its coach would tell of it. */
export interface ToldSession {
  people: readonly number[]
  coach: string
  driverId: string | null
  idea?: string
  at: number
  /** When it was prepared: on the morning of the session unless told otherwise. */
  preparedAt?: number
  /** Absent for one that is still to come. */
  held?: {
    minutes: number
    /** Whether what went well was talked about. */
    isPraised: boolean
    sharedNotes: string
    privateNotes?: string
    agreements: readonly Agreement[]
    acknowledged?: { agrees: boolean; comment: string }
  }
}

/**
 * Prepares sessions from the ranking of `window`, and holds those that were held, through the calls of the page and each at its time. What
 * came of them is for the workspace to work out.
 */
export async function sitDown(
  context: EngineContext,
  window: RankedWindow,
  sessions: readonly ToldSession[],
): Promise<void> {
  const { directory, definitions } = window.gathered
  await writing(context, (database) =>
    inTransaction(database, () => {
      for (const told of sessions) {
        const world: SessionWorld = { directory, definitions, today: dayNumberOf(told.at) }
        sitDownOnce(database, window, told, world)
      }
    }),
  )
}

const dayNumberOf = (instant: number) => Math.floor(instant / DAY_MS)

function sitDownOnce(
  database: WritableDatabase,
  window: RankedWindow,
  { people, coach, driverId, idea = '', at, preparedAt = at - PREPARED_BEFORE_MS, held }: ToldSession,
  world: SessionWorld,
): void {
  const wish = { agentIds: people, driverId, idea, plannedAt: at }
  const { id } = prepareSession(database, window, wish, { coach, now: preparedAt, today: world.today })
  if (!held) return
  const endedAt = at + held.minutes * 60_000
  startSession(database, id, { now: at, today: world.today }, world.directory)
  const { agenda, questions } = sessionPageOf(database, id, world)
  writeSession(
    database,
    {
      id,
      agenda: agenda.map((item) => ({ ...item, isDone: item.kind !== 'strength' || held.isPraised })),
      questions: questions.map((question, place) => ({ ...question, isAsked: place < 2 })),
      sharedNotes: held.sharedNotes,
      privateNotes: held.privateNotes ?? '',
    },
    endedAt,
  )
  for (const agentId of people) {
    for (const { behaviour, seenBy, dueInDays, closed } of held.agreements) {
      const agreed = { id, agentId, behaviour, seenBy, dueOn: addDays(dayOf(at), dueInDays) }
      const commitmentId = addCommitment(database, agreed, endedAt)
      if (closed)
        closeCommitment(
          database,
          { commitmentId, state: closed.state, note: closed.note },
          endedAt + closed.afterDays * DAY_MS,
        )
    }
    if (held.acknowledged)
      acknowledge(database, {
        id,
        agentId,
        given: { ...held.acknowledged, at: endedAt, how: 'in-session' },
      })
  }
  finishSession(database, id, { heldAt: undefined, now: endedAt, dayOf: dayNumberOf }, world.directory)
}
