import { plural, t } from '#speech'
import type { HealthSubject } from '../../shared/contract/health.ts'
import { dayNumber, dayOfNumber } from '../../shared/domain/time.ts'
import type { Freshness } from '../../shared/contract/workspace.ts'
import { ordinaryWait, silenceAtEnd } from '../statistics/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readArrivals } from './counts.store.ts'
import { subjects, sumOf, type Scene } from './scene.ts'
import { dayBefore, noneOf, saysNothing, type Found } from './words.ts'

/** How often all silences of a level together may be called so by chance alone. */
export const FALSE_ALARMS = 0.01

/** The kinds of freshness by what they are called here. */
export const freshnessOf: Record<HealthSubject, Freshness['kind']> = {
  contacts: 'interactions',
  evaluations: 'evaluations',
  surveys: 'surveys',
  shifts: 'shifts',
  transcripts: 'transcripts',
}

export interface Stopped {
  found: Found[]
  /** What has fallen silent for everybody, with the first silent day. */
  silent: Map<HealthSubject, number>
}

/** Sources that bring no more of what they usually bring, kinds that fell silent long ago, and kinds that never came. */
export function findStopped(
  database: ReadableDatabase,
  scene: Scene,
  freshness: readonly Freshness[],
): Stopped {
  const level =
    FALSE_ALARMS /
    Math.max(
      1,
      subjects.reduce((n, one) => n + scene.days[one].bySource.size, 0),
    )
  const found: Found[] = []
  const silent = new Map<HealthSubject, number>()
  for (const subject of subjects) {
    const line = freshness.find(({ kind }) => kind === freshnessOf[subject])
    const { total, bySource } = scene.days[subject]
    const all = sumOf(total)
    if (all === 0) {
      if (line?.to && dayNumber(line.to) < scene.from) {
        silent.set(subject, dayNumber(line.to) + 1)
        found.push(longSilent(subject, dayNumber(line.to) + 1))
      } else if (line?.n === 0 && scene.active.length > 0) found.push(never(subject))
      continue
    }
    const isQuiet = [total, ...bySource.values()].some((days) => silenceAtEnd(days, scene.from, level))
    if (!isQuiet) continue
    const files = readArrivals(database, subject)
    const waitOf = (sourceId: number) => ordinaryWait(files.get(sourceId) ?? [])
    const longestWait = Math.max(0, ...[...bySource.keys()].map(waitOf))
    const whole = silenceAtEnd(total, scene.from, level, longestWait)
    if (whole) silent.set(subject, whole.since)
    for (const [sourceId, days] of bySource) {
      const silence = silenceAtEnd(days, scene.from, level, waitOf(sourceId))
      if (!silence) continue
      const name = scene.sourceNames.get(sourceId) ?? t`a source`
      const share = sumOf(days) / all
      found.push({
        id: `stopped:${subject}:${sourceId}`,
        state: dayOfNumber(silence.since),
        kind: 'stopped',
        severity: share >= 0.5 ? 'blocking' : 'worth-knowing',
        subject,
        who: name,
        agentIds: [],
        teamIds: [],
        since: dayOfNumber(silence.since),
        count: silence.days,
        sentence: silentSource(subject, name, silence),
        todo: t`Import newer exports of ${{ source: name }}`,
        link: { page: 'data', tab: 'import' },
      })
    }
  }
  return { found, silent }
}

function longSilent(subject: HealthSubject, since: number): Found {
  return {
    id: `stopped:${subject}`,
    state: dayOfNumber(since),
    kind: 'stopped',
    severity: 'blocking',
    subject,
    who: null,
    agentIds: [],
    teamIds: [],
    since: dayOfNumber(since),
    count: 0,
    sentence: t`${{ none: noneOf(subject) }} at all since ${{ since: dayBefore(since) }}; ${{ means: saysNothing(subject) }}.`,
    todo: t`Import newer exports`,
    link: { page: 'data', tab: 'import' },
  }
}

function never(subject: HealthSubject): Found {
  return {
    id: `never:${subject}`,
    state: 'never',
    kind: 'never',
    severity: 'note',
    subject,
    who: null,
    agentIds: [],
    teamIds: [],
    since: null,
    count: 0,
    sentence: t`${{ none: noneOf(subject) }} were ever brought in; ${{ means: saysNothing(subject) }}.`,
    todo: t`Import some`,
    link: { page: 'data', tab: 'import' },
  }
}

function silentSource(
  subject: HealthSubject,
  source: string,
  { since, days, expected }: { since: number; days: number; expected: number },
): string {
  const rows = Math.round(expected)
  return t`${{ none: noneOf(subject) }} from ${{ source }} since ${{ since: dayBefore(since) }}: ${plural({ days }, { one: '# day', other: '# days' })} in which about ${plural({ rows }, { one: '# row was', other: '# rows were' })} to be expected; ${{ means: saysNothing(subject) }}.`
}
