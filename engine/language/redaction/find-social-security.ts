import { nearestCue } from './cues.ts'
import type { CueKind } from './cues.ts'
import type { DigitItem } from './digit-items.ts'
import type { DigitRun } from './digit-runs.ts'
import { findingOfItems } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'

const kinds: ReadonlySet<CueKind> = new Set(['ssn', 'phone', 'card', 'id', 'bank', 'pin', 'code'])

/**
 * Social security numbers: nine digits (or the last four) after a cue; without one only where written or dictated as 3-2-4
 * in the ranges the Social Security Administration issues (no 000, 666 or 9xx, no 00, no 0000).
 */
export function findSocialSecurityNumbers(voice: Voice, context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  for (const run of voice.runs) {
    const place = voice.places[run.items[0]!.first]!
    const cue = nearestCue(context.cues, place, kinds, context.meter)
    if (cue?.kind === 'ssn') {
      const items = itemsOfLength(run, 9) ?? (run.digits.length === 4 ? run.items : undefined)
      if (items !== undefined) findings.push(findingOfItems(voice, items, 'social-security-number'))
      else if (run.digits.length >= 7 && run.digits.length <= 11)
        findings.push(findingOfItems(voice, run.items, 'social-security-number'))
      continue
    }
    const items = formatted(voice, run, cue?.kind === 'id', context)
    if (items !== undefined) findings.push(findingOfItems(voice, items, 'social-security-number'))
  }
  return findings
}

function itemsOfLength(run: DigitRun, length: number): readonly DigitItem[] | undefined {
  let digits = 0
  for (let at = 0; at < run.items.length && digits < length; at++) {
    digits += run.items[at]!.digits.length
    if (digits === length) return run.items.slice(0, at + 1)
  }
  return undefined
}

function formatted(
  voice: Voice,
  run: DigitRun,
  isOtherId: boolean,
  context: RedactionContext,
): readonly DigitItem[] | undefined {
  for (let at = 0; at + 2 < run.items.length; at++) {
    if (context.meter !== undefined) context.meter.steps++
    const three = run.items.slice(at, at + 3)
    if (three.map((item) => item.digits.length).join('-') !== '3-2-4') continue
    if (three.some((item) => item.isSpoken) || run.joins[at] === 'tight' || run.joins[at + 3] === 'tight')
      continue
    if (run.joins[at + 1] !== 'tight' || run.joins[at + 2] !== 'tight' || !isIssued(three)) continue
    const isDashed = three[1]!.first - three[0]!.last === 2 && three[2]!.first - three[1]!.last === 2
    if (isDashed || !isOtherId) return three
  }
  return isOtherId ? undefined : dictated(voice, run)
}

/** Nine single digits with the word "dash" or a pause after the third and the fifth. */
function dictated(voice: Voice, run: DigitRun): readonly DigitItem[] | undefined {
  if (run.digits.length !== 9 || run.items.length !== 9) return undefined
  for (let at = 1; at < 9; at++) {
    const isPause = run.items[at]!.first - run.items[at - 1]!.last > 1
    if (isPause !== (at === 3 || at === 5)) return undefined
  }
  return voice.tokens.length > 0 ? run.items : undefined
}

function isIssued(three: readonly DigitItem[]): boolean {
  const [area, group, serial] = three.map((item) => item.digits)
  return area !== '000' && area !== '666' && !area!.startsWith('9') && group !== '00' && serial !== '0000'
}
