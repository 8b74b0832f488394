import { t } from '#speech'
import type { FileNameHints } from '../file-name-hints.ts'
import type {
  ParsedTranscript,
  SpeakerRole,
  TranscriptParticipant,
  TranscriptSegment,
  TranscriptWord,
} from '../types.ts'
import { roleOf } from './roles.ts'

type TranscriptDraft = Pick<ParsedTranscript, 'vendor' | 'segments'> & Partial<ParsedTranscript>

/**
 * Completes what a vendor's reader found: order in time, participants from the segments, a duration from
 * the last end, contact and start from the file's name where the file says nothing.
 */
export function buildTranscript(draft: TranscriptDraft, hints: FileNameHints | null): ParsedTranscript {
  const segments = inTime(draft.segments.filter((segment) => segment.text !== ''))
  const warnings = [...(draft.warnings ?? [])]
  const startedAtMs = draft.startedAtMs ?? hints?.utcMs ?? null
  if ((draft.startedAtMs ?? null) === null && startedAtMs !== null)
    warnings.push(t`The start is taken from the name of the file.`)
  const lastEnd = segments.reduce((latest, { startMs, endMs }) => Math.max(latest, endMs ?? startMs ?? 0), 0)
  return {
    externalId: draft.externalId ?? null,
    contactRef: draft.contactRef ?? hints?.contactRef ?? null,
    startedAtMs,
    languageCode: draft.languageCode ?? null,
    consent: draft.consent ?? null,
    durationMs: draft.durationMs ?? (lastEnd > 0 ? lastEnd : null),
    channelKind: draft.channelKind ?? null,
    participants: draft.participants ?? participantsOf(segments),
    segments,
    vendor: draft.vendor,
    vendorFacts: draft.vendorFacts ?? {},
    warnings,
  }
}

interface SegmentParts {
  speakerLabel: string | null
  role?: SpeakerRole
  startMs: number | null
  endMs: number | null
  text: string
  confidence?: number | null
  words?: TranscriptWord[]
}

/** A segment with its role from the label, its text in one line, and an end that is not before its start. */
export function segment(parts: SegmentParts): TranscriptSegment {
  const { speakerLabel, startMs, endMs, words } = parts
  const text = parts.text.replace(/\s+/g, ' ').trim()
  return {
    speakerLabel,
    role: parts.role ?? roleOf(speakerLabel),
    startMs,
    endMs: startMs !== null && endMs !== null ? Math.max(startMs, endMs) : endMs,
    text,
    isSpeech: !isMark(text),
    confidence: share(parts.confidence),
    ...(words === undefined || words.length === 0 ? {} : { words }),
  }
}

export function share(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null
}

const soundNames =
  /noise|music|silence|blank.?audio|laugh|applause|cough|sigh|breath|beep|ring|tone|typing|click|static|sound|hold|pause|dial/i

/** '[noise]', '(music)', '♪ ♪', '[BLANK_AUDIO]': sounds, not words; '[PII]' stands for words. */
function isMark(text: string): boolean {
  const marks = text.match(/\[[^[\]]*\]|\([^()]*\)|<[^<>]*>|[♪♫]/g) ?? []
  const rest = text.replace(/\[[^[\]]*\]|\([^()]*\)|<[^<>]*>|[♪♫*\s.…-]/g, '')
  return (
    rest === '' && marks.length > 0 && marks.every((mark) => /^[♪♫]$/.test(mark) || soundNames.test(mark))
  )
}

function participantsOf(segments: readonly TranscriptSegment[]): TranscriptParticipant[] {
  const byLabel = new Map<string, TranscriptParticipant>()
  for (const { speakerLabel, role } of segments) {
    if (speakerLabel === null) continue
    const known = byLabel.get(speakerLabel)
    if (known === undefined) byLabel.set(speakerLabel, { label: speakerLabel, role })
    else if (known.role === 'unknown') known.role = role
  }
  return [...byLabel.values()]
}

/** By start; a segment without a time stays behind the one it followed. */
function inTime(segments: TranscriptSegment[]): TranscriptSegment[] {
  let latest = 0
  return segments
    .map((one, index) => {
      latest = one.startMs ?? latest
      return { one, at: latest, index }
    })
    .toSorted((left, right) => left.at - right.at || left.index - right.index)
    .map(({ one }) => one)
}
