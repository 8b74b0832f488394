import { nearestCue } from './cues.ts'
import type { CueKind } from './cues.ts'
import { findingOfItems, findingOver } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'

const kinds: ReadonlySet<CueKind> = new Set(['bank', 'phone', 'card', 'ssn', 'pin', 'code', 'expiry'])

/** Account, routing and sort codes after a cue, and IBANs by their check digits (ISO 13616, mod 97). */
export function findBankAccounts(voice: Voice, context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < voice.tokens.length; at++) {
    const end = ibanEnd(voice, at)
    if (end < 0) continue
    findings.push(findingOver(voice, 'bank-account', at, end, ''))
    at = end
  }
  for (const run of voice.runs) {
    if (run.digits.length < 6 || run.digits.length > 17) continue
    const place = voice.places[run.items[0]!.first]!
    if (nearestCue(context.cues, place, kinds, context.meter)?.kind !== 'bank') continue
    findings.push(findingOfItems(voice, run.items, 'bank-account'))
  }
  return findings
}

function ibanEnd(voice: Voice, at: number): number {
  const first = voice.tokens[at]
  if (first?.kind !== 'identifier' || !/^[a-z]{2}[0-9]{2}/.test(first.text)) return -1
  let text = ''
  let found = -1
  for (let end = at; end < voice.tokens.length && end - at < 10; end++) {
    const token = voice.tokens[end]
    if (token?.kind !== 'identifier' && token?.kind !== 'number' && token?.kind !== 'word') break
    if (!/^[a-z0-9]+$/.test(token.text)) break
    text += token.text
    if (text.length > 34) break
    if (text.length >= 15 && passesMod97(text)) found = end
  }
  return found
}

function passesMod97(iban: string): boolean {
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}
