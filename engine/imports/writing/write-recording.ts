import type { RecordingFacts } from '../../recordings/index.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import type { OpenedRecording } from '../readers/index.ts'
import { directions, statementOf, type WritingContext } from './shared-parts.ts'

/** A recording as it is brought in. */
export interface HeardOf extends OpenedRecording {
  sha256: string
  /** What a sidecar or its name says. */
  facts: RecordingFacts | null
}

/** What a recording's conversation is called among the facts: the same audio is the same conversation. */
export function audioRef(sha256: string): string {
  return `audio:${sha256}`
}

/** Writes the conversation a recording stands for, still without words: those come with transcribing. */
export function createRecordingWriter(context: WritingContext) {
  return (recording: HeardOf, rowNumber: number): WriteOutcome | null => {
    const { facts } = recording
    const startedAt = facts?.startedAtMs ?? null
    const place = context.strata.place(facts?.queue ?? null, facts?.reason ?? null, null)
    return context.facts('transcripts').write(
      rowNumber,
      statementOf({
        external_ref: audioRef(recording.sha256),
        contact_ref: facts?.contactRef,
        identity_id: facts?.agent ? context.identities.find(agentRef(facts.agent)) : null,
        vendor: 'Recording',
        vendor_facts: '{}',
        language: facts?.languageCode,
        channel: 'voice',
        started_at: startedAt,
        day: startedAt === null ? null : context.dayOf(startedAt),
        duration_ms: recording.durationMs === null ? null : Math.round(recording.durationMs),
        stated_queue_id: place.queueId,
        stated_reason_id: place.reasonId,
        stated_customer_hash: facts?.customerRef ? context.customerHash(facts.customerRef) : null,
        stated_consent: facts?.consent,
        stated_direction: facts?.direction ? directions[facts.direction] : null,
      }),
    )
  }
}

/** File names and sidecars give one word for the agent: an address, a number, or a name. */
function agentRef(agent: string): { externalId: string | null; name: string | null; email: string | null } {
  if (agent.includes('@')) return { externalId: null, name: null, email: agent }
  if (/\d/.test(agent) && !/\s/.test(agent)) return { externalId: agent, name: null, email: null }
  return { externalId: null, name: agent, email: null }
}
