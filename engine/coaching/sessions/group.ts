import { t } from '#speech'
import { SESSION_LIMITS, type SessionMoment } from '../../../shared/contract/session.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { agentLabel, type RankedWindow } from '../ranking.ts'
import { readCommitments } from './commitments.store.ts'
import { keepMoments } from './moments.ts'
import { mustOwnSession, mustSession } from './must.ts'
import { isCalledAsPrepared, titleOf, toRow } from './prepare.ts'
import { deletePerson, insertPerson, readSessionPeople, updateSession } from './sessions.store.ts'
import { suggestMoments, suggestPerson } from './suggest.ts'

const MOST_ALIKE = 12

/** Somebody with the same gap. */
export interface Alike {
  agent: { id: number; name: string; team: string | null }
  value: number
  probabilityOfGap: number
  unit: MetricDefinition['unit']
  scale: MetricDefinition['scale']
}

/** People with the gap a session is about who do not take part in it, the surest first. Empty where it is about no driver. */
export function alikeOf(database: ReadableDatabase, window: RankedWindow, sessionId: number): Alike[] {
  const { driverId } = mustSession(database, sessionId)
  const definition = driverId === null ? undefined : window.gathered.definitions.get(driverId)
  if (!definition) return []
  const inIt = new Set(readSessionPeople(database, sessionId).map(({ personId }) => personId))
  return window.assessment.agents
    .flatMap(({ agentId, drivers }) => {
      const own = drivers.find((driver) => driver.driverId === driverId)
      const hasGap = own?.status === 'proposed' || own?.status === 'systemic'
      if (!own || !hasGap || inIt.has(Number(agentId))) return []
      return {
        agent: agentLabel(window.gathered, Number(agentId)),
        value: own.posterior.mean,
        probabilityOfGap: own.probabilityOfGap,
        unit: definition.unit,
        scale: definition.scale,
      }
    })
    .toSorted((a, b) => b.probabilityOfGap - a.probabilityOfGap)
    .slice(0, MOST_ALIKE)
}

/** Says who takes part in a session that is still to come. Who has agreed on something in it stays; `CONFLICT` once it runs. */
export function setPeople(
  database: WritableDatabase,
  window: RankedWindow,
  sessionId: number,
  agentIds: readonly number[],
  now: number,
): void {
  const session = mustOwnSession(database, sessionId)
  if (session.state !== 'prepared')
    throw new Problem('CONFLICT', t`Who takes part can be changed until the session starts.`)
  const { directory, definitions } = window.gathered
  if (!agentIds.every((id) => directory.people.has(id)))
    throw new Problem('NOT_FOUND', t`One of these people is no longer there; go back to the team.`)
  const before = readSessionPeople(database, sessionId)
  const there = new Set(before.map(({ personId }) => personId))
  const wanted = new Set(agentIds)
  const agreed = new Set(
    readCommitments(database)
      .filter((one) => one.sessionId === sessionId)
      .map(({ notedId }) => notedId),
  )
  const leaving = before.filter(({ personId }) => personId === null || !wanted.has(personId))
  const bound = leaving.find(({ notedId }) => agreed.has(notedId))
  if (bound)
    throw new Problem(
      'CONFLICT',
      t`${{ name: bound.name }} has agreed on something in this session; remove that first.`,
    )
  for (const { notedId } of leaving) deletePerson(database, sessionId, notedId)
  const coming = [...wanted]
    .filter((id) => !there.has(id))
    .map((id) => suggestPerson(database, window, id, session.driverId))
  for (const person of coming) insertPerson(database, sessionId, toRow(person))

  // by every number a moment may name them
  const gone = new Set<number | null>(
    leaving
      .flatMap(({ notedId, personId }) => personId ?? notedId)
      .concat(leaving.map(({ notedId }) => notedId)),
  )
  const kept = (JSON.parse(session.moments) as SessionMoment[]).filter(({ agentId }) => !gone.has(agentId))
  const added = coming.flatMap((person) =>
    suggestMoments(database, window, [person], session.driverId).slice(0, 1),
  )
  const driver = session.driverId === null ? undefined : definitions.get(session.driverId)
  const label = driver?.label ?? session.focusLabel
  const isUntouched = isCalledAsPrepared(session.title, driver, session.focusLabel, before)
  updateSession(database, sessionId, {
    moments: keepMoments(database, [...kept, ...added].slice(0, SESSION_LIMITS.moments), session.moments),
    ...(isUntouched ? { title: titleOf(label, readSessionPeople(database, sessionId)) } : {}),
    updatedAt: now,
  })
}
