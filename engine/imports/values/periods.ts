import { dayNameOf, dayNumberOf } from './civil-days.ts'
import { monthOfWord } from './month-names.ts'
import { lastWallTime, readWallTime } from './wall-time.ts'
import type { DateOrder } from './wall-time.ts'

const DAY_MS = 86_400_000

/** Whole days, `YYYY-MM-DD`, both ends included. */
export interface Period {
  fromDay: string
  toDay: string
}

/** Longer texts are titles or remarks, not a period's name. */
const LONGEST = 160

const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const WORD = String.raw`\p{L}{3,12}`
const DATE = String.raw`(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|20\d{6}|\d{1,2}(?:st|nd|rd|th|\.)?[ -]?(?:de |of )?${WORD}\.?,?[ -]?(?:de )?20\d{2}|${WORD}\.? \d{1,2}(?:st|nd|rd|th)?,? 20\d{2})`
const TO = String.raw`(?:\s*(?:[-–—/]|\.{2,3}|\b(?:to|thru|through|until|till|bis|hasta|al?|au|tot|t/m|até)\b)\s*|\s+)`
/** No letter or digit may touch a period: it would be part of something else. */
const START = String.raw`(?<![\p{L}\d])`
const END = String.raw`(?![\p{L}\d])`

const make = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'iu')

type Form = { pattern: RegExp; read: (match: RegExpExecArray, order: DateOrder) => Period | null }

/** The spellings of a period, longest first: a range of dates is no month, though it names one. */
const FORMS: readonly Form[] = [
  {
    pattern: make(`(${DATE}${TIME})${TO}(${DATE}${TIME})`),
    read: ([, from = '', to = ''], order) => between(from, to, order),
  },
  // 01.09. - 30.09.2026
  {
    pattern: make(String.raw`(\d{1,2}[./]\d{1,2})[./]?${TO}(\d{1,2}([./])\d{1,2}\3(20\d{2}|\d{2}))`),
    read: ([, from = '', to = '', sign = '', year = ''], order) =>
      between(`${from}${sign}${year}`, to, order),
  },
  // Sep 1 - Sep 30, 2026; Sep 1-30, 2026
  {
    pattern: make(String.raw`(${WORD})\.? (\d{1,2})${TO}(?:(${WORD})\.? )?(\d{1,2}),? (20\d{2})`),
    read: ([, month = '', from = '', other, to = '', year = '']) =>
      days([year, month, from], [year, other ?? month, to]),
  },
  // 1 Sep - 30 Sep 2026; 1-30 September 2026
  {
    pattern: make(String.raw`(\d{1,2})\.?(?: (${WORD})\.?)?${TO}(\d{1,2})\.? (${WORD})\.? (20\d{2})`),
    read: ([, from = '', other, to = '', month = '', year = '']) =>
      days([year, other ?? month, from], [year, month, to]),
  },
  // Jul - Sep 2026; Jul 2026 - Sep 2026
  {
    pattern: make(String.raw`(${WORD})\.?(?: (20\d{2}))?${TO}(${WORD})\.? (20\d{2})`),
    read: ([, from = '', fromYear, to = '', year = '']) =>
      months([fromYear ?? year, monthOfWord(from)], [year, monthOfWord(to)]),
  },
  {
    pattern: make(String.raw`(20\d{2})-(\d{2})${TO}(20\d{2})-(\d{2})(?!-\d)`),
    read: ([, fromYear = '', from = '', year = '', to = '']) =>
      months([fromYear, Number(from)], [year, Number(to)]),
  },
  // 2026-W36; KW 36 2026; week 36, 2026
  {
    pattern: make(String.raw`(20\d{2})[-/ ]?(?:W|KW|CW|week)[- ]?(\d{1,2})`),
    read: ([, year = '', week = '']) => weekOf(Number(year), Number(week)),
  },
  {
    pattern: make(String.raw`(?:W|KW|CW|week|woche|semana|semaine)[ .-]*(\d{1,2})[-/ ,]+(20\d{2})`),
    read: ([, week = '', year = '']) => weekOf(Number(year), Number(week)),
  },
  {
    pattern: make(String.raw`Q([1-4])[-/ ,]*(20\d{2})`),
    read: ([, quarter = '', year = '']) => quarterOf(year, Number(quarter)),
  },
  {
    pattern: make(String.raw`(20\d{2})[-/ ]*Q([1-4])`),
    read: ([, year = '', quarter = '']) => quarterOf(year, Number(quarter)),
  },
  {
    pattern: make(String.raw`(${WORD})\.?[-/ ,]*(?:de |of )?(20\d{2})`),
    read: ([, month = '', year = '']) => months([year, monthOfWord(month)], [year, monthOfWord(month)]),
  },
  {
    pattern: make(String.raw`(20\d{2})[-/ ]?(${WORD})`),
    read: ([, year = '', month = '']) => months([year, monthOfWord(month)], [year, monthOfWord(month)]),
  },
  {
    pattern: make(String.raw`(?<![-./])(20\d{2})[-/.](\d{2})(?![-./]?\d)`),
    read: ([, year = '', month = '']) => months([year, Number(month)], [year, Number(month)]),
  },
  {
    pattern: make(String.raw`(?<!\d[-./])(\d{1,2})[-/.](20\d{2})`),
    read: ([, month = '', year = '']) => months([year, Number(month)], [year, Number(month)]),
  },
]

/** Spellings that are a period only where nothing else can stand: `Sep-26`, `202609`. */
const BARE_FORMS: readonly Form[] = [
  {
    pattern: new RegExp(String.raw`^(${WORD})\.?[-/ ]?'?(\d{2})$`, 'iu'),
    read: ([, month = '', year = '']) =>
      months([`20${year}`, monthOfWord(month)], [`20${year}`, monthOfWord(month)]),
  },
  {
    pattern: /^(20\d{2})(0[1-9]|1[0-2])$/,
    read: ([, year = '', month = '']) => months([year, Number(month)], [year, Number(month)]),
  },
]

/** The period a cell names and nothing else (`Sep 2026`, `2026-W36`, `01.09.2026 - 30.09.2026`); null for any other text. */
export function readPeriod(cell: string, order: DateOrder): Period | null {
  const text = plain(cell)
  if (text.length > LONGEST || text.length < 5) return null
  for (const { pattern, read } of [...FORMS, ...BARE_FORMS]) {
    const match = pattern.exec(text)
    if (match?.[0].length !== text.length) continue
    const period = read(match, order)
    if (period) return period
  }
  return null
}

/**
 * The period named somewhere in a text, such as a title or a file's name; null where there is none. Of the orders a numeric
 * date may have, the one under which the period is shorter is taken.
 */
export function findPeriod(title: string): Period | null {
  const text = plain(title).slice(0, LONGEST)
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text)
    if (!match) continue
    const [shortest] = (['dmy', 'mdy'] as const)
      .map((order) => read(match, order))
      .filter((period) => period !== null)
      .sort((one, other) => lengthOf(one) - lengthOf(other))
    if (shortest) return shortest
  }
  return null
}

/** The text without the period it names, such as a file's name without its month. */
export function withoutPeriod(title: string): string {
  const text = plain(title)
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text)
    if (match && (read(match, 'dmy') ?? read(match, 'mdy'))) return text.replace(match[0], ' ')
  }
  return text
}

/** How many days a period has, the first and the last included. */
export function lengthOf({ fromDay, toDay }: Period): number {
  return (Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS + 1
}

function plain(text: string): string {
  return text.replace(/[_\s\u00a0\u202f]+/g, ' ').trim()
}

function between(fromText: string, toText: string, order: DateOrder): Period | null {
  const from = readWallTime(fromText.trim(), order)
  const to = readWallTime(toText.trim(), order)
  // an end at midnight is the first moment after the period
  const last = lastWallTime.hasTime && to % DAY_MS === 0 && to > from ? to - 1 : to
  return spanOf(from, last)
}

function days(from: readonly [string, string, string], to: readonly [string, string, string]): Period | null {
  const [first, last] = [from, to].map(
    ([year, month, day]) => dayNumberOf(Number(year), monthOfWord(month), Number(day)) * DAY_MS,
  ) as [number, number]
  return spanOf(first, last)
}

function months(from: readonly [string, number], to: readonly [string, number]): Period | null {
  const [year, month] = [Number(to[0]), to[1]]
  const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1)
  if (month < 1) return null
  return spanOf(dayNumberOf(Number(from[0]), from[1], 1) * DAY_MS, (next - 1) * DAY_MS)
}

function quarterOf(year: string, quarter: number): Period | null {
  return months([year, quarter * 3 - 2], [year, quarter * 3])
}

/** The ISO 8601 week: the first of a year holds its fourth of January, and weeks begin on Monday. */
function weekOf(year: number, week: number): Period | null {
  if (week < 1 || week > 53) return null
  const fourth = dayNumberOf(year, 1, 4)
  const monday = fourth - ((fourth + 3) % 7) + (week - 1) * 7
  return spanOf(monday * DAY_MS, (monday + 6) * DAY_MS)
}

function spanOf(from: number, to: number): Period | null {
  return to >= from ? { fromDay: dayNameOf(from), toDay: dayNameOf(to) } : null
}

/** Whole spans a single date may stand for. */
export type DateSpan = 'week' | 'week-ending' | 'month' | 'quarter'

/** The span a day stands for: the week it begins or ends, the month or quarter it lies in. */
export function spanAround(wallMs: number, span: DateSpan): Period {
  const day = Math.floor(wallMs / DAY_MS) * DAY_MS
  if (span === 'week') return { fromDay: dayNameOf(day), toDay: dayNameOf(day + 6 * DAY_MS) }
  if (span === 'week-ending') return { fromDay: dayNameOf(day - 6 * DAY_MS), toDay: dayNameOf(day) }
  const [year = '', month = ''] = dayNameOf(day).split('-')
  const inside =
    span === 'month'
      ? months([year, Number(month)], [year, Number(month)])
      : quarterOf(year, Math.ceil(Number(month) / 3))
  return inside!
}
