import { t } from '#speech'
import { listed } from '../../../shared/speech/lists.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import { readScales } from '../reading.store.ts'

const plainly = (scales: readonly { low: number; high: number }[]) =>
  listed(scales.map(({ low, high }) => t`${{ low }} to ${{ high }}`))

/** What the two workspaces compute otherwise by choice, in sentences: here it is all computed as chosen here. */
export function comparePreferences(
  ours: ReadableDatabase,
  theirs: ReadableDatabase,
  exceptOf: number | null,
): string[] {
  const [here, there] = [readPreferences(ours), readPreferences(theirs)]
  const found: string[] = []
  if (here.fcrWindowDays !== there.fcrWindowDays)
    found.push(
      t`First contact resolution looks ${{ here: here.fcrWindowDays }} days ahead here and ${{ there: there.fcrWindowDays }} there; here it is computed with ${{ here: here.fcrWindowDays }} for everybody, so it is not the figure they see.`,
    )
  if (here.timeZone !== there.timeZone)
    found.push(
      t`Days are those of ${{ here: here.timeZone }} here and of ${{ there: there.timeZone }} there; here every contact counts on its day in ${{ here: here.timeZone }}.`,
    )
  if (here.outcomeMetricId !== there.outcomeMetricId)
    found.push(
      t`What counts as the outcome is ${{ here: here.outcomeMetricId }} here and ${{ there: there.outcomeMetricId }} there; here drivers are weighed on ${{ here: here.outcomeMetricId }}.`,
    )
  const [scalesHere, scalesThere] = [readScales(ours, exceptOf), readScales(theirs, null)]
  const isKnown = scalesThere.every(({ low, high }) =>
    scalesHere.some((one) => one.low === low && one.high === high),
  )
  if (scalesHere.length > 0 && scalesThere.length > 0 && !isKnown)
    found.push(
      t`Customers are asked on ${{ here: plainly(scalesHere) }} here and on ${{ there: plainly(scalesThere) }} there; compare satisfaction within one scale.`,
    )
  return found
}
