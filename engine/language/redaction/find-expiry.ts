import { digitItemAt } from './digit-items.ts'
import { nearestCue, nextCue } from './cues.ts'
import type { CueKind } from './cues.ts'
import { findingOver } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'
import { fillerWords, monthNames } from './number-words.ts'

const card: ReadonlySet<CueKind> = new Set(['card', 'code'])
const cardReach = 60
const answerReach = 14

/** Expiry dates: month and year after "expires" and the like, where a card was spoken of shortly before or after. */
export function findExpiryDates(voice: Voice, context: RedactionContext): Finding[] {
  const expiries = context.cues.filter((cue) => cue.kind === 'expiry')
  if (expiries.length === 0) return []
  const findings: Finding[] = []
  let at = 0
  for (const cue of expiries) {
    const isCard =
      nearestCue(context.cues, cue.first, card, context.meter) !== undefined ||
      nextCue(context.cues, cue.last, cardReach, card) !== undefined
    if (!isCard) continue
    while (at < voice.places.length && voice.places[at]! <= cue.last) at++
    for (
      let start = at;
      start < voice.places.length && voice.places[start]! - cue.last <= answerReach;
      start++
    ) {
      if (context.meter !== undefined) context.meter.steps++
      const end = monthAndYearEnd(voice, start)
      if (end < 0) continue
      const digits = voice.tokens
        .slice(start, end + 1)
        .map((token) => token?.text ?? '')
        .join('')
      findings.push(findingOver(voice, 'card-expiry', start, end, digits))
      break
    }
  }
  return findings
}

/** Last token of a month and year that begin at `at`: "12/25", "1225", "oh three twenty seven", "december 2027". */
function monthAndYearEnd(voice: Voice, at: number): number {
  const sequence = voice.tokens as Parameters<typeof digitItemAt>[0]
  const token = voice.tokens[at]
  if (token === null || token === undefined) return -1
  let digits = ''
  let end = at - 1
  if (token.kind === 'word' && monthNames.has(token.text)) {
    digits = '01'
    end = at
  }
  let place = end + 1
  while (digits.length < 6 && place < voice.tokens.length && place - at < 8) {
    const next = voice.tokens[place]
    if (next === null || next === undefined) break
    if (place > at && ((next.kind === 'mark' && '/-., '.includes(next.text)) || isBetween(next.text))) {
      place++
      continue
    }
    const item = digitItemAt(sequence, place)
    if (item === undefined || item.digits.length > 6) break
    if (digits.length + item.digits.length > 6) break
    digits += digits === '' && item.digits.length === 1 && !item.isSpoken ? `0${item.digits}` : item.digits
    place = item.last + 1
    end = item.last
  }
  return isMonthAndYear(digits) ? end : -1
}

function isBetween(word: string): boolean {
  return word !== 'and' && fillerWords.has(word)
}

/** Whether digits can be read as a card's month and year: 327, 0327, 32027, 032027. */
export function isMonthAndYear(digits: string): boolean {
  const short = digits.length === 3 || digits.length === 5 ? `0${digits}` : digits
  const month = Number(short.slice(0, 2))
  const year = short.slice(2)
  if (month < 1 || month > 12) return false
  return year.length === 2
    ? Number(year) >= 10 && Number(year) < 60
    : year.length === 4 && /^20[1-5]/.test(year)
}
