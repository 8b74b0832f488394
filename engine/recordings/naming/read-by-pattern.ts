import { t } from '#speech'
import { listed } from '../../../shared/speech/lists.ts'
import type { CaughtName } from './caught-name.ts'
import type { CompiledPattern } from './compile-pattern.ts'
import { matchPattern, type CaughtPart, type Matched } from './match-pattern.ts'
import { directionOf, type NamePart } from './name-parts.ts'
import { datesAt, type WrittenDate } from './written-dates.ts'
import { momentsAt, timesAt, type WrittenMoment } from './written-moments.ts'

/** Holds a path against a pattern and reads its parts; parts that could be cut in several ways are left open and said so. */
export function readByPattern(
  pattern: CompiledPattern,
  path: string,
): { matched: Matched; caught: CaughtName | null } {
  const matched = matchPattern(pattern, path)
  if (!matched.fits) return { matched, caught: null }
  const { parts } = matched
  const text = (part: NamePart): string | null => {
    const caught = parts.get(part)
    return caught?.isSure ? caught.text.trim() || null : null
  }
  const channel = text('channel')
  const direction = text('direction')
  const unsure = [...parts].filter(([, { isSure }]) => !isSure).map(([part]) => `{${part}}`)
  const caught: CaughtName = {
    facts: {
      agent: text('agent'),
      contactRef: text('contact'),
      customerRef: text('customer'),
      queue: text('queue'),
      reason: text('reason'),
      title: text('title'),
      direction: direction === null ? null : directionOf(direction),
      agentChannel: channel === null ? null : /left$/i.test(channel) ? 0 : 1,
      languageCode: text('language')?.toLowerCase().replace('_', '-') ?? null,
    },
    moment: momentOf(parts),
    warnings:
      unsure.length === 0
        ? []
        : [t`The pattern fits its name in more than one way, so ${{ parts: listed(unsure) }} stayed open.`],
  }
  return { matched, caught }
}

function momentOf(parts: ReadonlyMap<NamePart, CaughtPart>): WrittenMoment | null {
  const both = parts.get('datetime')
  if (both) {
    const moment = momentsAt(both.text, 0).find(
      ({ end, value }) =>
        end === both.text.length &&
        (both.order === null || ('date' in value && value.date.orders.includes(both.order))),
    )?.value
    return moment && 'date' in moment ? { ...moment, date: inOrder(moment.date, both) } : (moment ?? null)
  }
  const date = parts.get('date')
  if (!date) return null
  const written = datesAt(date.text, 0).find(
    ({ end, value }) =>
      end === date.text.length && (date.order === null || value.orders.includes(date.order)),
  )
  if (!written) return null
  const time = parts.get('time')
  const clock = time && timesAt(time.text, 0).find(({ end }) => end === time.text.length)
  return { date: inOrder(written.value, date), time: clock?.value ?? null }
}

/** A date whose order the pattern says has no other. */
function inOrder(date: WrittenDate, { order }: CaughtPart): WrittenDate {
  return order === null ? date : { ...date, orders: [order] }
}
