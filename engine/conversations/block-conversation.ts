import { measureActivity } from '../interactions/measures/index.ts'
import type { BlockConversation } from '../quality/index.ts'
import { conversationActivity, readSoundOfTranscript } from '../recordings/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { conversationOf, isWritten } from './read-transcript.ts'
import { readContactFacts, readSegments, readTranscripts, type UnreadTranscript } from './reading.store.ts'

/** A stored conversation as rules of building blocks read it. */
export interface ReadForRules {
  transcript: UnreadTranscript
  conversation: BlockConversation
}

/** Stored conversations with everything a rule may ask of them; those without words are left out. */
export function readForRules(database: ReadableDatabase, transcriptIds: readonly number[]): ReadForRules[] {
  const transcripts = readTranscripts(database, transcriptIds)
  const facts = readContactFacts(
    database,
    transcripts.flatMap(({ interactionId }) => interactionId ?? []),
  )
  return transcripts.flatMap((transcript) => {
    const stored = readSegments(database, transcript.id)
    if (stored.length === 0) return []
    const conversation = conversationOf(transcript, stored)
    const sound = isWritten(transcript) ? null : readSoundOfTranscript(database, transcript.id)
    const measures =
      sound &&
      measureActivity(conversationActivity(sound.activity, sound.agentChannel), conversation.segments)
    const contact = transcript.interactionId === null ? undefined : facts.get(transcript.interactionId)
    return [
      {
        transcript,
        conversation: {
          ...conversation,
          ...(measures && { measures }),
          ...(contact && {
            facts: {
              aht: inSeconds(contact.handleMs),
              talk_time: inSeconds(contact.talkMs),
              hold_time: inSeconds(contact.holdMs),
              acw_time: inSeconds(contact.acwMs),
              transfer_rate: contact.isTransferred,
            },
          }),
        },
      },
    ]
  })
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000
}
