import type { AffectedDays } from '../affected-days.ts'
import type { WritableDatabase } from '../store/index.ts'
import { touchedRows } from './touched-rows.store.ts'
import { labelId, stratumId } from './labels.store.ts'
import {
  deleteUnusedStubs,
  findHomelessTranscripts,
  findLinkChanges,
  findStubsOfOtherChannel,
  followTranscripts,
  insertStub,
  refreshStubs,
  writeLink,
  writeStubStratum,
  type LinkedTable,
} from './links.store.ts'

/**
 * Puts evaluations, surveys and transcripts with the contacts they name, and makes a contact for a transcript that none is there for.
 * A function of the facts alone: whatever order they came in, the result is the same. Adds the days that changed to `affected`. `among`:
 * all rows, or those noted as touched by `noteTouchedRows`.
 */
export function refreshLinks(
  database: WritableDatabase,
  affected: AffectedDays,
  among: 'all' | 'touched' = 'all',
): void {
  refreshStubs(database)
  const stratumOf = (channel: string | null) =>
    stratumId(database, 0, 0, channel ? labelId(database, 'channel', channel) : 0)
  for (const { id, channel } of findStubsOfOtherChannel(database))
    writeStubStratum(database, id, stratumOf(channel))
  const link = (table: LinkedTable) => {
    for (const change of findLinkChanges(database, table, among === 'all' ? null : touchedRows(table))) {
      writeLink(database, table, change)
      affected.changed(table, change.oldDay)
      affected.changed(table, change.newDay)
    }
  }
  // transcripts first: the contacts made for them are what other rows may belong to
  link('transcripts')
  for (const transcript of findHomelessTranscripts(database)) {
    const newId = insertStub(database, transcript, stratumOf(transcript.channel))
    writeLink(database, 'transcripts', { id: transcript.id, newId, oldDay: null, newDay: transcript.day })
    affected.changed('transcripts', transcript.day)
  }
  link('evaluations')
  link('surveys')
  for (const day of followTranscripts(database)) affected.changed('evaluations', day)
  for (const day of deleteUnusedStubs(database)) affected.changed('interactions', day)
}
