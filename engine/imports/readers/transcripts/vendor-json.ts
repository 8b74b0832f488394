import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { readAnyJson } from './any-json.ts'
import { at, facts, instantMs, listAt, numberAt, secondsToMs, textAt } from './json-fields.ts'

interface VendorShape {
  vendor: string
  recognises: (value: unknown) => boolean
  /** Where the speech stands, when not everywhere is to be searched. */
  speech?: (value: unknown) => unknown
  about: (value: unknown) => Partial<ParsedTranscript>
}

const shapes: VendorShape[] = [
  {
    vendor: 'Deepgram',
    recognises: (value) => at(value, 'results', 'channels', 0, 'alternatives') !== undefined,
    about: (value) => ({
      externalId: textAt(value, 'metadata', 'request_id'),
      durationMs: secondsToMs(numberAt(value, 'metadata', 'duration')),
      languageCode: textAt(value, 'results', 'channels', 0, 'detected_language'),
      vendorFacts: facts({
        channels: numberAt(value, 'metadata', 'channels'),
        createdAtMs: instantMs(at(value, 'metadata', 'created')),
        sentiments: at(value, 'results', 'sentiments'),
        summary: at(value, 'results', 'summary', 'short'),
      }),
    }),
  },
  {
    vendor: 'AssemblyAI',
    recognises: (value) =>
      (at(value, 'acoustic_model') !== undefined ||
        at(value, 'audio_url') !== undefined ||
        at(value, 'speech_model') !== undefined) &&
      at(value, 'words') !== undefined,
    about: (value) => ({
      externalId: textAt(value, 'id'),
      durationMs: secondsToMs(numberAt(value, 'audio_duration')),
      languageCode: textAt(value, 'language_code'),
      vendorFacts: facts({
        sentiments: at(value, 'sentiment_analysis_results'),
        summary: textAt(value, 'summary'),
      }),
    }),
  },
  {
    vendor: 'WhisperX',
    recognises: (value) => at(value, 'word_segments') !== undefined && at(value, 'segments') !== undefined,
    about: (value) => ({ languageCode: textAt(value, 'language') }),
  },
  {
    vendor: 'whisper.cpp',
    recognises: (value) => at(value, 'transcription', 0, 'offsets') !== undefined,
    about: (value) => ({
      languageCode: textAt(value, 'result', 'language'),
      vendorFacts: facts({ model: textAt(value, 'model', 'type') }),
    }),
  },
  {
    vendor: 'Whisper',
    recognises: (value) => at(value, 'segments', 0, 'avg_logprob') !== undefined,
    about: (value) => ({
      languageCode: textAt(value, 'language'),
      durationMs: secondsToMs(numberAt(value, 'duration')),
    }),
  },
  {
    vendor: 'Podcast namespace JSON',
    recognises: (value) =>
      at(value, 'version') !== undefined &&
      at(value, 'segments', 0, 'body') !== undefined &&
      at(value, 'segments', 0, 'startTime') !== undefined,
    about: () => ({}),
  },
  {
    vendor: 'AWS Transcribe',
    recognises: (value) =>
      listAt(value, 'results', 'items').length > 0 && at(value, 'results', 'transcripts') !== undefined,
    speech: awsWords,
    about: (value) => ({
      externalId: textAt(value, 'jobName'),
      languageCode: textAt(value, 'results', 'language_code'),
    }),
  },
]

/**
 * The speech recognisers whose files need no more than the general reading and a few facts by name.
 * @returns null when no vendor's marks are found.
 */
export function readVendorJson(value: unknown, hints: FileNameHints): ParsedTranscript | null {
  const shape = shapes.find(({ recognises }) => recognises(value))
  if (shape === undefined) return null
  const speech = readAnyJson(shape.speech?.(value) ?? value, shape.vendor, hints)
  if (speech === null) return null
  const about = shape.about(value)
  return { ...speech, ...withoutNulls(about), vendorFacts: { ...speech.vendorFacts, ...about.vendorFacts } }
}

function withoutNulls(about: Partial<ParsedTranscript>): Partial<ParsedTranscript> {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== null))
}

/** Punctuation comes as items without times; it joins the word before it. */
function awsWords(value: unknown): unknown {
  const speakers = new Map<string, string>()
  for (const segment of listAt(value, 'results', 'speaker_labels', 'segments')) {
    for (const item of listAt(segment, 'items')) {
      const label = textAt(item, 'speaker_label')
      if (label !== null) speakers.set(textAt(item, 'start_time') ?? '', label)
    }
  }
  const words: {
    text: string
    start_seconds: number
    end_seconds: number | null
    confidence: number | null
    speaker: string | null
  }[] = []
  for (const item of listAt(value, 'results', 'items')) {
    const text = textAt(item, 'alternatives', 0, 'content')
    const start = numberAt(item, 'start_time')
    const last = words.at(-1)
    if (text === null) continue
    if (start === null) {
      if (last !== undefined) last.text += text
      continue
    }
    words.push({
      text,
      start_seconds: start,
      end_seconds: numberAt(item, 'end_time'),
      confidence: numberAt(item, 'alternatives', 0, 'confidence'),
      speaker:
        textAt(item, 'speaker_label') ??
        speakers.get(textAt(item, 'start_time') ?? '') ??
        textAt(item, 'channel_label'),
    })
  }
  return { words }
}
