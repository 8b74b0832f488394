import { t } from '#speech'
import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript, TranscriptWord } from '../types.ts'
import { buildTranscript, segment, share } from './build-transcript.ts'
import { at, facts, instantMs, listAt, numberAt, secondsToMs, textAt } from './json-fields.ts'

/**
 * Genesys Cloud transcripts: phrases whose startTimeMs is an instant, not an offset.
 * @returns null for anything else.
 */
export function readGenesys(value: unknown, hints: FileNameHints): ParsedTranscript | null {
  const transcripts = listAt(value, 'transcripts')
  const phrases = transcripts.flatMap((transcript) => listAt(transcript, 'phrases'))
  if (phrases.length === 0 || !phrases.every((phrase) => textAt(phrase, 'participantPurpose') !== null))
    return null
  const starts = phrases.flatMap((phrase) => instantMs(at(phrase, 'startTimeMs')) ?? [])
  const startedAtMs =
    instantMs(at(value, 'conversationStartTime')) ?? instantMs(at(value, 'startTime')) ?? least(starts)
  const sentimentByPhrase = new Map(
    transcripts.flatMap((transcript) =>
      listAt(transcript, 'analytics', 'sentiment').map(
        (one) => [textAt(one, 'phraseIndex'), at(one, 'sentiment')] as const,
      ),
    ),
  )
  const spoken = phrases.toSorted(
    (one, other) => (numberAt(one, 'startTimeMs') ?? 0) - (numberAt(other, 'startTimeMs') ?? 0),
  )
  const segments = spoken.map((phrase) => {
    const startMs = offset(phrase, startedAtMs)
    const lengthMs = numberAt(phrase, 'duration', 'milliseconds') ?? numberAt(phrase, 'durationMs')
    return segment({
      speakerLabel: textAt(phrase, 'participantPurpose'),
      startMs,
      endMs: startMs !== null && lengthMs !== null ? startMs + lengthMs : null,
      text: textAt(phrase, 'decoratedText') ?? textAt(phrase, 'text') ?? '',
      confidence: numberAt(phrase, 'confidence'),
      words: listAt(phrase, 'words').flatMap((word) => spokenWord(word, startedAtMs)),
    })
  })
  const sentiments = spoken.map((phrase) => sentimentByPhrase.get(textAt(phrase, 'phraseIndex')) ?? null)
  const isChat = ['CHAT', 'MESSAGE', 'EMAIL'].includes((textAt(value, 'mediaType') ?? '').toUpperCase())
  return buildTranscript(
    {
      vendor: 'Genesys Cloud',
      externalId: textAt(transcripts[0], 'transcriptId') ?? textAt(value, 'communicationId'),
      contactRef: textAt(value, 'conversationId'),
      startedAtMs,
      languageCode: textAt(transcripts[0], 'language') ?? textAt(value, 'language'),
      durationMs: secondsToMs(numberAt(value, 'duration')) ?? numberAt(value, 'duration', 'milliseconds'),
      channelKind: isChat ? 'chat' : 'voice',
      segments,
      vendorFacts: facts({
        segmentSentiments: sentiments.some((sentiment) => sentiment !== null) ? sentiments : undefined,
        participants: at(value, 'participants'),
        topics: at(transcripts[0], 'analytics', 'topics'),
      }),
      warnings: segments.every(({ endMs }) => endMs === null) ? [t`The file has no end times.`] : [],
    },
    hints,
  )
}

/** An instant becomes an offset; a small number already is one. */
function offset(timed: unknown, startedAtMs: number | null): number | null {
  const start = numberAt(timed, 'startTimeMs')
  if (start === null) return null
  return start > 1e11 && startedAtMs !== null ? Math.max(0, start - startedAtMs) : start
}

function spokenWord(word: unknown, startedAtMs: number | null): TranscriptWord[] {
  const text = textAt(word, 'word') ?? textAt(word, 'text')
  if (text === null) return []
  const startMs = offset(word, startedAtMs)
  const lengthMs = numberAt(word, 'duration', 'milliseconds')
  const endMs = startMs !== null && lengthMs !== null ? startMs + lengthMs : null
  return [{ text, startMs, endMs, confidence: share(numberAt(word, 'confidence')) }]
}

function least(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((one, other) => Math.min(one, other))
}
