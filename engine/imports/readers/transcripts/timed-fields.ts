import { isObject } from '../json/record-list.ts'
import { clockMs } from './clock-times.ts'
import { instantMs } from './json-fields.ts'

/** A moment or length as a file gives it: with its unit, or a bare number whose unit is still open. */
export type GivenTime =
  | { unit: 'ms'; value: number }
  | { unit: 'open'; value: number }
  | { unit: 'instant'; value: number }

/** A piece of text with a time, read by the names of its fields. */
export interface TimedItem {
  text: string
  /** The name the text stood under, normalised. */
  textName: string
  start: GivenTime | null
  end: GivenTime | null
  duration: GivenTime | null
  speakerLabel: string | null
  roleText: string | null
  confidence: number | null
  words: TimedItem[]
}

const textNames =
  'punctuatedword text transcript content body utterance sentence message display lexical word phrase caption line'.split(
    ' ',
  )
const startNames = (
  'start starttime startms starttimems startoffset startoffsetms startseconds startsec begin begintime beginoffsetmillis beginms ' +
  'from offset offsetms offsetmilliseconds offsetinticks offsetseconds t0 ts timestamp time absolutetime createdat sentat date'
).split(' ')
const endNames =
  'end endtime endms endtimems endoffset endoffsetms endseconds endsec endoffsetmillis stop finish to t1'.split(
    ' ',
  )
const durationNames =
  'duration durationms durationmilliseconds durationinticks durationseconds dur length lengthms'.split(' ')
const speakerNames = (
  'speaker speakerlabel speakername speakerid speakertag speakerrole role participantrole participant participantpurpose ' +
  'participantid sender sendername author party spk talker who channel channeltag channelid channelindex'
).split(' ')
const roleNames =
  'speakerrole role participantrole participantpurpose sendertype speaker party sender who spk'.split(' ')
const confidenceNames = 'confidence probability prob p score conf'.split(' ')
const wordNames = 'words items tokens wordlist'.split(' ')

/** Reads one object as a timed text; null when it has no text or no time. */
export function readTimedItem(value: unknown, depth = 0): TimedItem | null {
  if (!isObject(value)) return null
  const fields = new Map<string, unknown>()
  for (const [name, inner] of Object.entries(value)) fields.set(normalise(name), inner)
  // Recognisers that offer several readings put text and words into the first of them.
  const first = fields.get('alternatives') ?? fields.get('nbest')
  if (Array.isArray(first) && isObject(first[0])) {
    for (const [name, inner] of Object.entries(first[0]))
      if (!fields.has(normalise(name))) fields.set(normalise(name), inner)
  }
  const textName = textNames.find((name) => typeof fields.get(name) === 'string')
  if (textName === undefined) return null
  const pair = timePair(fields)
  const words = depth === 0 ? nestedWords(fields) : []
  const start = pair?.start ?? timeUnder(fields, startNames) ?? words[0]?.start ?? null
  if (start === null) return null
  const roleText = roleNames.flatMap((name) => nameOf(fields.get(name)) ?? [])[0] ?? null
  return {
    text: fields.get(textName) as string,
    textName,
    start,
    end: pair?.end ?? timeUnder(fields, endNames) ?? words.at(-1)?.end ?? null,
    duration: timeUnder(fields, durationNames),
    speakerLabel: speakerNames.flatMap((name) => nameOf(fields.get(name)) ?? [])[0] ?? null,
    roleText,
    confidence: confidenceOf(fields),
    words,
  }
}

function nestedWords(fields: Map<string, unknown>): TimedItem[] {
  for (const name of wordNames) {
    const list = fields.get(name)
    if (!Array.isArray(list) || list.length === 0) continue
    const words = list.flatMap((word) => readTimedItem(word, 1) ?? [])
    if (words.length * 2 > list.length) return words
  }
  return []
}

/** 'offsets: {from, to}' of whisper.cpp and 'timestamp: [from, to]' of others. */
function timePair(fields: Map<string, unknown>): { start: GivenTime; end: GivenTime | null } | null {
  const offsets = fields.get('offsets')
  if (isObject(offsets) && typeof offsets['from'] === 'number') {
    const end = typeof offsets['to'] === 'number' ? ({ unit: 'ms', value: offsets['to'] } as const) : null
    return { start: { unit: 'ms', value: offsets['from'] }, end }
  }
  const pair = fields.get('timestamp') ?? fields.get('timestamps') ?? fields.get('time')
  if (isObject(pair)) {
    const start = givenTime('from', pair['from'] ?? pair['start'])
    return start === null ? null : { start, end: givenTime('to', pair['to'] ?? pair['end']) }
  }
  if (!Array.isArray(pair) || pair.length !== 2) return null
  const start = givenTime('from', pair[0])
  return start === null ? null : { start, end: givenTime('to', pair[1]) }
}

function timeUnder(fields: Map<string, unknown>, names: readonly string[]): GivenTime | null {
  for (const name of names) {
    if (!fields.has(name)) continue
    const time = givenTime(name, fields.get(name))
    if (time !== null) return time
  }
  return null
}

function givenTime(name: string, value: unknown): GivenTime | null {
  if (typeof value === 'string') {
    const instant = instantMs(value)
    if (instant !== null) return { unit: 'instant', value: instant }
    if (/^-?\d+(\.\d+)?$/.test(value)) return givenTime(name, Number(value))
    const ms = clockMs(value)
    return ms === null ? null : { unit: 'ms', value: ms }
  }
  if (isObject(value)) {
    const seconds = Number(value['seconds'] ?? 0)
    const nanos = Number(value['nanos'] ?? value['nanoseconds'] ?? 0)
    if ('milliseconds' in value) return givenTime('ms', value['milliseconds'])
    return 'seconds' in value || 'nanos' in value
      ? { unit: 'ms', value: Math.round(seconds * 1000 + nanos / 1e6) }
      : null
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null
  if (name.endsWith('inticks')) return { unit: 'ms', value: Math.round(value / 10_000) }
  if (value > 1e11 && value < 1e14) return { unit: 'instant', value: Math.round(value) }
  if (value >= 1e9 && value < 1e10) return { unit: 'instant', value: Math.round(value * 1000) }
  if (/(ms|millis|milliseconds)$/.test(name)) return { unit: 'ms', value: Math.round(value) }
  if (/(seconds|sec)$/.test(name)) return { unit: 'ms', value: Math.round(value * 1000) }
  return { unit: 'open', value }
}

/** 'Agent', 0, {name: 'Ann'}, {role: 'agent'}. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.trim() === '' || value.length > 200 ? null : value.trim()
  if (!isObject(value)) return null
  return nameOf(value['name'] ?? value['role'] ?? value['label'] ?? value['type'] ?? value['id'] ?? null)
}

function confidenceOf(fields: Map<string, unknown>): number | null {
  for (const name of confidenceNames) {
    const value = fields.get(name)
    if (typeof value === 'number' && value >= 0 && value <= 1) return value
  }
  const logarithm = fields.get('avglogprob')
  return typeof logarithm === 'number' && logarithm <= 0 ? Math.exp(logarithm) : null
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
