import { t } from '#speech'
import { dayNumber, isoDay } from '../../../shared/domain/time.ts'
import { Problem } from '../../problem.ts'
import { hasHiddenDays, isPersonSeen, isThere } from './records.store.ts'
import type { Sight } from './sight.ts'

/** Fewer people than these are no group: a figure of them is one of people (the aggregate export draws the same line). */
const LEAST_IN_A_GROUP = 5
const DAY_MS = 86_400_000
/** What was said stays as it was said, at the places that were counted. */
const SAID = new Set(['text', 'quote', 'firstWords', 'base64'])

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const field = (value: Fields, ...names: string[]): unknown =>
  names.reduce<unknown>((here, name) => (isFields(here) ? here[name] : undefined), value)

/**
 * What a call gives, as somebody may see it: without what belongs to others, and with their names veiled wherever a text has them. Lists lose what is
 * another's; the shape stays what the contract says.
 */
export function fence(call: string, output: unknown, sight: Sight): unknown {
  const window = isFields(output) && isFields(output['window']) ? daysOf(output['window']) : null
  return seenOf(special(call, output, sight), { sight, window, call })
}

interface Fencing {
  sight: Sight
  call: string
  window: { from: number; to: number } | null
}

function seenOf(value: unknown, fencing: Fencing, key = ''): unknown {
  if (typeof value === 'string')
    return SAID.has(key) && !isNote(fencing.call) ? value : fencing.sight.veil(value)
  if (Array.isArray(value))
    return value
      .filter((one) => !isFields(one) || isSeen(one, fencing))
      .map((one) => seenOf(one, fencing, key))
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, seenOf(inner, fencing, name)]),
  )
}

/** Texts that people wrote about things, and that nobody said in a conversation. */
const isNote = (call: string) => call.startsWith('systemic.') || call.startsWith('calibration.export')

/** Whether an element of a list is of somebody, of a contact or of a team that is seen. */
function isSeen(one: Fields, { sight, window, call }: Fencing): boolean {
  const personId = field(one, 'agent', 'id') ?? one['agentId'] ?? one['personId']
  const contact = one['interactionId'] ?? field(one, 'evidence', 'interactionId')
  const group = isFields(one['group']) ? one['group'] : one
  if (sight.isOfGroups) {
    if (typeof personId === 'number' || typeof contact === 'number') return false
    const agents = one['agents']
    return !(
      typeof agents === 'number' &&
      agents > 0 &&
      agents < LEAST_IN_A_GROUP &&
      (isFields(one['group']) || 'key' in one || 'name' in one)
    )
  }
  if (!sight.isScoped) return true
  if (typeof personId === 'number' && !isThere(sight.read, 'person', personId)) return false
  // a ranked figure rests on all days of its window
  if (
    typeof personId === 'number' &&
    window &&
    isOfWindow(call) &&
    hasHiddenDays(sight.read, personId, window.from, window.to)
  )
    return false
  if (typeof contact === 'number' && !isThere(sight.read, 'contact', contact)) return false
  const teamId =
    field(one, 'team', 'id') ??
    (group['kind'] === 'team' && group['key'] !== '' ? Number(group['key']) : undefined)
  return !(typeof teamId === 'number' && !isThere(sight.read, 'team', teamId))
}

const isOfWindow = (call: string) => /^(coaching|patterns)\./.test(call)

function daysOf(window: Fields): { from: number; to: number } | null {
  const [from, to] = [isoDay.safeParse(window['from']), isoDay.safeParse(window['to'])]
  return from.success && to.success ? { from: dayNumber(from.data), to: dayNumber(to.data) } : null
}

/** What one call gives in a way of its own. */
function special(call: string, output: unknown, sight: Sight): unknown {
  if (call.startsWith('jobs.')) return withoutLabels(output)
  if (call === 'health.report' && sight.isOfGroups && isFields(output)) return withoutPeople(output)
  if (call === 'sessions.programme' && sight.isOfGroups && isFields(output)) return { ...output, byCoach: [] }
  if (call === 'patterns.levels' && sight.isScoped && isFields(output)) return ownLevels(output, sight)
  if (call === 'coaching.agent' && sight.isScoped && isFields(output)) return onSeenDays(output, sight)
  return output
}

/** Labels and steps of jobs name files and whoever they are about. */
export function withoutLabels(output: unknown): unknown {
  if (Array.isArray(output)) return output.map(withoutLabels)
  if (!isFields(output)) return output
  if (isFields(output['job'])) return { ...output, job: withoutLabels(output['job']) }
  if (!('progress' in output)) return output
  return {
    ...output,
    label: t`Work in the background`,
    step: '',
    error: output['error'] === null ? null : t`It did not come to an end.`,
  }
}

function withoutPeople(report: Fields): Fields {
  const findings = (Array.isArray(report['findings']) ? report['findings'] : []).filter(
    (one) => isFields(one) && Array.isArray(one['agentIds']) && one['agentIds'].length === 0,
  )
  return { ...report, findings, evaluations: { ...(report['evaluations'] as Fields), each: [] } }
}

/** Levels are keyed by their source. */
function ownLevels(output: Fields, sight: Sight): Fields {
  const source = output['source']
  if (source !== 'team' && source !== 'agent') return output
  const kind = source === 'team' ? 'team' : 'person'
  const levels = (Array.isArray(output['levels']) ? output['levels'] : []).filter(
    (one) => isFields(one) && one['key'] !== '' && isThere(sight.read, kind, Number(one['key'])),
  )
  return { ...output, levels }
}

/** The page of one agent: only over days that are seen all, and without the window before where that was another team's. */
function onSeenDays(page: Fields, sight: Sight): Fields {
  const personId = field(page, 'agent', 'id')
  const window = isFields(page['window']) ? daysOf(page['window']) : null
  if (typeof personId !== 'number' || window === null)
    throw new Problem('NOT_FOUND', t`That is no longer there, or it is not of your teams.`)
  const isHidden = (from: number, to: number) => hasHiddenDays(sight.read, personId, from, to)
  if (isHidden(window.from, window.to))
    throw new Problem(
      'CONFLICT',
      t`Some of these days are from another team: choose days on which this agent was in yours.`,
    )
  const isBeforeHidden = isHidden(2 * window.from - window.to - 1, window.from - 1)
  const trim = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((one) => !isHiddenWeek(one)).map(trim)
    if (!isFields(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isHiddenInstant = name === 'coachedAt' && typeof inner === 'number' && isHiddenAt(inner)
        return [name, (name === 'previous' && isBeforeHidden) || isHiddenInstant ? null : trim(inner)]
      }),
    )
  }
  const isHiddenAt = (at: number) => !isPersonSeen(sight.read, personId, Math.floor(at / DAY_MS))
  const isHiddenWeek = (one: unknown) => {
    const start = isFields(one) ? isoDay.safeParse(one['weekStart']) : null
    return start?.success === true && isHidden(dayNumber(start.data), dayNumber(start.data) + 6)
  }
  const seen = trim(page) as Fields
  const told = (name: string) =>
    (Array.isArray(seen[name]) ? seen[name] : []).filter(
      (one) => isFields(one) && typeof one['at'] === 'number' && !isHiddenAt(one['at']),
    )
  return { ...seen, coached: told('coached'), requestedEvaluations: told('requestedEvaluations') }
}
