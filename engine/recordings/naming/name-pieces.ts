import { at, datesAt } from './written-dates.ts'
import { momentsAt, type WrittenMoment } from './written-moments.ts'

/** A stretch of a name that is one thing. Separators are `_`, `-`, white space and the like between them. */
export type NamePiece = { start: number; end: number; text: string } & (
  | { kind: 'moment' | 'date'; moment: WrittenMoment }
  | { kind: 'uuid' | 'phone' | 'number' | 'word' | 'separator' }
)

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/iy
/** International numbers, numbers with a leading zero, and the North American ten or eleven digits. */
const PHONES = [
  /\+\d[\d ().-]{5,16}\d(?!\d)/y,
  /00[1-9]\d{7,13}(?!\d)/y,
  /0[1-9]\d{8,9}(?!\d)/y,
  /1?[2-9]\d{2}[2-9]\d{6}(?!\d)/y,
  /\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)/y,
]
const NUMBER = /\d{1,255}/y
const SEPARATOR = /[\s_,;.()[\]{}@#~=-]{1,255}/y
const WORD = /[^\s_,;.()[\]{}@#~=-]{1,255}/y

/** Cuts a name without its ending into pieces, from left to right; every character is in exactly one. */
export function piecesOfName(name: string): NamePiece[] {
  const pieces: NamePiece[] = []
  let position = 0
  while (position < name.length) {
    const piece = pieceAt(name, position)
    pieces.push(piece)
    position = piece.end
  }
  return pieces
}

function pieceAt(name: string, start: number): NamePiece {
  const cut = (end: number) => ({ start, end, text: name.slice(start, end) })
  const uuid = at(UUID, name, start)
  if (uuid) return { kind: 'uuid', ...cut(start + uuid[0].length) }
  const isWhole = (end: number) => !/^\d\d$|^\p{L}\p{L}$/u.test(name.slice(end - 1, end + 1))
  const moment = momentsAt(name, start).find(
    ({ end, value }) => isWhole(end) && isPlain(name.slice(start, end), value),
  )
  if (moment) return { kind: 'moment', moment: moment.value, ...cut(moment.end) }
  const date = datesAt(name, start)
    .map(({ end, value }) => ({ end, moment: { date: value, time: null } }))
    .find(({ end, moment }) => isWhole(end) && isPlain(name.slice(start, end), moment))
  if (date) return { kind: 'date', moment: date.moment, ...cut(date.end) }
  for (const pattern of PHONES) {
    const phone = at(pattern, name, start)
    if (phone && isWhole(start + phone[0].length)) return { kind: 'phone', ...cut(start + phone[0].length) }
  }
  const separator = at(SEPARATOR, name, start)
  if (separator) return { kind: 'separator', ...cut(start + separator[0].length) }
  const word = at(WORD, name, start)
  const number = at(NUMBER, name, start)
  if (number && number[0].length >= (word?.[0].length ?? 0))
    return { kind: 'number', ...cut(start + number[0].length) }
  return { kind: 'word', ...cut(start + (word?.[0].length ?? 1)) }
}

/**
 * Whether a date is one beyond doubt where no pattern says that one stands there: with a year of four digits, and eight bare digits only
 * with the year first. A count of seconds begins with 1 until 2033; other ten digits are rather a telephone number.
 */
function isPlain(text: string, moment: WrittenMoment): boolean {
  if ('instantMs' in moment) return text.startsWith('1')
  const { parts } = moment.date
  return parts[0] >= 1000 || (parts[2] >= 1000 && !/^\d{8}/.test(text))
}
