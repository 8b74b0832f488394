import { passesLuhn, cardLength } from './card-issuers.ts'
import { findCues, nearestCue } from './cues.ts'
import type { CueKind } from './cues.ts'
import { digitRuns } from './digit-runs.ts'
import { findBankAccounts } from './find-bank-accounts.ts'
import { findCards } from './find-cards.ts'
import { findCodes } from './find-codes.ts'
import { findEmails } from './find-emails.ts'
import { findExpiryDates } from './find-expiry.ts'
import { findPhoneNumbers } from './find-phone-numbers.ts'
import { findRepeats } from './find-repeats.ts'
import { findSocialSecurityNumbers } from './find-social-security.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'
import { redactionLabels } from './kinds.ts'
import type { RedactionSpan } from './kinds.ts'
import { appendTokens } from './redaction-tokens.ts'
import type { RedactionToken } from './redaction-tokens.ts'
import type { WorkMeter } from './work-meter.ts'

export type Redacted = {
  text: string
  /** In the text as given, in order, never overlapping. */
  spans: RedactionSpan[]
}

/** What a redaction needs of a segment; `speaker` tells voices apart, null where unknown. */
export type RedactableSegment = { speaker: string | null; text: string }

const mostPasses = 8

/**
 * Free text with card numbers, card codes, expiry dates, social security numbers, bank accounts, PINs, e-mail addresses and
 * phone numbers replaced by labels such as `[card number]`, written or spoken. Never for columns mapped as ids or numbers.
 * Redacting twice changes nothing. English cues; written numbers and addresses are found in any language.
 */
export function redact(text: string, meter?: WorkMeter): Redacted {
  return redactSegments([{ speaker: null, text }], meter)[0]!
}

/**
 * The same over a conversation in order: a number dictated over several turns is one number, whatever the other speaker says
 * between ("mm-hm", digits read back), and a question by one is the cue for the answer of the other.
 */
export function redactSegments(segments: readonly RedactableSegment[], meter?: WorkMeter): Redacted[] {
  let results: Redacted[] = segments.map((segment) => ({ text: segment.text, spans: [] }))
  // What one pass replaces is context for the next; the last pass finds nothing, so a second redaction finds nothing either.
  for (let pass = 0; pass < mostPasses; pass++) {
    const found = sensitiveSpans(
      segments.map((segment, at) => ({ speaker: segment.speaker, text: results[at]!.text })),
      meter,
    )
    if (found.size === 0) break
    results = results.map((before, at) => replaceSpans(before, found.get(at) ?? [], segments[at]!.text))
  }
  return results
}

type TakenSpans = { spans: RedactionSpan[]; isTaken: Uint8Array }

function sensitiveSpans(
  segments: readonly RedactableSegment[],
  meter: WorkMeter | undefined,
): Map<number, RedactionSpan[]> {
  const tokens: RedactionToken[] = []
  segments.forEach((segment, at) => appendTokens(segment.text, at, tokens))
  if (meter !== undefined) meter.steps += tokens.length
  const spans = new Map<number, RedactionSpan[]>()
  if (!tokens.some(mayBePart)) return spans
  const context: RedactionContext = { tokens, cues: findCues(tokens, meter), meter }
  const voices = voicesOf(segments, tokens, meter)
  const finders = [
    findEmails,
    findCards,
    findBankAccounts,
    findSocialSecurityNumbers,
    findExpiryDates,
    findCodes,
    findPhoneNumbers,
  ]
  const findings: Finding[] = findGluedCards(context)
  for (const finder of finders) for (const voice of voices) findings.push(...finder(voice, context))
  const taken = new Map<number, TakenSpans>()
  const kept = withoutOverlaps(findings, segments, taken)
  const repeats = voices.flatMap((voice) => findRepeats(voice, kept, context))
  withoutOverlaps(repeats, segments, taken)
  for (const [segment, { spans: list }] of taken)
    spans.set(
      segment,
      list.sort((a, b) => a.start - b.start),
    )
  return spans
}

function mayBePart(token: RedactionToken): boolean {
  return (
    token.kind === 'number' ||
    token.kind === 'identifier' ||
    (token.kind === 'mark' && token.text === '@') ||
    (token.kind === 'word' && spokenSigns.has(token.text))
  )
}

const spokenSigns = new Set(
  `zero one two three four five six seven eight nine oh ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety double triple dot at`.split(/\s+/),
)

const longInterjection = 15

/** Every speaker by themselves, and everybody in order (recognition sometimes gives half a number to the wrong speaker). */
function voicesOf(
  segments: readonly RedactableSegment[],
  tokens: readonly RedactionToken[],
  meter: WorkMeter | undefined,
): Voice[] {
  const everybody = voice(
    tokens,
    tokens.map((_, at) => at),
    meter,
  )
  const own = new Map<string | null, { said: (RedactionToken | null)[]; places: number[]; heard: number }>()
  let words = 0
  tokens.forEach((token, at) => {
    const { speaker } = segments[token.segment]!
    const one = own.get(speaker) ?? { said: [], places: [], heard: words }
    own.set(speaker, one)
    if (words - one.heard > longInterjection) {
      one.said.push(null)
      one.places.push(at)
    }
    one.said.push(token)
    one.places.push(at)
    if (token.kind !== 'mark') words++
    one.heard = words
  })
  if (own.size < 2) return [everybody]
  return [...[...own.values()].map(({ said, places }) => voice(said, places, meter)), everybody]
}

function voice(tokens: Voice['tokens'], places: readonly number[], meter: WorkMeter | undefined): Voice {
  return { tokens, places, runs: digitRuns(tokens, meter) }
}

const cardCue: ReadonlySet<CueKind> = new Set(['card', 'id', 'phone'])
const longestIdentifier = 64

/** Cards glued to letters ("card4111...") or to what follows them, inside one token. */
function findGluedCards(context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  context.tokens.forEach((token, place) => {
    if (token.kind !== 'identifier' && !(token.kind === 'number' && token.text.length > 19)) return
    if (token.text.length < 13 || token.text.length > longestIdentifier) return
    for (const match of token.text.matchAll(/[0-9]{13,}/g)) {
      const isAskedFor = nearestCue(context.cues, place, cardCue)?.kind === 'card'
      for (const length of [16, 15]) {
        const digits = match[0].slice(0, length)
        if (match[0].length !== length && !isAskedFor) continue
        if (digits.length < length || cardLength(digits) !== 'usual' || !passesLuhn(digits)) continue
        const start = token.start + match.index
        const pieces = [{ segment: token.segment, start, end: start + match[0].length }]
        findings.push({ kind: 'card-number', digits, first: place, last: place, pieces })
        break
      }
    }
  })
  return findings
}

/** Adds the findings' pieces that lie free, earlier findings first; returns the findings of which something was added. */
function withoutOverlaps(
  findings: readonly Finding[],
  segments: readonly RedactableSegment[],
  spans: Map<number, TakenSpans>,
): Finding[] {
  return findings.filter((finding) => {
    let isAdded = false
    for (const piece of finding.pieces) {
      const taken = spans.get(piece.segment) ?? {
        spans: [],
        isTaken: new Uint8Array(segments[piece.segment]!.text.length),
      }
      spans.set(piece.segment, taken)
      // Two kinds for the same characters help nobody: the first finder to claim them names them.
      if (taken.isTaken.subarray(piece.start, piece.end).includes(1)) continue
      taken.isTaken.fill(1, piece.start, piece.end)
      taken.spans.push({ kind: finding.kind, start: piece.start, end: piece.end })
      isAdded = true
    }
    return isAdded
  })
}

/** Replaces `found` (offsets in `before.text`) and gives all spans as offsets in the original text. */
function replaceSpans(before: Redacted, found: readonly RedactionSpan[], original: string): Redacted {
  if (found.length === 0) return before
  const toOriginal = offsetMap(before)
  const spans = [
    ...before.spans,
    ...found.map((span) => ({ kind: span.kind, start: toOriginal(span.start), end: toOriginal(span.end) })),
  ].sort((a, b) => a.start - b.start)
  let text = ''
  let at = 0
  for (const span of spans) {
    text += original.slice(at, span.start) + redactionLabels[span.kind]
    at = span.end
  }
  return { text: text + original.slice(at), spans }
}

/** From offsets in the redacted text to offsets in the original; asked in ascending order. */
function offsetMap(before: Redacted): (offset: number) => number {
  let shift = 0
  let next = 0
  return (offset) => {
    for (; next < before.spans.length; next++) {
      const span = before.spans[next]!
      const label = redactionLabels[span.kind].length
      if (span.start + shift + label > offset) break
      shift += label - (span.end - span.start)
    }
    return offset - shift
  }
}
