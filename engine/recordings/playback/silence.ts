import { kindOfLabel } from '../../language/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { joinSpans, type TimeSpan } from '../../interactions/measures/index.ts'
import { readOtherTurns, readSilenced } from '../words/words.store.ts'

const labels = [...kindOfLabel.keys()]

/**
 * The stretches of a recording nobody may hear: what was redacted in its own words, and every turn of another source's transcript of
 * the same contact in which something was redacted (those have no word times, so the whole turn is silent). In order, joined.
 */
export function silencedSpans(database: ReadableDatabase, recordingId: number): TimeSpan[] {
  const others = readOtherTurns(database, recordingId)
    .filter(({ text }) => labels.some((label) => text.includes(label)))
    .map(({ startMs, endMs }) => ({ startMs, endMs }))
  return joinSpans([...readSilenced(database, recordingId), ...others])
}
