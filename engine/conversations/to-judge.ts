import type { RuleConversation } from '../quality/index.ts'
import { isTranscriptUsable, neededBasis } from '../lawful-basis/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { conversationOf } from './read-transcript.ts'
import { readSegments, readTranscriptRow } from './reading.store.ts'

/** A conversation as a model is asked about it: redacted, as everything stored is. Undefined where the transcript is gone, or may not be used any more. */
export function conversationToJudge(
  database: ReadableDatabase,
  transcriptId: number,
): RuleConversation | undefined {
  if (!isTranscriptUsable(database, transcriptId, neededBasis(database))) return undefined
  const transcript = readTranscriptRow(database, transcriptId)
  return transcript && conversationOf(transcript, readSegments(database, transcriptId))
}
