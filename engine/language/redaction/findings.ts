import type { Cue } from './cues.ts'
import type { DigitItem } from './digit-items.ts'
import type { DigitRun } from './digit-runs.ts'
import type { RedactionKind } from './kinds.ts'
import type { RedactionToken } from './redaction-tokens.ts'
import type { WorkMeter } from './work-meter.ts'

/** What one speaker says, or everybody: tokens in order, `null` where somebody else said something long. */
export type Voice = {
  readonly tokens: readonly (RedactionToken | null)[]
  /** Place of each token in the whole conversation. */
  readonly places: readonly number[]
  readonly runs: readonly DigitRun[]
}

export type Finding = {
  readonly kind: RedactionKind
  readonly digits: string
  /** Places of the first and last token in the whole conversation. */
  readonly first: number
  readonly last: number
  readonly pieces: { segment: number; start: number; end: number }[]
}

export type RedactionContext = {
  readonly tokens: readonly RedactionToken[]
  readonly cues: readonly Cue[]
  readonly meter: WorkMeter | undefined
}

/** A finding over the voice's tokens `first` to `last`, cut into one piece per segment. */
export function findingOver(
  voice: Voice,
  kind: RedactionKind,
  first: number,
  last: number,
  digits: string,
): Finding {
  const pieces: { segment: number; start: number; end: number }[] = []
  for (let at = first; at <= last; at++) {
    const token = voice.tokens[at]
    if (token === null || token === undefined) continue
    const piece = pieces.at(-1)
    if (piece !== undefined && piece.segment === token.segment) piece.end = token.end
    else pieces.push({ segment: token.segment, start: token.start, end: token.end })
  }
  return { kind, digits, first: voice.places[first]!, last: voice.places[last]!, pieces }
}

/** A finding over the numbers `from` to `to` of a run; what stands between two segments' numbers stays as it is. */
export function findingOfItems(voice: Voice, items: readonly DigitItem[], kind: RedactionKind): Finding {
  const digits = items.map((item) => item.digits).join('')
  const pieces: { segment: number; start: number; end: number }[] = []
  for (const item of items)
    for (const at of item.first === item.last ? [item.first] : [item.first, item.last]) {
      const token = voice.tokens[at]!
      const piece = pieces.at(-1)
      if (piece !== undefined && piece.segment === token.segment) piece.end = token.end
      else pieces.push({ segment: token.segment, start: token.start, end: token.end })
    }
  return {
    kind,
    digits,
    first: voice.places[items[0]!.first]!,
    last: voice.places[items.at(-1)!.last]!,
    pieces,
  }
}
