import { redactSegments } from '../../language/index.ts'
import type { ParsedTranscript } from '../readers/index.ts'
import { segmentsValue } from '../layers/parts.store.ts'
import { contentKey, createOrdinals } from './content-key.ts'
import type { WriteOutcome } from '../layers/matching.ts'
import { statementOf, type WritingContext } from './shared-parts.ts'

const agentRole = 'agent'

/** The agent a transcript names, by the participant in that role; null where it only says "agent". */
function agentOf(context: WritingContext, transcript: ParsedTranscript): number | null {
  const agents = transcript.participants.filter((participant) => participant.role === agentRole)
  const named = agents.find((participant) => participant.name || participant.externalId)
  if (!named) return null
  return context.identities.find({
    externalId: named.externalId ?? null,
    name: named.name ?? null,
    email: null,
  })
}

/** Every text inside a value redacted, names of fields too: vendors quote the conversation in their own findings. */
function redactedDeep(context: WritingContext, value: unknown): unknown {
  if (typeof value === 'string') return context.redact(value)
  if (Array.isArray(value)) return value.map((one) => redactedDeep(context, one))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [context.redact(key), redactedDeep(context, one)]),
    )
  return value
}

/** Writes conversations, redacted as a whole: a number dictated over several turns is one number. */
export function createTranscriptWriter(context: WritingContext) {
  const ordinal = createOrdinals()
  return (transcript: ParsedTranscript, rowNumber: number): WriteOutcome | null => {
    const redacted = redactSegments(
      transcript.segments.map((segment) => ({
        speaker: segment.speakerLabel ?? segment.role,
        text: segment.text,
      })),
    )
    const segments = transcript.segments.map((segment, position) => ({
      // a caller without a name is often labelled with the number
      speaker: context.redact(segment.speakerLabel ?? ''),
      role: segment.role,
      start_ms: segment.startMs === null ? null : Math.round(segment.startMs),
      end_ms: segment.endMs === null ? null : Math.round(segment.endMs),
      text: redacted[position]!.text,
      // a noise in brackets is no speech: nothing is read from it
      confidence: segment.isSpeech ? segment.confidence : 0,
    }))
    // the conversation itself is not the key: a corrected text is the same conversation
    const key = transcript.externalId
      ? null
      : ordinal(
          transcript.contactRef
            ? contentKey([transcript.contactRef, transcript.vendor])
            : contentKey([
                transcript.vendor,
                transcript.startedAtMs,
                ...segments.slice(0, 20).map((segment) => segment.text),
              ]),
        )
    const startedAt = transcript.startedAtMs === null ? null : Math.round(transcript.startedAtMs)
    const statement = statementOf({
      external_ref: transcript.externalId,
      contact_ref: transcript.contactRef,
      content_key: key,
      identity_id: agentOf(context, transcript),
      vendor: transcript.vendor,
      vendor_facts: JSON.stringify(redactedDeep(context, transcript.vendorFacts)),
      language: transcript.languageCode,
      channel: transcript.channelKind,
      started_at: startedAt,
      day: startedAt === null ? null : context.dayOf(startedAt),
      duration_ms: transcript.durationMs === null ? null : Math.round(transcript.durationMs),
      segments: segmentsValue(segments),
      stated_consent: transcript.consent,
    })
    return context.facts('transcripts').write(rowNumber, statement)
  }
}
