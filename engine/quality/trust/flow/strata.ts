import { readDirectory, type Directory } from '../../../people/index.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import { recognitionConfidenceBand, transcriptLengthBand, type TrustStrata } from '../double-scored.ts'
import { readTraits, type ConversationTraits } from './automated.store.ts'

/** What is kept of a conversation beside an answer: the bands are made of it. */
export interface KeptTraits {
  team: string | null
  language: string | null
  wordCount: number | null
  recognitionConfidence: number | null
}

const noTraits: KeptTraits = { team: null, language: null, wordCount: null, recognitionConfidence: null }

/** The traits of conversations by their contact. */
export function traitsOf(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): Map<number, KeptTraits> {
  const directory = readDirectory(database)
  return new Map(
    readTraits(database, interactionIds).map((row) => [
      row.interactionId,
      {
        team: teamOf(directory, row),
        language: row.language,
        wordCount: row.wordCount,
        recognitionConfidence: row.recognitionConfidence,
      },
    ]),
  )
}

/** The traits of one conversation, all unknown where the contact is gone. */
export function traitsOfOne(database: ReadableDatabase, interactionId: number): KeptTraits {
  return traitsOf(database, [interactionId]).get(interactionId) ?? noTraits
}

/** The groups a conversation belongs to. */
export function strataOf({ team, language, wordCount, recognitionConfidence }: KeptTraits): TrustStrata {
  return {
    team,
    language,
    transcriptLength: transcriptLengthBand(wordCount),
    recognitionConfidence: recognitionConfidenceBand(recognitionConfidence),
  }
}

function teamOf(directory: Directory, { personId, day }: ConversationTraits): string | null {
  const team = personId === null ? null : directory.teamAt(personId, day ?? undefined)
  return team === null ? null : (directory.teams.get(team)?.name ?? null)
}
