import { digitItemAt } from './digit-items.ts'
import { nearestCue, nextCue } from './cues.ts'
import type { CueKind } from './cues.ts'
import { findingOver } from './findings.ts'
import type { Finding, RedactionContext, Voice } from './findings.ts'
import type { RedactionToken } from './redaction-tokens.ts'

const emailCue: ReadonlySet<CueKind> = new Set(['email'])

const mailHosts = new Set(
  `gmail googlemail yahoo hotmail outlook aol icloud live msn comcast verizon proton protonmail ymail gmx att sbcglobal cox
   charter earthlink btinternet virginmedia rocketmail fastmail zoho bellsouth optonline mac web`.split(
    /\s+/,
  ),
)
const topDomains = new Set(
  `com net org edu gov mil co io uk us ca de fr eu info biz me tv au nz in ie es it nl ch at be se no dk fi pl pt mx br za jp
   cn ru app dev ai shop store online email`.split(/\s+/),
)
const connectors = new Set(['dot', 'period', 'point', 'underscore', 'dash', 'hyphen', 'minus', 'plus'])
const markConnectors = '._-+'

/** Words that stand before an address and never in it. */
const stops = new Set(
  `is it's its it at on to my your our the a an email mail address that that's thats this and or use yes yeah yep no okay ok so
   sure um uh er me i i'm we you he she they was be as under for from with of in contact reach send sent works work look looked
   looking shop shopped shopping order ordered ordering bought buy account login site website online via by here there us him
   her them right well will can would could please thanks thank good great correct see saw found available working worked
   hi hello hey just actually again have has had got one's called name's goes like do does did not only support team help
   information not but if when where what which who how why about get go come sign signed log logged page check checked up
   out`.split(/\s+/),
)
const spellingWords = new Set(['as', 'in', 'like', 'for'])
const longestSpelling = 64
const longestWords = 5

/** E-mail addresses, written ("jo@example.org") and spoken ("jo dot smith at gmail dot com", also spelled out). */
export function findEmails(voice: Voice, context: RedactionContext): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < voice.tokens.length; at++) {
    if (context.meter !== undefined) context.meter.steps++
    const token = voice.tokens[at]
    if (token === null || token === undefined) continue
    const isMark = token.kind === 'mark' && token.text === '@'
    if (!isMark && !(token.kind === 'word' && token.text === 'at')) continue
    const range =
      (isMark ? written(voice, at, context) : undefined) ?? spokenAddress(voice, at, isMark, context)
    if (range === undefined) continue
    findings.push(findingOver(voice, 'email', range.first, range.last, ''))
    at = range.last
  }
  return findings
}

function written(
  voice: Voice,
  at: number,
  context: RedactionContext,
): { first: number; last: number } | undefined {
  let first = at
  while (
    first > 0 &&
    at - first < longestSpelling &&
    isGlued(voice, first - 1) &&
    isLocalPart(voice.tokens[first - 1])
  ) {
    if (context.meter !== undefined) context.meter.steps++
    first--
  }
  while (first < at && voice.tokens[first]?.kind === 'mark') first++
  let last = at
  let hasDot = false
  for (let next = at + 1; next < voice.tokens.length && next - at < longestSpelling; next++) {
    const token = voice.tokens[next]
    if (!isGlued(voice, next - 1) || token === null || token === undefined || token.kind === 'mask') break
    if (token.kind === 'mark') {
      if (token.text !== '.' && token.text !== '-') break
      continue
    }
    if (voice.tokens[next - 1]!.text === '.') hasDot = true
    last = next
  }
  return first < at && hasDot ? { first, last } : undefined
}

/** Whether token `at` and the next stand in one segment with nothing between them. */
function isGlued(voice: Voice, at: number): boolean {
  const token = voice.tokens[at]
  const next = voice.tokens[at + 1]
  if (token === null || next === null || token === undefined || next === undefined) return false
  return token.segment === next.segment && token.end === next.start
}

function isLocalPart(token: RedactionToken | null | undefined): boolean {
  if (token === null || token === undefined || token.kind === 'mask') return false
  return token.kind !== 'mark' || "._%+-'&*~!#$^{}|/?=`".includes(token.text)
}

const namedAfterReach = 6

function spokenAddress(
  voice: Voice,
  at: number,
  isMark: boolean,
  context: RedactionContext,
): { first: number; last: number } | undefined {
  const plain = spokenDomain(voice, at + 1, false)
  // most of what "at my ... dot com" follows is no address: the part before has to look like one then
  const domain = plain ?? spokenDomain(voice, at + 1, true)
  if (domain === undefined) return undefined
  const local = spokenLocalPart(voice, at, context)
  if (local === undefined || (plain === undefined && !local.isStructured)) return undefined
  const cue = nearestCue(context.cues, voice.places[at]!, emailCue, context.meter)
  const isNamedAfter =
    nextCue(context.cues, voice.places[domain.last]!, namedAfterReach, emailCue) !== undefined
  const isBelieved = isMark || domain.isMailHost || local.isStructured || cue !== undefined || isNamedAfter
  return isBelieved ? { first: local.first, last: domain.last } : undefined
}

/** "gmail dot com", "g mail dot com", "example dot co dot uk", "gmail.com", "gmail com". */
function spokenDomain(
  voice: Voice,
  start: number,
  takesStops: boolean,
): { last: number; isMailHost: boolean } | undefined {
  let host = ''
  let last = -1
  let place = start
  for (let parts = 0; place < voice.tokens.length && parts < 6; parts++) {
    const token = voice.tokens[place]
    if (token === null || token === undefined || token.kind === 'mask') break
    if (token.kind === 'mark' && !joinsHost(token)) break
    const next = voice.tokens[place + 1]
    const isTop = last >= 0 || mailHosts.has(host)
    if (isTop && topDomains.has(token.text)) {
      last = place
      if (!isDot(next)) break
      place += 2
      continue
    }
    if (last >= 0) {
      // "co dot uk": after a top domain only another one may follow.
      break
    }
    if (isDot(next) && topDomains.has(voice.tokens[place + 2]?.text ?? '')) {
      host += token.text
      last = place + 2
      if (!isDot(voice.tokens[place + 3])) break
      place += 4
      continue
    }
    if (isDot(next)) {
      host += token.text
      place += 2
      continue
    }
    const isDashed = joinsHost(next) || joinsHost(voice.tokens[place - 1])
    if (stops.has(token.text) && !isDashed && !takesStops) return undefined
    if (!joinsHost(token)) host += token.text
    place++
  }
  return last < 0 ? undefined : { last, isMailHost: mailHosts.has(host) }
}

function joinsHost(token: RedactionToken | null | undefined): boolean {
  return token?.text === 'dash' || token?.text === 'hyphen' || (token?.kind === 'mark' && token.text === '-')
}

function isDot(token: RedactionToken | null | undefined): boolean {
  return token?.text === 'dot' || (token?.kind === 'mark' && token.text === '.')
}

function spokenLocalPart(
  voice: Voice,
  at: number,
  context: RedactionContext,
): { first: number; isStructured: boolean } | undefined {
  let first = -1
  let words = 0
  let isStructured = false
  let place = at - 1
  while (place >= 0 && at - place <= longestSpelling) {
    if (context.meter !== undefined) context.meter.steps++
    const token = voice.tokens[place]
    if (token === null || token === undefined || token.kind === 'mask') break
    if (first >= 0 && endsElsewhere(voice, place, first)) break
    const isJoined = place + 1 === first && connectors.has(voice.tokens[first]?.text ?? '')
    if (token.kind === 'mark') {
      const isConnector = markConnectors.includes(token.text) && isGlued(voice, place)
      if (
        !isConnector &&
        !(token.text === ',' || token.text === '-' || (token.text === '.' && isSpelled(voice, place - 1)))
      )
        break
      if (isConnector && place < at - 1) isStructured = true
      if (token.text === ',' && !isSpelled(voice, place - 1)) break
      place--
      continue
    }
    if (connectors.has(token.text)) {
      if (first < 0) break
      isStructured = true
      first = place
      place--
      continue
    }
    const isCharacter = isSpelled(voice, place)
    if (isCharacter) {
      if (token.kind !== 'word' || token.text.length > 1) isStructured = true
      first = place
      place--
      continue
    }
    const isFiller = token.text === 'uh' || token.text === 'um' || token.text === 'er'
    if (isFiller && first >= 0) {
      place--
      continue
    }
    // "b as in boy": the example word belongs to the spelling.
    const asIn = spellingWords.has(voice.tokens[place - 1]?.text ?? '') && isSpelled(voice, place - 3)
    if (
      stops.has(token.text) &&
      !isJoined &&
      !(spellingWords.has(token.text) && (isSpelled(voice, place - 1) || isSpelled(voice, place - 2)))
    )
      break
    if (words >= longestWords && !isJoined && !asIn) break
    words++
    first = place
    place--
  }
  if (first >= 0 && connectors.has(voice.tokens[first]!.text)) first++
  return first < 0 || first >= at ? undefined : { first, isStructured }
}

/** Whether a line or turn ended between `place` and the part at `first`, other than in the middle of a spelling. */
function endsElsewhere(voice: Voice, place: number, first: number): boolean {
  if (voice.tokens[first]?.isNewLine !== true) return false
  const before = voice.tokens[place]!.text
  const after = voice.tokens[first].text
  const isOpen = connectors.has(before) || connectors.has(after)
  return !isOpen && !(before.length === 1 && after.length === 1)
}

/** A single letter, or a digit in figures or words. */
function isSpelled(voice: Voice, at: number): boolean {
  const token = voice.tokens[at]
  if (token === null || token === undefined) return false
  if (token.kind === 'number' || token.kind === 'identifier') return true
  if (token.kind !== 'word') return false
  if (token.text.length === 1 && token.text !== 'i' && token.text !== 'a') return true
  if (token.text.length === 1)
    return voice.tokens[at + 1]?.text.length === 1 || voice.tokens[at - 1]?.text.length === 1
  return digitItemAt(voice.tokens as Parameters<typeof digitItemAt>[0], at) !== undefined
}
