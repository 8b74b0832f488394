import { nearestCue, nextCue } from './cues.ts'
import type { Cue, CueKind } from './cues.ts'
import type { DigitItem } from './digit-items.ts'
import type { DigitRun } from './digit-runs.ts'
import { findingOfItems } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'

const before: ReadonlySet<CueKind> = new Set(['code', 'pin', 'ssn', 'phone', 'id', 'card', 'bank', 'expiry'])
const code: ReadonlySet<CueKind> = new Set(['code'])
const reach = 25

/** Card codes (three or four digits) and PINs (four to six) near the words that ask for them, on either side. */
export function findCodes(voice: Voice, context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  for (const run of voice.runs) {
    const place = voice.places[run.items[0]!.first]!
    const cue = nearestCue(context.cues, place, before, context.meter)
    if (cue !== undefined && place - cue.last <= reach && (cue.kind === 'code' || cue.kind === 'pin')) {
      const isCode = cue.kind === 'code'
      if (!isCode || cue.isStrong || isCardCode(cue, context)) {
        const items = leadingItems(run, isCode ? 3 : 4, isCode ? 4 : 6)
        if (items !== undefined) {
          findings.push(findingOfItems(voice, items, isCode ? 'card-code' : 'pin'))
          continue
        }
      }
    }
    const last = voice.places[run.items.at(-1)!.last]!
    const after = nextCue(context.cues, last, 5, code)
    if (after?.isStrong === true && run.digits.length >= 3 && run.digits.length <= 4)
      findings.push(findingOfItems(voice, run.items, 'card-code'))
  }
  return findings
}

const card: ReadonlySet<CueKind> = new Set(['card', 'expiry'])
const otherCodes = new Set(
  `area zip postal post promo promotion promotional discount coupon country dress error product qr verification confirmation
   access dial source bar reason status activation voucher offer referral tracking door gate entry`.split(
    /\s+/,
  ),
)

/** Bare "code" is a card's only where a card was just spoken of; otherwise an area code or a voucher as often as not. */
function isCardCode(cue: Cue, context: RedactionContext): boolean {
  if (otherCodes.has(context.tokens[cue.first - 1]?.text ?? '')) return false
  const spokenOf = nearestCue(context.cues, cue.first, card, context.meter)
  return spokenOf?.isStrong === true && cue.first - spokenOf.last <= reach
}

/** The first items that make up `least` to `most` digits and end where a pause, a new number or the run does. */
function leadingItems(run: DigitRun, least: number, most: number): readonly DigitItem[] | undefined {
  let digits = 0
  for (let at = 0; at < run.items.length; at++) {
    digits += run.items[at]!.digits.length
    if (digits > most) return undefined
    if (digits < least) continue
    const next = run.items[at + 1]
    const isEnd = next === undefined || run.joins[at + 1] === 'loose' || run.items[at]!.digits.length >= least
    const nextIsPart = next !== undefined && next.digits.length === 1 && digits < most && at > 0
    if (isEnd && !nextIsPart) return run.items.slice(0, at + 1)
  }
  return undefined
}
