import { contactsBetween, readFirstContactResolution, type MetricCell } from '../../metrics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { Gathered } from '../gathering/gather.ts'

/** Of more contacts it takes longer than a page may: then it is shown where it is the outcome, and in the terminal. */
const MOST_CONTACTS = 100_000

const known = new WeakMap<Gathered, readonly MetricCell[]>()

/**
 * Everybody's first contact resolution by day since `from` (a day number), once per ranking: it looks back and forth over days, so that
 * no rollup has it.
 */
export function firstContactCells(
  database: ReadableDatabase,
  gathered: Gathered,
  from: number,
): readonly MetricCell[] {
  let cells = known.get(gathered)
  if (!cells) {
    const range = { from, to: gathered.window.to }
    const isTooMuch = gathered.outcome.id !== 'fcr' && contactsBetween(database, range) > MOST_CONTACTS
    cells = isTooMuch ? [] : readFirstContactResolution(database, range, gathered.fcrWindowDays)
    known.set(gathered, cells)
  }
  return cells
}
