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

/** Lengths by country (ISO 13616 registry): the check digits alone let one order number in a hundred through. */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ad: 24,
    ae: 23,
    at: 20,
    be: 16,
    bg: 22,
    br: 29,
    ch: 21,
    cy: 28,
    cz: 24,
    de: 22,
    dk: 18,
    ee: 20,
    es: 24,
    fi: 18,
    fr: 27,
    gb: 22,
    gr: 27,
    hr: 21,
    hu: 28,
    ie: 22,
    il: 23,
    is: 26,
    it: 27,
    li: 21,
    lt: 20,
    lu: 20,
    lv: 21,
    mc: 27,
    mt: 31,
    nl: 18,
    no: 15,
    pl: 28,
    pt: 25,
    ro: 24,
    rs: 22,
    sa: 24,
    se: 24,
    si: 19,
    sk: 24,
    sm: 27,
    tr: 26,
    ua: 29,
  }),
)

function ibanEnd(voice: Voice, at: number): number {
  const first = voice.tokens[at]
  if (first?.kind !== 'identifier' || !/^[a-z]{2}[0-9]{2}/.test(first.text)) return -1
  const length = ibanLengths.get(first.text.slice(0, 2))
  if (length === undefined) return -1
  let text = ''
  for (let end = at; end < voice.tokens.length && end - at < 10; end++) {
    const token = voice.tokens[end]
    if (token?.kind !== 'identifier' && token?.kind !== 'number' && token?.kind !== 'word') break
    if (!/^[a-z0-9]+$/.test(token.text)) break
    text += token.text
    if (text.length >= length) return text.length === length && passesMod97(text) ? end : -1
  }
  return -1
}

function passesMod97(iban: string): boolean {
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}
