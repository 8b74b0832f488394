import type { SearchHit } from '../../shared/contract/search.ts'
import type { Directory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { findPhrases } from './find-phrases.ts'
import type { Phrase } from './query.ts'
import { readConversationFacts, readTurnsAround, type TurnPlace } from './search.store.ts'
import { wordsOf } from './words.ts'

/** Hits with everything that is shown of them: the conversation, the turn with its neighbours, what to highlight. */
export function showHits(
  database: ReadableDatabase,
  directory: Directory,
  places: readonly TurnPlace[],
  phrases: readonly Phrase[],
): SearchHit[] {
  return places.flatMap((place) => {
    const facts = readConversationFacts(database, place.transcriptId)
    const around = readTurnsAround(database, place)
    const turn = around.find(({ index }) => index === place.position)
    if (!facts || !turn) return []
    const person = facts.personId === null ? undefined : directory.people.get(facts.personId)
    const teamId = person ? directory.teamAt(person.id, facts.day ?? undefined) : null
    const team = teamId === null ? null : (directory.teams.get(teamId)?.name ?? null)
    return [
      {
        interactionId: facts.interactionId,
        contactRef: facts.contactRef,
        at: facts.at,
        agent: person ? { id: person.id, name: person.name, team } : null,
        queue: facts.queue,
        channel: facts.channel,
        turn,
        highlights: findPhrases(phrases, wordsOf(turn.text)),
        before: around.find(({ index }) => index === place.position - 1) ?? null,
        after: around.find(({ index }) => index === place.position + 1) ?? null,
      },
    ]
  })
}
