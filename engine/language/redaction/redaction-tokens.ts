import { kindOfLabel } from './kinds.ts'
import type { RedactionKind } from './kinds.ts'

export type RedactionToken = {
  /** `number`: only digits. `identifier`: letters and digits glued. `mask`: a placeholder of an earlier redaction. */
  readonly kind: 'number' | 'word' | 'identifier' | 'mark' | 'mask'
  /** Lower case; digits of any script as 0-9. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly segment: number
  /** White space or a line break stands before it. */
  readonly isSpaced: boolean
  readonly isNewLine: boolean
  readonly masked?: RedactionKind
}

const longestLabel = 40

/** How people write addresses to hide them from machines: `jo [at] example (dot) org`. */
const bracketed = /[[({<] ?(at|dot) ?[\])}>]/iy
const opening = new Set([40, 60, 91, 123])

/** Splits one segment's text into tokens and appends them to `into`; linear in the text. */
export function appendTokens(text: string, segment: number, into: RedactionToken[]): void {
  const length = text.length
  let at = 0
  let isSpaced = true
  let isNewLine = true
  while (at < length) {
    const code = text.charCodeAt(at)
    const type = typeOf(code)
    if (type === 'space') {
      isSpaced = true
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) isNewLine = true
      at++
      continue
    }
    if (type === 'invisible') {
      at++
      continue
    }
    const start = at
    if (opening.has(code)) {
      bracketed.lastIndex = at
      const word = bracketed.exec(text)?.[1]
      if (word !== undefined) {
        at = bracketed.lastIndex
        const mark = word.toLowerCase() === 'at' ? '@' : '.'
        into.push({ kind: 'mark', text: mark, start, end: at, segment, isSpaced, isNewLine })
        isSpaced = isNewLine = false
        continue
      }
    }
    if (code === 91) {
      const mask = maskAt(text, at)
      if (mask !== undefined) {
        at = mask.end
        into.push({ kind: 'mask', text: '', start, end: at, segment, isSpaced, isNewLine, masked: mask.kind })
        isSpaced = isNewLine = false
        continue
      }
    }
    if (type === 'mark') {
      at++
      into.push({ kind: 'mark', text: text[start]!, start, end: at, segment, isSpaced, isNewLine })
    } else {
      let digits = 0
      let letters = 0
      while (at < length) {
        const next = typeOf(text.charCodeAt(at))
        if (next === 'digit') digits++
        else if (next === 'letter') letters++
        else if (!(next === 'apostrophe' && at > start && typeOf(text.charCodeAt(at + 1)) === 'letter')) break
        at++
      }
      if (at === start) at++
      const kind = digits === 0 ? 'word' : letters === 0 ? 'number' : 'identifier'
      const raw = text.slice(start, at)
      const lower = kind === 'number' ? plainDigits(raw) : raw.toLowerCase().replaceAll('’', "'")
      into.push({
        kind: letters + digits === 0 ? 'mark' : kind,
        text: lower,
        start,
        end: at,
        segment,
        isSpaced,
        isNewLine,
      })
    }
    isSpaced = isNewLine = false
  }
}

/** Placeholders: our own labels, and the capitals in brackets that other systems write (`[PII]`, `[CARD_NUMBER]`). */
function maskAt(text: string, start: number): { end: number; kind?: RedactionKind } | undefined {
  const close = text.slice(start, start + longestLabel).indexOf(']')
  if (close < 2) return undefined
  const label = text.slice(start, start + close + 1)
  const kind = kindOfLabel.get(label)
  if (kind !== undefined) return { end: start + close + 1, kind }
  return /^\[[A-Z][A-Z0-9_ -]*\]$/.test(label) ? { end: start + close + 1 } : undefined
}

type CharacterType = 'space' | 'invisible' | 'digit' | 'letter' | 'apostrophe' | 'mark'

function typeOf(code: number): CharacterType {
  if (code >= 97 && code <= 122) return 'letter'
  if (code === 32 || (code >= 9 && code <= 13)) return 'space'
  if (code >= 48 && code <= 57) return 'digit'
  if (code >= 65 && code <= 90) return 'letter'
  if (code === 39) return 'apostrophe'
  if (!(code >= 128)) return 'mark'
  if (code === 0x2019) return 'apostrophe'
  if (code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a)) return 'space'
  if (code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0x85) return 'space'
  if ((code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0xad || code === 0x2060)
    return 'invisible'
  if (digitZero(code) !== 0) return 'digit'
  if (code >= 0x2010 && code <= 0x27bf) return 'mark'
  if (code === 0xb7 || code === 0xa3 || code === 0xa5 || code === 0xa7 || code === 0xd7 || code === 0xf7)
    return 'mark'
  return code >= 0xaa ? 'letter' : 'mark'
}

/** The zero of the digit's script (full width, Arabic, Persian, Devanagari), 0 where the code is no such digit. */
function digitZero(code: number): number {
  for (const zero of [0xff10, 0x0660, 0x06f0, 0x0966]) if (code >= zero && code <= zero + 9) return zero
  return 0
}

function plainDigits(raw: string): string {
  if (/^[0-9]+$/.test(raw)) return raw
  let digits = ''
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    const zero = digitZero(code)
    digits += zero === 0 ? raw[at]! : String(code - zero)
  }
  return digits
}
