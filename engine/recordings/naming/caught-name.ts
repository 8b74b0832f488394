import { t } from '#speech'
import { decideDateOrders } from './date-order.ts'
import { nothingKnown, type RecordingFacts } from './recording-facts.ts'
import { dayOf, type WrittenDate } from './written-dates.ts'
import { instantOf, type WrittenMoment } from './written-moments.ts'

/** What one name gave, its moment not yet read: the order of dates is decided over the whole batch. */
export interface CaughtName {
  facts: Partial<Omit<RecordingFacts, 'startedAtMs' | 'basis' | 'warnings'>>
  moment: WrittenMoment | null
  warnings: string[]
}

/** The facts of a batch of names (null: nothing caught), dates read in the order that is decided over all of them. */
export function factsOfCaught(
  caught: readonly (CaughtName | null)[],
  basis: 'pattern' | 'name',
  timeZone: string,
): RecordingFacts[] {
  const orderOf = decideDateOrders(caught.flatMap((one) => dateIn(one?.moment) ?? []))
  return caught.map((one) => {
    if (!one) return { ...nothingKnown, warnings: [] }
    const { startedAtMs, warnings } = readMoment(one.moment, orderOf, timeZone)
    const isNothing = startedAtMs === null && Object.values(one.facts).every((fact) => fact === null)
    return {
      ...nothingKnown,
      ...one.facts,
      startedAtMs,
      basis: isNothing && basis === 'name' ? 'none' : basis,
      warnings: [...one.warnings, ...warnings],
    }
  })
}

function readMoment(
  moment: WrittenMoment | null,
  orderOf: ReturnType<typeof decideDateOrders>,
  timeZone: string,
): { startedAtMs: number | null; warnings: string[] } {
  if (moment === null) return { startedAtMs: null, warnings: [] }
  if ('instantMs' in moment) return { startedAtMs: moment.instantMs, warnings: [] }
  const order = orderOf(moment.date)
  if (order === null || dayOf(moment.date, order) === null) {
    const warning = t`The date in its name can be read day first and month first, so it is left open; write ${{ dmy: '{date:dmy}' }} or ${{ mdy: '{date:mdy}' }} in the pattern.`
    return { startedAtMs: null, warnings: [warning] }
  }
  const warnings = moment.time ? [] : [t`Its name says the day, but no time of day.`]
  return { startedAtMs: instantOf(moment, order, timeZone), warnings }
}

function dateIn(moment: WrittenMoment | null | undefined): WrittenDate | null {
  return moment && 'date' in moment ? moment.date : null
}
