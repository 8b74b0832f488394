import type {
  ConversationGroup,
  PatternConversation,
  PatternDriver,
} from '../../../shared/contract/group-patterns.ts'
import { dayNumber, dayOfNumber, type DayRange } from '../../../shared/domain/time.ts'
import type { GroupedWindow } from '../../coaching/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { countBehind, hasConversations, readBehind } from './behind.store.ts'
import { mustDriver, patternDriver } from './window.ts'

/** What stands behind a figure, a page of it, worst first. */
export interface Behind {
  total: number
  rows: PatternConversation[]
  driver: PatternDriver
  window: DayRange
  missing: string | null
}

/** The conversations or evaluations of a group behind a driver's figure. A team's are those of whoever is in it at the window's end. */
export function behindFigure(
  database: ReadableDatabase,
  { scene, agents }: GroupedWindow,
  asked: { driverId: string; group: ConversationGroup; offset: number; limit: number },
): Behind {
  const definition = mustDriver(scene.definitions, asked.driverId)
  const { group } = asked
  const week = group.kind === 'week' ? dayNumber(group.key) : null
  const { from, to } = week === null ? scene.window : { from: week, to: week + 6 }
  const rest = { driver: patternDriver(definition), window: { from: dayOfNumber(from), to: dayOfNumber(to) } }
  if (!hasConversations(asked.driverId))
    return {
      total: 0,
      rows: [],
      ...rest,
      missing: 'Attendance is read from shifts, which have no conversations.',
    }
  const scope = {
    driverId: asked.driverId,
    from,
    to,
    personIds:
      group.kind === 'agent'
        ? [Number(group.key)]
        : group.kind === 'team'
          ? [...agents].filter(([, { teamId }]) => teamId === group.key).map(([id]) => Number(id))
          : null,
    queue: group.kind === 'queue' ? group.key : null,
    reviewer: group.kind === 'reviewer' ? group.key : null,
  }
  const { polarity } = definition
  const worst =
    polarity.direction === 'band' ? polarity : polarity.direction === 'lower' ? 'highest' : 'lowest'
  const rows = readBehind(database, scope, worst, asked).map(
    ({ personId, day, ...row }): PatternConversation => {
      const teamId = personId === null ? null : scene.directory.teamAt(personId, day)
      return {
        ...row,
        agent:
          personId === null
            ? null
            : { id: personId, name: scene.directory.people.get(personId)?.name ?? `Agent ${personId}` },
        team: teamId === null ? null : (scene.directory.teams.get(teamId)?.name ?? null),
      }
    },
  )
  return { total: countBehind(database, scope), rows, ...rest, missing: null }
}
