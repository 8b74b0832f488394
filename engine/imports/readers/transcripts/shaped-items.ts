import { isObject } from '../json/record-list.ts'
import { clockMs } from './clock-times.ts'
import { roleOf } from './roles.ts'
import type { GivenTime, TimedItem } from './timed-fields.ts'

/** How fast people speak, in words a second, from halting to hurried: what is outside of it is no speech. */
const SLOWEST = 0.5
const FASTEST = 8

/** Numbers from here on are instants or ids and no offsets into a conversation. */
const LATEST_OFFSET = 1e9

type Item = Record<string, unknown>

/**
 * Reads a list whose fields have names nobody knows by what they hold: a text, a start and an end that follow one another through
 * the list, and a speaker out of a few. Without both ends a rising number could be a line number, so such a list is none.
 * @returns null when the list does not look like speech.
 */
export function shapedItems(list: readonly unknown[]): TimedItem[] | null {
  const items = list.filter(isObject)
  if (items.length < 2 || items.length < list.length) return null
  const names = Object.keys(items[0]!)
  const textName = textField(items, names)
  if (textName === null) return null
  const spans = timeFields(items, names, textName)
  if (spans === null) return null
  const speakerName = speakerField(items, names, textName)
  const areWords = items.every((item) => !textOf(item, textName).includes(' '))
  return items.flatMap((item, index): TimedItem[] => {
    const { start, end } = spans[index]!
    const speakerLabel = speakerName === null ? null : labelOf(item[speakerName])
    const text = textOf(item, textName)
    if (text === '') return []
    return [
      {
        text,
        textName: areWords ? 'word' : 'text',
        start,
        end,
        duration: null,
        speakerLabel,
        roleText: speakerLabel,
        confidence: null,
        words: [],
      },
    ]
  })
}

function textOf(item: Item, name: string): string {
  const value = item[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The field with the most written in it; a few words said over and over are a label. */
function textField(items: readonly Item[], names: readonly string[]): string | null {
  let best: { name: string; letters: number } | null = null
  for (const name of names) {
    const texts = items.map((item) => textOf(item, name)).filter((text) => /\p{L}/u.test(text))
    if (texts.length * 10 < items.length * 7 || new Set(texts).size * 2 < texts.length) continue
    if (texts.every((text) => clockMs(text) !== null)) continue
    const letters = texts.reduce((sum, text) => sum + text.length, 0)
    if (best === null || letters > best.letters) best = { name, letters }
  }
  return best?.name ?? null
}

interface Span {
  start: GivenTime
  end: GivenTime
}

function timeFields(items: readonly Item[], names: readonly string[], textName: string): Span[] | null {
  const rising = names
    .filter((name) => name !== textName)
    .map((name) => items.map((item) => offsetOf(item[name])))
    .filter((times) => times.every((time) => time !== null))
    .filter((times) => isRising(times.map(({ value }) => value)))
  const words = items.reduce((sum, item) => sum + textOf(item, textName).split(/\s+/).length, 0)
  for (const starts of rising) {
    for (const ends of rising) {
      if (starts === ends || starts[0]!.unit !== ends[0]!.unit) continue
      if (!follow(starts, ends)) continue
      const length = starts.reduce((sum, start, index) => sum + ends[index]!.value - start.value, 0)
      const perSecond =
        starts[0]!.unit === 'ms' ? [words / (length / 1000)] : [words / length, (words * 1000) / length]
      if (!perSecond.some((rate) => rate >= SLOWEST && rate <= FASTEST)) continue
      return starts.map((start, index) => ({ start, end: ends[index]! }))
    }
  }
  return null
}

function offsetOf(value: unknown): GivenTime | null {
  if (typeof value === 'string') {
    const ms = clockMs(value)
    if (ms !== null) return { unit: 'ms', value: ms }
    return /^\d+(\.\d+)?$/.test(value) ? offsetOf(Number(value)) : null
  }
  if (typeof value !== 'number' || !(value >= 0 && value < LATEST_OFFSET)) return null
  return { unit: 'open', value }
}

function isRising(values: readonly number[]): boolean {
  const falls = values.filter((value, index) => index > 0 && value < values[index - 1]!).length
  return falls * 10 <= values.length && values.at(-1)! > values[0]!
}

/** Each piece ends after its start, and most begin when the one before is over. */
function follow(starts: readonly GivenTime[], ends: readonly GivenTime[]): boolean {
  if (starts.some((start, index) => ends[index]!.value < start.value)) return false
  const after = starts.filter((start, index) => index === 0 || start.value >= ends[index - 1]!.value).length
  return after * 10 >= starts.length * 7 && ends.some((end, index) => end.value > starts[index]!.value)
}

/** The field that is one of a few labels, a role named in it before others. */
function speakerField(items: readonly Item[], names: readonly string[], textName: string): string | null {
  const labels = names
    .filter((name) => name !== textName)
    .map((name) => ({ name, values: items.map((item) => labelOf(item[name])) }))
    .filter(({ values }) => values.every((value) => value !== null))
    .map(({ name, values }) => ({ name, distinct: new Set(values as string[]) }))
    .filter(({ distinct }) => distinct.size >= 2 && distinct.size <= 8)
  const withRoles = labels.find(({ distinct }) => [...distinct].every((label) => roleOf(label) !== 'unknown'))
  return (withRoles ?? labels.find(({ distinct }) => distinct.size * 2 <= items.length))?.name ?? null
}

function labelOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 20) return String(value)
  return typeof value === 'string' && value.length <= 60 && value.trim() !== '' ? value.trim() : null
}
