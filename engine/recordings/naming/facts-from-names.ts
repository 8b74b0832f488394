import { compileNamePattern, type NamePart } from './name-pattern.ts'
import { nothingKnown, type RecordingFacts } from './recording-facts.ts'
import { datePartOf, decideDateOrder, instantOf, instantOfBoth, type DateOrder } from './written-times.ts'

type Caught = ReadonlyMap<NamePart, string>

/**
 * What the names of a batch of recordings say: by a pattern of the workspace (throws `INVALID_INPUT` for one that is none), else as well
 * as common names can be read. Whether the day or the month comes first is decided over all names together.
 */
export function factsFromNames(
  names: readonly string[],
  pattern: string | null,
  timeZone: string,
): RecordingFacts[] {
  const caught = catchNames(names, pattern)
  const { order, isSure } = decideDateOrder(
    caught.flatMap((parts) =>
      [parts?.get('date'), parts?.get('datetime')].flatMap((text) => (text ? [datePartOf(text)] : [])),
    ),
  )
  return caught.map((parts) =>
    parts
      ? factsOf(parts, pattern === null ? 'name' : 'pattern', order, isSure, timeZone)
      : { ...nothingKnown, warnings: pattern === null ? [] : ['Its name does not fit the pattern.'] },
  )
}

/** The parts each name gives; null where it gives none. */
export function catchNames(names: readonly string[], pattern: string | null): (Caught | null)[] {
  if (pattern === null) return names.map(catchUsualName)
  const compiled = compileNamePattern(pattern)
  return names.map((name) => compiled.match(name))
}

function factsOf(
  parts: Caught,
  basis: 'pattern' | 'name',
  order: DateOrder,
  isSure: boolean,
  timeZone: string,
): RecordingFacts {
  const text = (part: NamePart) => parts.get(part)?.replaceAll('_', ' ').trim() || null
  const [date, both] = [parts.get('date'), parts.get('datetime')]
  const startedAtMs = both
    ? instantOfBoth(both, order, timeZone)
    : date
      ? instantOf(date, parts.get('time') ?? null, order, timeZone)
      : null
  const isDated = both !== undefined || date !== undefined
  const direction = parts.get('direction')
  return {
    ...nothingKnown,
    agent: text('agent'),
    startedAtMs,
    direction: direction ? (/^out/i.test(direction) ? 'outbound' : 'inbound') : null,
    customerRef: parts.get('customer') ?? null,
    contactRef: parts.get('contact') ?? null,
    queue: text('queue'),
    reason: text('reason'),
    title: text('title'),
    languageCode: parts.get('language')?.toLowerCase() ?? null,
    basis,
    warnings: [
      ...(isDated && startedAtMs === null ? ['The date in its name is no day there is.'] : []),
      ...(isDated && !isSure && startedAtMs !== null
        ? ['Whether the day or the month comes first in its name could not be told; the day was taken.']
        : []),
    ],
  }
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** Names as recorders and meeting tools give them. Each names only what is sure: better nobody than the wrong agent. */
const usual: readonly { pattern: RegExp; parts: readonly NamePart[] }[] = [
  // Amazon's call analytics: ..._GUID_<contact>_AGENT_ChrisL_DT_2025-02-19T06-01-22...; a short count is no contact
  {
    pattern: /(?:^|_)GUID_([^_]{6,})_AGENT_([^_]+(?:_[^_]+)??)_DT_(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})/i,
    parts: ['contact', 'agent', 'datetime'],
  },
  {
    pattern: /(?:^|_)AGENT_([^_]+(?:_[^_]+)??)_DT_(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})/i,
    parts: ['agent', 'datetime'],
  },
  // Contact Lens: <contact id>_..._2025-02-19T06:01:22Z
  {
    pattern: new RegExp(`^(${UUID})[_-].*?(\\d{4}-\\d{2}-\\d{2}T\\d{2}[-_:]\\d{2}(?:[-_:]\\d{2})?Z?)`, 'i'),
    parts: ['contact', 'datetime'],
  },
  { pattern: new RegExp(`^(${UUID})$`, 'i'), parts: ['contact'] },
  // Zoom and Teams, in UTC
  { pattern: /^GMT(\d{8}-\d{6})/, parts: ['datetime'] },
  { pattern: /^(.+?)-(\d{8}_\d{6})-Meeting Recording$/i, parts: ['title', 'datetime'] },
  // a date and a time somewhere, whatever else there is
  {
    pattern:
      /(?:^|[^0-9])(\d{4}-?\d{2}-?\d{2}(?:T|[-_ ]+(?:at )?)\d{2}[-_.:]?\d{2}(?:[-_.:]?\d{2})?)(?![0-9])/i,
    parts: ['datetime'],
  },
  { pattern: /(?:^|[^0-9])(20\d{2}-\d{2}-\d{2})(?![0-9])/, parts: ['date'] },
]

function catchUsualName(path: string): Caught | null {
  const name = (path.replaceAll('\\', '/').split('/').at(-1) ?? '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .slice(0, 255)
  for (const { pattern, parts } of usual) {
    const found = pattern.exec(name)
    if (!found) continue
    const caught = parts.map((part, at): [NamePart, string] => [part, found[at + 1]!])
    // Zoom says GMT, and means it
    return new Map(
      caught.map(([part, text]) =>
        part === 'datetime' && name.startsWith('GMT') ? [part, `${text}Z`] : [part, text],
      ),
    )
  }
  return null
}
