import { t } from '#speech'
import type { MySession } from '../shared/contract/profiles.ts'
import {
  acknowledge,
  commitmentView,
  packetOf,
  packetSecret,
  readCommitments,
  sessionItems,
  sessionPageOf,
  soundsOf,
  type SessionWorld,
} from './coaching/index.ts'
import { wholeOf, type EngineContext } from './context.ts'
import { dayFinder } from './days.ts'
import { readCatalogue } from './metrics/index.ts'
import { readDirectory } from './people/index.ts'
import { Problem } from './problem.ts'
import { writingNotes, writingQuietly } from './quiet-writing.ts'
import { readPreferences } from './workspace/index.ts'

function worldOf(context: EngineContext): SessionWorld {
  const read = wholeOf(context)
  return {
    directory: readDirectory(read),
    definitions: new Map(readCatalogue(read).map((one) => [one.id, one])),
    today: dayFinder(readPreferences(read).timeZone)(context.now()),
  }
}

/**
 * Sessions one person took part in or will, the latest first, without anything of others and without the coach's own notes. What a coach has only
 * prepared, and set no date for, is the coach's yet.
 */
export function sessionsOfPerson(context: EngineContext, personId: number): MySession[] {
  const read = wholeOf(context)
  const world = worldOf(context)
  const commitments = readCommitments(read)
    .map((row) => commitmentView(row, world.directory, world.definitions, world.today))
    .filter(({ agent }) => agent.id === personId)
  return sessionItems(read, world, [])
    .filter(({ people }) => people.some(({ id }) => id === personId))
    .filter(
      ({ state, plannedAt }) =>
        state === 'held' || state === 'running' || (state === 'prepared' && plannedAt !== null),
    )
    .toSorted((a, b) => (b.heldAt ?? b.plannedAt ?? 0) - (a.heldAt ?? a.plannedAt ?? 0))
    .map(({ id, heldAt, plannedAt, coach, focus }) => ({
      id,
      // as on its page: a title names who takes part, or is the coach's own
      title: focus.label,
      heldAt,
      plannedAt,
      coach,
      commitments: commitments
        .filter(({ sessionId }) => sessionId === id)
        .map(({ id: commitmentId, behaviour, seenBy, dueOn, state, isOverdue }) => ({
          id: commitmentId,
          behaviour,
          seenBy,
          dueOn,
          state,
          isOverdue,
        })),
      acknowledgement:
        sessionPageOf(read, id, world).people.find((person) => person.id === personId)?.acknowledgement ??
        null,
    }))
}

/** The page of a session one person took part in; `NOT_FOUND` for every other. */
function mustBeTheirs(context: EngineContext, id: number, personId: number) {
  if (!sessionsOfPerson(context, personId).some((session) => session.id === id))
    throw new Problem('NOT_FOUND', t`That session is no longer there.`)
  return sessionPageOf(wholeOf(context), id, worldOf(context))
}

/** The packet of a session for one who took part in it. */
export async function packetFor(
  context: EngineContext,
  id: number,
  personId: number,
  signal: AbortSignal | undefined,
): Promise<{ fileName: string; mimeType: string; base64: string }> {
  const session = mustBeTheirs(context, id, personId)
  const signing = await writingQuietly(context, packetSecret)
  const sounds = await soundsOf({ ...context, read: wholeOf(context) }, session.moments, signal)
  const reader = {
    timeZone: readPreferences(wholeOf(context)).timeZone,
    paper: 'A4' as const,
    now: context.now(),
  }
  const html = packetOf(session, personId, reader, signing, sounds)
  return {
    fileName: `session-${id}.html`,
    mimeType: 'text/html',
    base64: Buffer.from(html).toString('base64'),
  }
}

/** What somebody says to a session they took part in. */
export async function sayToSession(
  context: EngineContext,
  id: number,
  personId: number,
  said: { agrees: boolean; comment: string },
): Promise<void> {
  if (mustBeTheirs(context, id, personId).state !== 'held')
    throw new Problem('CONFLICT', t`That session was not held yet: answer it afterwards.`)
  const given = { agrees: said.agrees, comment: said.comment, at: context.now(), how: 'file' as const }
  await writingNotes(context, 'sessions', (database) =>
    acknowledge(database, { id, agentId: personId, given }),
  )
}
