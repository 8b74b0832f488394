import { ownValue } from '../values/own-value.ts'
/** A column's heading taken apart: what it names, apart from units, scales, zones and "average of". */
export interface Header {
  /** As it stands in the file. */
  text: string
  /** Lower case, without accents and punctuation, camelCase split: what the lexicon is matched with. */
  phrase: string
  tokens: string[]
  unit: 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'clock' | null
  isPercent: boolean
  /** The ends of a scale the heading states, such as `(1-5)` or `out of 10`. */
  scale: { min: number | null; max: number } | null
  timeZone: string | null
  of: 'mean' | 'total' | 'n' | null
}

const UNITS: Readonly<Record<string, Header['unit']>> = {
  ms: 'milliseconds',
  msec: 'milliseconds',
  msecs: 'milliseconds',
  millis: 'milliseconds',
  milliseconds: 'milliseconds',
  millisekunden: 'milliseconds',
  s: 'seconds',
  sec: 'seconds',
  secs: 'seconds',
  sek: 'seconds',
  seg: 'seconds',
  second: 'seconds',
  seconds: 'seconds',
  sekunden: 'seconds',
  segundos: 'seconds',
  secondes: 'seconds',
  seconden: 'seconds',
  'in seconds': 'seconds',
  'in sekunden': 'seconds',
  m: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  minute: 'minutes',
  minutes: 'minutes',
  minuten: 'minutes',
  minutos: 'minutes',
  'in minutes': 'minutes',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  std: 'hours',
  hour: 'hours',
  hours: 'hours',
  stunden: 'hours',
  horas: 'hours',
  heures: 'hours',
  uren: 'hours',
  'in hours': 'hours',
  days: 'days',
  'hh mm ss': 'clock',
  'h mm ss': 'clock',
  'hhh mm ss': 'clock',
  'mm ss': 'clock',
  'hh mm': 'clock',
}

const ZONES: Readonly<Record<string, string>> = { utc: 'UTC', gmt: 'UTC', zulu: 'UTC' }
const MEAN = new Set([
  'avg',
  'average',
  'mean',
  'durchschnitt',
  'durchschnittliche',
  'durchschnittl',
  'promedio',
  'media',
  'moyenne',
  'moyen',
  'gemiddelde',
  'gemiddeld',
  'medio',
  'medio',
  'o',
])
const TOTAL = new Set(['total', 'sum', 'gesamt', 'summe', 'suma', 'somme', 'totaal', 'soma', 'cumulative'])
const COUNT = new Set([
  'count',
  'number',
  'anzahl',
  'num',
  'cantidad',
  'nombre de',
  'aantal',
  'quantidade',
  'qty',
])

/** The plain words of a heading: lower case, no accents, camelCase and snake_case split, `%` as `percent`. */
export function wordsOf(text: string): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z]{2,})/g, '$1 $2')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ')
    .replace(/Ø/g, ' average ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A heading says what it is in its beginning; whole texts in its place would be held against every phrase there is. */
const LONGEST_HEADING = 500

/** Takes a heading apart. Brackets that hold a unit, a scale, a zone or `Yes / No` are read and left out of the phrase. */
export function headerOf(whole: string): Header {
  const text = whole.slice(0, LONGEST_HEADING)
  const header: Header = {
    text,
    phrase: '',
    tokens: [],
    unit: null,
    isPercent: /%|\bpercent(?:age)?\b|\bprozent\b|\bpct\b/i.test(text) || /percentage/i.test(text),
    scale: null,
    timeZone: null,
    of: null,
  }
  const outside = text.replace(
    /[([{]([^)\]}]*)[)\]}]/g,
    (whole, inside: string) => readBracket(header, inside) ?? whole,
  )
  const stated = /\b(\d{1,2})\s*(?:-|–|to|bis|a|à)\s*(\d{1,3})\b/.exec(outside)
  if (stated && Number(stated[2]) > Number(stated[1]) && Number(stated[2]) <= 100 && Number(stated[1]) <= 1) {
    header.scale = { min: Number(stated[1]), max: Number(stated[2]) }
  }
  const outOf = /\b(?:out of|von|sur|de|\/)\s*(\d{1,3})\b|\/(\d{1,3})$/i.exec(outside)
  const most = Number(outOf?.[1] ?? outOf?.[2])
  if (!header.scale && [5, 7, 10, 100].includes(most)) header.scale = { min: null, max: most }
  let tokens = withoutCarrier(wordsOf(outside))
    .split(' ')
    .filter((token) => token !== '')
  const last = tokens.at(-1) ?? ''
  if (tokens.length > 1 && ownValue(UNITS, last) && last.length > 1) {
    header.unit ??= ownValue(UNITS, last) ?? null
    tokens = tokens.slice(0, -1)
    if (tokens.at(-1) === 'in') tokens = tokens.slice(0, -1)
  }
  if (tokens.length > 1 && ownValue(ZONES, tokens.at(-1) ?? '')) {
    header.timeZone ??= ownValue(ZONES, tokens.at(-1) ?? '') ?? null
    tokens = tokens.slice(0, -1)
  }
  const rest = tokens.filter((token, index) => {
    if (MEAN.has(token) && token !== 'o') header.of ??= 'mean'
    else if (TOTAL.has(token)) header.of ??= 'total'
    else if (COUNT.has(token)) header.of = 'n'
    else return !(token === 'of' && index === 1 && header.of !== null)
    return false
  })
  header.tokens = rest.length > 0 ? rest : tokens
  header.phrase = tokens.join(' ')
  return header
}

/** Leaves out what only says that a field is somebody's own (`person_properties.agent`, `custom_fields.queue`). */
function withoutCarrier(words: string): string {
  return words.replace(
    /^(?:person properties|properties|custom fields?|metadata|embedded data|attributes) (?=\p{L})(?!\d)/u,
    '',
  )
}

function readBracket(header: Header, inside: string): string | null {
  const words = wordsOf(inside)
  const unit = ownValue(UNITS, words)
  if (unit) {
    header.unit = unit
    return ' '
  }
  const zone = ownValue(ZONES, words)
  if (zone) {
    header.timeZone = zone
    return ' '
  }
  const range = /^(?:scale )?(\d{1,2}) (?:to |bis |a )?(\d{1,3})(?: \p{L}+)*$/u.exec(words)
  if (range && Number(range[2]) > Number(range[1])) {
    header.scale = { min: Number(range[1]), max: Number(range[2]) }
    return ' '
  }
  const most = /^(?:out of|max|von|of|sur|de) (\d{1,3})$/.exec(words)
  if (most) {
    header.scale = { min: null, max: Number(most[1]) }
    return ' '
  }
  // points in brackets; smaller numbers and others tell columns of one name apart
  const points = /^(?:\d{2}|\d)?[05]$|^100$/.test(words) ? Number(words) : 0
  if (points >= 5) {
    header.scale = { min: null, max: points }
    return points === 100 ? ' ' : null
  }
  if (words === 'percent') {
    header.isPercent = true
    return ' percent '
  }
  return /^(?:yes no|y n|true false|ja nein|si no|oui non|rounded|valid damaged)$/.test(words) ? ' ' : null
}
