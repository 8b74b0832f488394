import type { WritableDatabase } from '../store/index.ts'
import { labelId, stratumId } from './labels.store.ts'
import {
  deleteUnusedStubs,
  findHomelessTranscripts,
  findLinkChanges,
  insertStub,
  linkedTables,
  refreshStubs,
  writeLink,
} from './links.store.ts'

/**
 * Puts evaluations, surveys and transcripts with the contacts they name, and makes a contact for a transcript that none is there for.
 * A function of the facts alone: whatever order they came in, the result is the same. Adds the days that changed to `affectedDays`.
 */
export function refreshLinks(database: WritableDatabase, affectedDays: Set<number>): void {
  const note = (day: number | null) => {
    if (day !== null) affectedDays.add(day)
  }
  refreshStubs(database)
  for (const table of linkedTables)
    for (const change of findLinkChanges(database, table)) {
      writeLink(database, table, change)
      note(change.oldDay)
      note(change.newDay)
    }
  for (const transcript of findHomelessTranscripts(database)) {
    const channelId = transcript.channel ? labelId(database, 'channel', transcript.channel) : 0
    const newId = insertStub(database, transcript, stratumId(database, 0, 0, channelId))
    writeLink(database, 'transcripts', { id: transcript.id, newId, oldDay: null, newDay: transcript.day })
    note(transcript.day)
  }
  for (const day of deleteUnusedStubs(database)) note(day)
}
