import { plural, t } from '#speech'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { labelToKeep, metricDefinition } from '../../metrics/index.ts'
import { Problem } from '../../problem.ts'
import { languages, speakingIn } from '../../speaking-in.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import type { RankedWindow } from '../ranking.ts'
import { commitmentView } from './commitments.ts'
import { readCommitments } from './commitments.store.ts'
import { keepMoments } from './moments.ts'
import { mustSession } from './must.ts'
import { insertSession, readSessionPeople, readSessions, updateSession } from './sessions.store.ts'
import { suggestAgenda, suggestMoments, suggestPerson, type SuggestedPerson } from './suggest.ts'
import { suggestTemplate } from './templates.ts'

const USUAL_MINUTES = 30

/** What a session is to be prepared of. */
export interface SessionWish {
  agentIds: readonly number[]
  driverId: string | null
  /** An idea of one's own, where there is no driver. */
  idea: string
  plannedAt: number | null
}

/** The session with just these people on just this that is still to come; null where there is none. */
function findPrepared(database: ReadableDatabase, wish: SessionWish): number | null {
  const people = Map.groupBy(readSessionPeople(database, null), ({ sessionId }) => sessionId)
  const wanted = new Set(wish.agentIds)
  const found = readSessions(database).find(({ id, state, driverId, focusLabel }) => {
    if (state !== 'prepared' && state !== 'running') return false
    if (driverId !== wish.driverId || (driverId === null && focusLabel !== wish.idea)) return false
    const theirs = (people.get(id) ?? []).map(({ personId }) => personId)
    return theirs.length === wanted.size && theirs.every((one) => one !== null && wanted.has(one))
  })
  return found?.id ?? null
}

/** What a session is called until somebody calls it otherwise. */
export function titleOf(label: string, people: readonly { name: string }[]): string {
  return people.length === 1
    ? `${label}, ${people[0]!.name}`
    : t`${{ label }}, ${plural({ people: people.length }, { one: '# person', other: '# people' })}`
}

/** Whether a session is still called what it was called when it was prepared, in whichever language that was. */
export function isCalledAsPrepared(
  title: string,
  driver: Pick<MetricDefinition, 'id' | 'label'> | undefined,
  idea: string,
  people: readonly { name: string }[],
): boolean {
  return languages.some((language) =>
    speakingIn(language, () => {
      const label = driver ? (metricDefinition(driver.id)?.label ?? driver.label) : idea
      return title === titleOf(label, people)
    }),
  )
}

/** Somebody as a session notes them. */
export function toRow({ personId, name, team, figure }: SuggestedPerson) {
  return { personId, name, team, figure: figure === null ? null : JSON.stringify(figure) }
}

/**
 * Makes a session with everything suggested that the ranking knows, or finds the one that is prepared already. `NOT_FOUND` for people or a driver that
 * are not there, `INVALID_INPUT` where it is about nothing.
 */
export function prepareSession(
  database: WritableDatabase,
  window: RankedWindow,
  wish: SessionWish,
  by: { coach: string; now: number; today: number },
): { id: number; isNew: boolean } {
  const { definitions, directory } = window.gathered
  const driver = wish.driverId === null ? undefined : definitions.get(wish.driverId)
  if (wish.driverId !== null && !driver)
    throw new Problem(
      'NOT_FOUND',
      t`What this session was to be about is no longer measured here; choose something else.`,
    )
  if (!driver && wish.idea === '')
    throw new Problem(
      'INVALID_INPUT',
      t`Say what the session is about: choose an action or write a few words.`,
    )
  const agentIds = [...new Set(wish.agentIds)]
  if (!agentIds.every((id) => directory.people.has(id)))
    throw new Problem('NOT_FOUND', t`One of these people is no longer there; go back to the team.`)
  const prepared = findPrepared(database, { ...wish, agentIds })
  if (prepared !== null) {
    // one without a date takes the date that was wished for
    if (wish.plannedAt !== null && mustSession(database, prepared).plannedAt === null)
      updateSession(database, prepared, { plannedAt: wish.plannedAt, updatedAt: by.now })
    return { id: prepared, isNew: false }
  }

  const people = agentIds.map((id) => suggestPerson(database, window, id, wish.driverId))
  const label = driver?.label ?? wish.idea
  const earlier = readCommitments(database)
    .filter(({ personId }) => personId !== null && agentIds.includes(personId))
    .map((row) => commitmentView(row, directory, definitions, by.today))
  const template = suggestTemplate(database, definitions, driver)
  const { from, to } = window.gathered.window
  const id = insertSession(
    database,
    {
      state: 'prepared',
      title: titleOf(label, people),
      coach: by.coach,
      driverId: wish.driverId,
      focusLabel: driver ? labelToKeep(driver) : label,
      windowFrom: from,
      windowTo: to,
      agenda: JSON.stringify(suggestAgenda(people, window, label, earlier)),
      questions: JSON.stringify(
        template.questions.map((text) => ({ text, from: 'template' as const, isAsked: false })),
      ),
      moments: keepMoments(database, suggestMoments(database, window, people, wish.driverId), '[]'),
      sharedNotes: '',
      privateNotes: '',
      templateId: template.id,
      plannedAt: wish.plannedAt,
      plannedMinutes: USUAL_MINUTES,
      startedAt: null,
      heldMs: 0,
      runningSince: null,
      heldAt: null,
      nextAt: null,
      draft: null,
      createdAt: by.now,
      updatedAt: by.now,
      removedAt: null,
    },
    people.map(toRow),
  )
  return { id, isNew: true }
}
