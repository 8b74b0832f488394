import { msg, plural, say, t } from '#speech'
import type { Freshness } from '../../shared/contract/workspace.ts'
import { dayNumber } from '../../shared/domain/time.ts'
import { dayInWords } from '../documents/index.ts'
import type { PersonCounts } from './counts.store.ts'
import { listed } from '../../shared/speech/lists.ts'

/** A kind of data that ends so many days before the window does is late. */
const LATE_DAYS = 3
const MOST_NAMED = 8

/** Sentences about what a window does not know: silence is never good news. */
export function missingOf(
  freshness: readonly Freshness[],
  people: readonly { id: number; name: string }[],
  counts: ReadonlyMap<number, PersonCounts>,
  windowEnd: string,
): string[] {
  const late = freshness.flatMap(({ label, n, to }) => {
    if (n === 0) return [t`${{ label }}: none have been imported.`]
    const behind = to === null ? 0 : dayNumber(windowEnd) - dayNumber(to)
    return behind >= LATE_DAYS ? [t`${{ label }}: nothing after ${{ day: dayInWords(to!) }}.`] : []
  })
  const without = (kind: Missing) => {
    const names = people.filter(({ id }) => (counts.get(id)?.[kind] ?? 0) === 0).map(({ name }) => name)
    if (names.length === 0) return []
    if (names.length === people.length) return [say(noneForAnybody[kind])]
    const shown = names.slice(0, MOST_NAMED)
    const rest = names.length - shown.length
    return [noneFor(kind, listed(rest > 0 ? [...shown, othersInWords(rest)] : shown))]
  }
  return [...late, ...without('evaluations'), ...without('surveys'), ...without('shifts')]
}

type Missing = Exclude<keyof PersonCounts, 'transcripts'>

const noneForAnybody = {
  evaluations: msg`No evaluations for anybody in this period.`,
  surveys: msg`No surveys for anybody in this period.`,
  shifts: msg`No shift records for anybody in this period.`,
}

function noneFor(kind: Missing, names: string): string {
  switch (kind) {
    case 'evaluations':
      return t`No evaluations for ${{ names }}.`
    case 'surveys':
      return t`No surveys for ${{ names }}.`
    case 'shifts':
      return t`No shift records for ${{ names }}.`
  }
}

function othersInWords(others: number): string {
  return t`${plural({ others }, { one: '# other', other: '# others' })}`
}
