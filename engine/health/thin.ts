import { plural, t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import { spokenLocale } from '../../shared/speech/voice.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { thinDays, type ThinDay } from '../statistics/index.ts'
import { HORIZON_DAYS, subjects, sumOf, type Days, type Scene } from './scene.ts'
import { FALSE_ALARMS } from './stopped.ts'
import type { Found } from './words.ts'

/** Of all contacts, what a source must bring to be looked at by itself. */
const LEAST_SHARE = 0.1
/** Of a weekday's usual shifts, what tells that a day was worked. */
const WORKED_SHARE = 0.5

const weekdayName = (day: number) =>
  new Intl.DateTimeFormat(spokenLocale(), { weekday: 'long', timeZone: 'UTC' }).format(day * 86_400_000)

/** Days of the window with a third of their weekday's usual contacts or less, by source. */
export function findThinDays(scene: Scene): Found[] {
  const { total, bySource } = scene.days.contacts
  const all = sumOf(total)
  const large = [...bySource].filter(([, days]) => sumOf(days) >= all * LEAST_SHARE)
  const series: [number, Days][] = large.length > 1 ? large : [[0, total]]
  const level = FALSE_ALARMS / (series.length * scene.windowDays)
  return series.flatMap(([sourceId, days]) => {
    const last = days.findLastIndex((n) => n > 0)
    const thin = thinDays(days.slice(0, last + 1), scene.from, level).filter(
      ({ day, n }) => day > scene.to - scene.windowDays && wasWorked(scene, day, n),
    )
    return thin.length === 0 ? [] : [finding(scene, sourceId, thin)]
  })
}

/** Whether a quiet day was a working day: by its shifts where there are any, else by what else came of it. A closed day is no gap. */
function wasWorked(scene: Scene, day: number, n: number): boolean {
  const place = day - scene.from
  const goesOn = (days: Days) => {
    const usual = usualOf(days, place)
    return usual > 0 && days[place]! >= usual * WORKED_SHARE
  }
  const { shifts } = scene.days
  if (usualOf(shifts.total, place) > 0) return goesOn(shifts.total)
  return n > 0 || subjects.some((subject) => subject !== 'contacts' && goesOn(scene.days[subject].total))
}

/** The middle of the other days of this weekday. */
function usualOf(days: Days, place: number): number {
  const others: number[] = []
  for (let other = place % 7; other < HORIZON_DAYS; other += 7) if (other !== place) others.push(days[other]!)
  return others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0
}

function finding(scene: Scene, sourceId: number, thin: readonly ThinDay[]): Found {
  const newest = thin.at(-1)!
  const source = sourceId === 0 ? null : (scene.sourceNames.get(sourceId) ?? null)
  return {
    id: `thin-days:${sourceId}`,
    state: thin
      .map(({ day, n }) => `${day} ${n}`)
      .join(',')
      .slice(0, 200),
    kind: 'thin-days',
    severity: 'worth-knowing',
    subject: 'contacts',
    who: source,
    agentIds: [],
    teamIds: [],
    since: dayOfNumber(thin[0]!.day),
    count: thin.length,
    sentence: [
      thinDay(newest, source),
      ...(thin.length === 1
        ? []
        : [
            t`${plural({ days: thin.length - 1 }, { one: '# other day is', other: '# other days are' })} as thin.`,
          ]),
    ].join(' '),
    todo: t`Look at the contacts of that day`,
    link: { page: 'conversations', from: dayOfNumber(newest.day), to: dayOfNumber(newest.day) },
  }
}

function thinDay({ day: at, n, usual: expected }: ThinDay, source: string | null): string {
  const [day, weekday, usual] = [dayOfNumber(at), weekdayName(at), formatNumber(expected)]
  return source === null
    ? t`${plural({ contacts: n }, { one: '# contact', other: '# contacts' })} on ${{ day }}, where a ${{ weekday }} usually brings ${{ usual }}: perhaps a part of a file is missing.`
    : t`${plural({ contacts: n }, { one: '# contact', other: '# contacts' })} from ${{ source }} on ${{ day }}, where a ${{ weekday }} usually brings ${{ usual }}: perhaps a part of a file is missing.`
}
