import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript } from '../types.ts'
import { buildTranscript, segment } from './build-transcript.ts'
import { at, instantMs, numberAt, textAt } from './json-fields.ts'

/**
 * A list of turns with offset_ms, duration_ms and speaker_role, as the HarperValleyBank corpus has it. The
 * text typed by a person goes before the recogniser's. start_ms runs on a clock of its own per channel and
 * is left alone.
 * @returns null for anything else.
 */
export function readHarperValley(value: unknown, hints: FileNameHints): ParsedTranscript | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const isTurn = (turn: unknown): boolean =>
    numberAt(turn, 'offset_ms') !== null &&
    textAt(turn, 'speaker_role') !== null &&
    at(turn, 'transcript') !== undefined
  if (!value.every(isTurn)) return null
  const instants = value.flatMap((turn) => {
    const instant = instantMs(at(turn, 'start_timestamp_ms'))
    return instant === null ? [] : [instant - (numberAt(turn, 'offset_ms') ?? 0)]
  })
  return buildTranscript(
    {
      vendor: 'HarperValleyBank',
      startedAtMs: instants.length === 0 ? null : instants.reduce((one, other) => Math.min(one, other)),
      channelKind: 'voice',
      segments: value.map((turn) => {
        const startMs = numberAt(turn, 'offset_ms')
        const lengthMs = numberAt(turn, 'duration_ms')
        return segment({
          speakerLabel: textAt(turn, 'speaker_role'),
          startMs,
          endMs: startMs !== null && lengthMs !== null ? startMs + lengthMs : null,
          text: textAt(turn, 'human_transcript') ?? textAt(turn, 'transcript') ?? '',
        })
      }),
      vendorFacts: { isTypedByPerson: value.some((turn) => textAt(turn, 'human_transcript') !== null) },
    },
    hints,
  )
}
