import { t } from '#speech'
import { dayNumber } from '../../../shared/domain/time.ts'
import { Problem } from '../../problem.ts'
import { hasHiddenDays, isThere, readSessionWindow, type RecordKind } from './records.store.ts'
import { scopeOf } from './scopes.ts'
import type { Sight } from './sight.ts'

/** Which record a field of an input names, whatever the call. */
const named: Readonly<Record<string, RecordKind>> = {
  agentId: 'person',
  agentIds: 'person',
  personId: 'person',
  personIds: 'person',
  fromIds: 'person',
  teamId: 'team',
  teamIds: 'team',
  interactionId: 'contact',
  interactionIds: 'contact',
  evaluationId: 'evaluation',
  recordingId: 'recording',
  recordingIds: 'recording',
  commitmentId: 'commitment',
}

/** What `id` and `ids` name in the calls of a domain. */
const own: Readonly<Record<string, RecordKind>> = {
  sessions: 'session',
  waitingLists: 'list',
  reviews: 'review',
  disputes: 'dispute',
  systemic: 'finding',
  coaching: 'mark',
}

/** Calls whose input must say whose: without it they are about everybody. */
const mustName: Readonly<Record<string, string>> = { 'reports.write': 'teamId' }

/** Throws where a call needs more than somebody sees: `NOT_ALLOWED` for what needs everybody, `NOT_FOUND` for records of others, as for those that are nowhere. */
export function guardInput(path: readonly string[], input: unknown, sight: Sight): void {
  if (!sight.isScoped) return
  const [domain = ''] = path
  const call = path.join('.')
  if (scopeOf(path) === 'whole')
    throw new Problem(
      'NOT_ALLOWED',
      t`That rests on the records of everybody, and you see those of your own teams. Nothing was changed.`,
    )
  const must = mustName[call]
  if (must !== undefined && (input as Record<string, unknown> | undefined)?.[must] === undefined)
    throw new Problem('NOT_ALLOWED', t`You see your own teams: choose one of them.`)
  if (call === 'reports.write' && (input as { kind?: unknown }).kind !== 'weekly')
    throw new Problem('NOT_ALLOWED', t`That report is about all teams, and you see your own.`)
  walk(input, domain, sight)
  guardDays(call, input, sight)
}

function walk(value: unknown, domain: string, sight: Sight): void {
  if (Array.isArray(value)) return value.forEach((one) => walk(one, domain, sight))
  if (value === null || typeof value !== 'object') return
  const group = value as { kind?: unknown; key?: unknown }
  if ((group.kind === 'team' || group.kind === 'agent') && typeof group.key === 'string' && group.key !== '')
    require(sight, group.kind === 'team' ? 'team' : 'person', Number(group.key))
  for (const [name, inner] of Object.entries(value)) {
    const kind = named[name] ?? (name === 'id' || name === 'ids' ? own[domain] : undefined)
    if (kind === undefined) walk(inner, domain, sight)
    else for (const id of [inner].flat()) if (typeof id === 'number') require(sight, kind, id)
  }
}

function require(sight: Sight, kind: RecordKind, id: number): void {
  if (!isThere(sight.read, kind, id)) throw notThere()
}

const notThere = () => new Problem('NOT_FOUND', t`That is no longer there, or it is not of your teams.`)

/** A session is prepared from figures and moments of some days: all of them must be days somebody sees. */
function guardDays(call: string, input: unknown, { read }: Sight): void {
  if (call !== 'sessions.setPeople' && call !== 'sessions.prepare') return
  const { agentIds, to, days, id } = input as { agentIds: number[]; to?: string; days?: number; id?: number }
  const session = id === undefined ? undefined : readSessionWindow(read, id)
  const last = session?.to ?? (to === undefined ? 1_000_000 : dayNumber(to))
  const first = session?.from ?? (to === undefined || days === undefined ? -1_000_000 : last - days + 1)
  for (const agentId of agentIds)
    if (hasHiddenDays(read, agentId, first, last))
      throw new Problem(
        'CONFLICT',
        t`Some of these days are from another team: choose days on which this agent was in yours.`,
      )
}
