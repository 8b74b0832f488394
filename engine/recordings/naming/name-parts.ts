import { at, datesAt, type DateOrder, type Found } from './written-dates.ts'
import { momentsAt, timesAt } from './written-moments.ts'

/** The parts a pattern can name. */
export const NAME_PARTS = [
  'agent',
  'date',
  'time',
  'datetime',
  'contact',
  'customer',
  'queue',
  'reason',
  'direction',
  'title',
  'channel',
  'language',
] as const
export type NamePart = (typeof NAME_PARTS)[number]

const DIRECTIONS: readonly (readonly [string, 'inbound' | 'outbound'])[] = [
  ['inbound', 'inbound'],
  ['incoming', 'inbound'],
  ['eingehend', 'inbound'],
  ['outbound', 'outbound'],
  ['outgoing', 'outbound'],
  ['ausgehend', 'outbound'],
  ['out', 'outbound'],
  ['in', 'inbound'],
]
const CHANNEL = /agent[-_ ]?(left|right)/iy
const LANGUAGE = /[a-z]{2}(?:[-_][a-z]{2}(?![a-z]))?/iy

/** Where the parts with a form of their own may end from `position` on, the longest first; null for parts of any text. */
export function endsOfPart(
  part: NamePart,
  order: DateOrder | null,
  text: string,
  position: number,
): number[] | null {
  switch (part) {
    case 'date':
      return datesAt(text, position)
        .filter(({ value }) => order === null || value.orders.includes(order))
        .map(endOf)
    case 'time':
      return timesAt(text, position).map(endOf)
    case 'datetime':
      return momentsAt(text, position)
        .filter(({ value }) => order === null || ('date' in value && value.date.orders.includes(order)))
        .map(endOf)
    case 'direction':
      return DIRECTIONS.filter(([word]) => startsWithWord(text, position, word)).map(
        ([word]) => position + word.length,
      )
    case 'channel':
      return matchEnds(CHANNEL, text, position)
    case 'language':
      return matchEnds(LANGUAGE, text, position)
    case 'agent':
    case 'contact':
    case 'customer':
    case 'queue':
    case 'reason':
    case 'title':
      return null
  }
}

/** Whether a character may stand within a part of any text: nothing crosses a folder, ids have no underscore, contact ids no space. */
export function mayHold(part: NamePart | null, character: string): boolean {
  if (character === '/') return false
  if (part === 'contact') return character !== '_' && character.trim() !== ''
  return part !== 'customer' || character !== '_'
}

/** The direction a word names. */
export function directionOf(text: string): 'inbound' | 'outbound' | null {
  return DIRECTIONS.find(([word]) => word === text.toLowerCase())?.[1] ?? null
}

function startsWithWord(text: string, position: number, word: string): boolean {
  return text.slice(position, position + word.length).toLowerCase() === word
}

function matchEnds(pattern: RegExp, text: string, position: number): number[] {
  const match = at(pattern, text, position)
  return match ? [position + match[0].length] : []
}

function endOf({ end }: Found<unknown>): number {
  return end
}
