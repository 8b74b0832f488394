import type { RedactionToken } from './redaction-tokens.ts'
import type { WorkMeter } from './work-meter.ts'

export type CueKind = 'card' | 'code' | 'expiry' | 'ssn' | 'phone' | 'email' | 'bank' | 'pin' | 'id'

export type Cue = {
  readonly kind: CueKind
  /** Places of its first and last word in the whole conversation's tokens. */
  readonly first: number
  readonly last: number
  /** A weak cue is one word that often means something else: it holds for a few tokens only. */
  readonly isStrong: boolean
}

const strong: Readonly<Record<CueKind, string>> = {
  card: `card number|card numbers|credit card|debit card|card details|card on file|visa|mastercard|master card|amex|
    american express|sixteen digit|16 digit|sixteen digits|16 digits|long number|number on the front|numbers on the front|
    digits on the front|card info|card information|primary account number`,
  code: `cvv|cvc|cvv2|cvc2|cvn|csc|security code|card code|card verification|card security code|on the back|on the back of the card|on the back of my card|on the back of your card|
    on the back of it|
    signature strip|signature panel|verification value|three digit code|3 digit code|three digit number|3 digit number|
    c v v|c v c|see vv|cbv|four digit code on the front|four digits on the front|4 digits on the front|sec code`,
  expiry: `expiration date|expiry date|expiration|expiry|expires|expiring|exp date|exp|valid thru|valid through|valid until|
    good through|good thru`,
  ssn: `social security number|social security|ssn|social insurance number|soc sec|ss number|my social security number|your social security number|my social security|your social security|last four of your social|
    last four of my social|your social|my social|full social|taxpayer identification|tax id|itin`,
  phone: `phone number|telephone number|cell number|cellphone number|mobile number|contact number|callback number|
    call back number|best number|reach you at|reach you on|reach me at|reach me on|call me at|call me on|call you at|
    call you on|call me back at|call me back on|call you back at|call you back on|text me at|text you at|whatsapp|fax number|
    home number|work number|daytime number|number to reach|number to call|phone is|telephone is|cell is|mobile is|my number is|
    my number's|phone|telephone|cell|cellphone|landline|good number|call us at|call us on|dial`,
  email: `email address|e mail address|email|e mail|mail address|gmail`,
  bank: `routing number|sort code|bank account|checking account|savings account|bank details|iban|aba number|
    account and routing|direct deposit`,
  pin: `pin number|pin code|your pin|my pin|pin is|passcode|pass code`,
  id: `on the back of the|on the back of my|on the back of your|on the back of a|order number|order id|order numbers|tracking number|tracking id|reference number|case number|ticket number|
    confirmation number|confirmation code|invoice number|account number|account id|member number|membership number|member id|
    customer number|customer id|serial number|policy number|claim number|part number|model number|booking reference|
    booking number|reservation number|transaction id|transaction number|item number|product number|employee id|employee number|
    agent id|user id|order is|reference is|ticket is|case is|imei|isbn|sku|upc|barcode|vin|work order|shipment number|
    purchase order|po number|gift card|device id|session id|receipt number|meter number|extension|zip code|zip|postal code|
    postcode|version|order no|invoice no|id number|id is|loyalty number|rewards number|flight number`,
}

const weak: Partial<Record<CueKind, string>> = {
  card: 'card',
  code: 'code',
  ssn: 'social',
  phone: 'mobile|call|text|reach',
  id: 'order|tracking|invoice|ticket|case|reference|ref|confirmation|id|shipment|account|serial|model|orders',
}

type Phrase = { words: string[]; kind: CueKind; isStrong: boolean }

const byFirstWord = new Map<string, Phrase[]>()
for (const [lists, isStrong] of [
  [strong, true],
  [weak, false],
] as const)
  for (const [kind, list] of Object.entries(lists) as [CueKind, string][])
    for (const phrase of list.split('|')) {
      const words = phrase.trim().split(/\s+/)
      const before = byFirstWord.get(words[0]!) ?? []
      before.push({ words, kind, isStrong })
      before.sort((a, b) => b.words.length - a.words.length || Number(b.isStrong) - Number(a.isStrong))
      byFirstWord.set(words[0]!, before)
    }

/**
 * Words that say what number comes next, in order of their last word; placeholders count as what they replaced. The longest
 * phrase wins and its words start no other cue ("gift card number" is no card).
 */
export function findCues(tokens: readonly RedactionToken[], meter?: WorkMeter): Cue[] {
  const cues: Cue[] = []
  let at = 0
  while (at < tokens.length) {
    if (meter !== undefined) meter.steps++
    const token = tokens[at]!
    if (token.kind === 'mask' && (token.masked === 'card-number' || token.masked === 'card-expiry'))
      cues.push({ kind: 'card', first: at, last: at, isStrong: true })
    const phrases =
      token.kind === 'word' || token.kind === 'identifier' || token.kind === 'number'
        ? byFirstWord.get(token.text)
        : undefined
    let next = at + 1
    for (const phrase of phrases ?? []) {
      const last = phraseEnd(tokens, at, phrase.words)
      if (last < 0) continue
      cues.push({ kind: phrase.kind, first: at, last, isStrong: phrase.isStrong })
      next = last + 1
      break
    }
    at = next
  }
  return cues
}

/** Place of the phrase's last word, or -1; a dash or full stop may stand between its words ("e-mail", "c.v.v"). */
function phraseEnd(tokens: readonly RedactionToken[], at: number, words: readonly string[]): number {
  let place = at
  for (let word = 1; word < words.length; word++) {
    place++
    if (tokens[place]?.kind === 'mark' && '-.'.includes(tokens[place]!.text)) place++
    if (tokens[place]?.text !== words[word]) return -1
  }
  return place
}

const strongReach = 40
const weakReach = 6

/**
 * The nearest cue before token `before` (a place in the conversation), of the kinds asked for; strong cues hold for 40
 * tokens, weak ones for 6. Looks back over at most 12 cues.
 */
export function nearestCue(
  cues: readonly Cue[],
  before: number,
  kinds: ReadonlySet<CueKind>,
  meter?: WorkMeter,
): Cue | undefined {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cues[middle]!.last < before) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && at >= low - 12; at--) {
    if (meter !== undefined) meter.steps++
    const cue = cues[at]!
    const distance = before - cue.last
    if (distance > strongReach) return undefined
    if (kinds.has(cue.kind) && (cue.isStrong || distance <= weakReach)) return cue
  }
  return undefined
}

/** The first cue that begins within `reach` tokens after token `after`. */
export function nextCue(
  cues: readonly Cue[],
  after: number,
  reach: number,
  kinds: ReadonlySet<CueKind>,
): Cue | undefined {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (cues[middle]!.first <= after) low = middle + 1
    else high = middle
  }
  for (let at = low; at < cues.length && at < low + 4; at++) {
    const cue = cues[at]!
    if (cue.first - after > reach) return undefined
    if (kinds.has(cue.kind)) return cue
  }
  return undefined
}
