import { isObject } from '../json/record-list.ts'
import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript, TranscriptSegment, TranscriptWord } from '../types.ts'
import { buildTranscript, segment } from './build-transcript.ts'
import { groupWords } from './group-words.ts'
import { roleOf } from './roles.ts'
import { shapedItems } from './shaped-items.ts'
import { readTimedItem, type GivenTime, type TimedItem } from './timed-fields.ts'
import { unitOfOpenTimes } from './time-units.ts'

/** One list of timed texts, or several of the same kind, one per channel. */
interface TimedList {
  /** Where it stands, positions in lists written as '*'. */
  path: string
  parts: { channel: string | null; items: TimedItem[] }[]
  isOfWords: boolean
}

/**
 * Reads the spoken text of any JSON by its structure: lists whose objects have a text and a time. A file
 * that holds the same speech as words, as sentences and as turns is read once, from the list that says most
 * about who spoke. Units are told by field names, by how times are written, or by how fast people speak.
 * @returns null when no list looks like speech.
 */
export function readAnyJson(value: unknown, vendor: string, hints: FileNameHints): ParsedTranscript | null {
  const list = bestList(findTimedLists(value))
  if (list === null) return null
  const all = list.parts.flatMap(({ items }) => items)
  const convert = timeConverter(all)
  const isMultichannel = list.parts.length > 1
  const segments = list.parts.flatMap(({ channel, items }) => {
    const fallback = isMultichannel && channel !== null ? `channel ${channel}` : null
    return list.isOfWords
      ? groupWords(items.map((item) => spokenWord(item, convert, fallback)))
      : items.map((item) => spokenSegment(item, convert, fallback))
  })
  const startedAtMs = convert.startedAtMs
  return buildTranscript(
    {
      vendor,
      segments,
      startedAtMs,
      channelKind: startedAtMs !== null && segments.every(({ endMs }) => endMs === null) ? 'chat' : 'voice',
      vendorFacts: vendor === 'unknown' ? { readFrom: list.path } : {},
    },
    hints,
  )
}

const mostValues = 2_000_000

function findTimedLists(top: unknown): TimedList[] {
  const lists = new Map<string, TimedList>()
  const waiting: { value: unknown; path: string; channel: string | null }[] = [
    { value: top, path: '', channel: null },
  ]
  for (let visited = 0; visited < mostValues; visited++) {
    const next = waiting.pop()
    if (next === undefined) break
    const { value, path, channel } = next
    if (Array.isArray(value)) {
      // Channels and alternatives wrap speech; one of them is not a turn.
      const items = /(channels?|alternatives|nbest)$/i.test(path) ? null : timedItems(value)
      if (items !== null) {
        const list = lists.get(path) ?? { path, parts: [], isOfWords: isWordList(path, items) }
        list.parts.push({ channel, items })
        lists.set(path, list)
        continue
      }
      // Of several readings of the same speech only the best counts.
      const inner = /(alternatives|nbest)$/i.test(path) ? value.slice(0, 1) : value
      for (let index = inner.length - 1; index >= 0; index--) {
        waiting.push({
          value: inner[index],
          path: `${path}.*`,
          channel: /channels?$/i.test(path) ? String(index) : channel,
        })
      }
    } else if (isObject(value)) {
      const entries = Object.entries(value)
      for (const [name, inner] of entries.toReversed()) {
        if (typeof inner === 'object' && inner !== null)
          waiting.push({ value: inner, path: `${path}.${name}`, channel })
      }
    }
  }
  return [...lists.values()]
}

function timedItems(list: readonly unknown[]): TimedItem[] | null {
  if (list.length === 0 || !isObject(list[0])) return null
  const looked = list.slice(0, 50).filter((item) => readTimedItem(item) !== null).length
  if (looked * 10 < Math.min(list.length, 50) * 7) return shapedItems(list)
  return list.flatMap((item) => readTimedItem(item) ?? [])
}

function isWordList(path: string, items: readonly TimedItem[]): boolean {
  if (/(words?|word_segments|tokens)$/i.test(path)) return true
  const areNamedWords = items.every(({ textName }) => textName === 'word' || textName === 'punctuatedword')
  return areNamedWords && items.every(({ text }) => !text.trim().includes(' '))
}

function bestList(lists: readonly TimedList[]): TimedList | null {
  const spoken = lists.filter(isPlausible).map((list) => ({ list, letters: lettersIn(list) }))
  const most = spoken.reduce((largest, { letters }) => Math.max(largest, letters), 0)
  let best: { list: TimedList; score: number } | null = null
  for (const { list, letters } of spoken) {
    // Highlights, chapters and keywords repeat a part of the speech.
    if (letters === 0 || letters < most * 0.7) continue
    const score = listScore(list)
    if (best === null || score > best.score) best = { list, score }
  }
  return best?.list ?? null
}

/** Times that are instants are speech only where somebody says something: an export of contacts has them too. */
function isPlausible({ parts }: TimedList): boolean {
  const items = parts.flatMap((part) => part.items)
  const instants = items.filter(({ start }) => start?.unit === 'instant').length
  const speakers = items.filter(({ speakerLabel }) => speakerLabel !== null).length
  if (instants > 0 && (speakers * 2 < items.length || items.length < 2)) return false
  return items.some(({ text }) => /\p{L}/u.test(text))
}

function listScore({ parts, isOfWords }: TimedList): number {
  const items = parts.flatMap((part) => part.items)
  const shareOf = (is: (item: TimedItem) => boolean): number => items.filter(is).length / items.length
  const hasSpeakers = parts.length > 1 || shareOf(hasOneSpeaker) > 0.5
  const hasWords = shareOf(({ words }) => words.length > 0) > 0.5
  const hasEnds = shareOf(({ end, duration }) => end !== null || duration !== null) > 0.5
  return (hasSpeakers ? 4 : 0) + (isOfWords ? 0 : 2) + (hasWords ? 2 : 0) + (hasEnds ? 1 : 0)
}

/** A piece in which several people speak says of none of its words who spoke them. */
function hasOneSpeaker({ speakerLabel, words }: TimedItem): boolean {
  const speakers = new Set(words.flatMap((word) => word.speakerLabel ?? []))
  return speakers.size === 0 ? speakerLabel !== null : speakers.size === 1
}

function lettersIn({ parts }: TimedList): number {
  let letters = 0
  for (const { items } of parts) for (const { text } of items) letters += text.replace(/\s+/g, '').length
  return letters
}

interface TimeConverter {
  startedAtMs: number | null
  ms: (time: GivenTime | null) => number | null
}

function timeConverter(items: readonly TimedItem[]): TimeConverter {
  const factor = unitOfOpenTimes(items) === 'ms' ? 1 : 1000
  let startedAtMs: number | null = null
  for (const { start } of items) {
    if (start?.unit === 'instant') startedAtMs = Math.min(startedAtMs ?? start.value, start.value)
  }
  return {
    startedAtMs,
    ms: (time) => {
      if (time === null) return null
      if (time.unit === 'instant') return Math.max(0, time.value - (startedAtMs ?? time.value))
      return Math.round(time.unit === 'open' ? time.value * factor : time.value)
    },
  }
}

function timesOf(item: TimedItem, convert: TimeConverter): { startMs: number | null; endMs: number | null } {
  const startMs = convert.ms(item.start)
  const lengthMs = item.end === null ? convert.ms(item.duration) : null
  return { startMs, endMs: lengthMs !== null && startMs !== null ? startMs + lengthMs : convert.ms(item.end) }
}

function spokenWord(
  item: TimedItem,
  convert: TimeConverter,
  fallback: string | null,
): TranscriptWord & { speakerLabel: string | null } {
  const { text, confidence } = item
  return { text, confidence, ...timesOf(item, convert), speakerLabel: item.speakerLabel ?? fallback }
}

function spokenSegment(item: TimedItem, convert: TimeConverter, fallback: string | null): TranscriptSegment {
  const speakerLabel = item.speakerLabel ?? commonest(item.words) ?? fallback
  const role = roleOf(item.roleText)
  return segment({
    speakerLabel,
    role: role === 'unknown' ? roleOf(speakerLabel) : role,
    ...timesOf(item, convert),
    text: item.text,
    confidence: item.confidence,
    words: item.words.map((word) => ({
      text: word.text.trim(),
      confidence: word.confidence,
      ...timesOf(word, convert),
    })),
  })
}

function commonest(words: readonly TimedItem[]): string | null {
  const counts = new Map<string, number>()
  for (const { speakerLabel } of words)
    if (speakerLabel !== null) counts.set(speakerLabel, (counts.get(speakerLabel) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null
}
