import { consentIn } from '../../../../shared/domain/stated-consent.ts'
import { nothingKnown, type RecordingFacts } from '../recording-facts.ts'

/** Fields of one recording by their path (`agent`, `agent.name`), as text. */
export type SidecarRecord = ReadonlyMap<string, string>

/** What one record says, its moments not yet read: how dates are written is decided over all records. */
export interface SidecarFacts {
  facts: RecordingFacts
  /** The start as written. */
  startText: string | null
}

/** How cells are judged that state nothing, or nobody. */
export interface CellJudge {
  statesNothing(cell: string): boolean
  namesNobody(cell: string): boolean
}

type Idea = keyof typeof spellings

/** The spellings of each idea, the surest first; letters and digits only. */
const spellings = {
  agent:
    'agent agentname agentfullname username userfullname user advisor advisorname operator operatorname representative rep repname employee employeename agentemail useremail agentemailaddress agentid userid agentuserid agentloginid agentlogin employeeid',
  agentFirst: 'agentfirstname userfirstname',
  agentLast: 'agentlastname userlastname',
  start:
    'startedat started starttime start startdatetime startdate callstart callstarttime callstartedat conversationstart conversationstarttime starttimestamp initiationtimestamp recordingstart recordingstarttime recordedat datetime calldatetime timestamp date calldate createdat created',
  startTime: 'time timeofday calltime',
  direction: 'direction calldirection originatingdirection initiationmethod calltype',
  customer:
    'customer customerref customerid customernumber customerphone customerphonenumber customername phone phonenumber caller callerid callernumber accountnumber',
  callingNumber: 'ani from fromnumber callingnumber calling',
  calledNumber: 'dnis to tonumber callednumber called dialednumber',
  contact:
    'contactid conversationid callid interactionid globalinteractionid contactref sessionid ucid callsid calluuid ticketid ticket caseid casenumber guid',
  queue: 'queue queuename skill skillname campaign campaignname service servicename acdgroup group',
  reason:
    'reason callreason contactreason disposition dispositionname wrapup wrapupcode wrapupname outcome topic',
  title: 'title subject meetingtitle meetingtopic',
  language: 'language languagecode lang locale',
  kind: 'kind recordingkind conversationkind mediatype channeltype',
  agentChannel: 'agentchannel agentchannelindex channelofagent agenttrack agentside',
} as const

const places = new Map<string, { idea: Idea; rank: number }>()
for (const [idea, words] of Object.entries(spellings) as [Idea, string][])
  for (const [rank, word] of words.split(' ').entries()) places.set(word, { idea, rank })

/** What only wraps the fields of a recording: `metadata.agent` is the agent. */
const wrappers = new Set(
  'metadata meta call contact interaction conversation recording data attributes info details properties event record'.split(
    ' ',
  ),
)
const LONGEST_VALUE = 300
const DIRECTIONS: Readonly<Record<string, 'inbound' | 'outbound'>> = {
  inbound: 'inbound',
  incoming: 'inbound',
  in: 'inbound',
  eingehend: 'inbound',
  outbound: 'outbound',
  outgoing: 'outbound',
  out: 'outbound',
  ausgehend: 'outbound',
}
const KINDS: Readonly<Record<string, RecordingFacts['kind']>> = {
  call: 'call',
  voice: 'call',
  phone: 'call',
  telephone: 'call',
  videomeeting: 'video-meeting',
  video: 'video-meeting',
  meeting: 'video-meeting',
  fieldvisit: 'field-visit',
  visit: 'field-visit',
  talk: 'talk',
}

/**
 * Reads the fields of a record, at the top or one level down, whatever their spelling (`agentName`, `Agent Name`, `agent.name`); null
 * where none of them is about a recording. Of several fields for one thing the surest spelling counts: a name before an address before
 * an id. `from` and `to` name the customer only where the direction is known.
 */
export function readSidecarRecord(record: SidecarRecord, judge: CellJudge): SidecarFacts | null {
  const best = new Map<Idea, { rank: number; text: string }>()
  for (const [path, cell] of record) {
    const place = placeOf(path)
    const text = clean(cell)
    if (!place || text === null || judge.statesNothing(text)) continue
    const known = best.get(place.idea)
    if (!known || place.rank < known.rank) best.set(place.idea, { rank: place.rank, text })
  }
  const value = (idea: Idea): string | null => best.get(idea)?.text ?? null
  const agentChannel = channelOf(value('agentChannel')) ?? labelledChannel(record)
  const consent = consentIn(
    Object.fromEntries([...record].map(([path, cell]) => [path.split('.').at(-1) ?? path, cell])),
  )
  if (best.size === 0 && agentChannel === null && consent === null) return null
  const direction = ownOf(DIRECTIONS, value('direction'))
  const names = [value('agentFirst'), value('agentLast')].filter((name) => name !== null).join(' ')
  const agent = names !== '' ? names : value('agent')
  const other = direction === 'inbound' ? 'callingNumber' : direction === 'outbound' ? 'calledNumber' : null
  const language = value('language')
  const facts: RecordingFacts = {
    ...nothingKnown,
    agent: agent === null || judge.namesNobody(agent) ? null : agent,
    direction,
    customerRef: value('customer') ?? (other && value(other)),
    contactRef: value('contact'),
    queue: value('queue'),
    reason: value('reason'),
    title: value('title'),
    kind: ownOf(KINDS, value('kind')),
    agentChannel,
    languageCode:
      language !== null && /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(language)
        ? language.toLowerCase().replaceAll('_', '-')
        : null,
    consent,
    basis: 'sidecar',
    warnings: [],
  }
  return { facts, startText: startOf(value('start'), value('startTime')) }
}

/** Letters and digits of a field's name, in lower case. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function placeOf(path: string): { idea: Idea; rank: number } | null {
  const steps = path.split('.').map(lettersOf)
  if (steps.length > 2) return null
  const whole = places.get(steps.join(''))
  if (whole) return whole
  return (steps.length === 2 && wrappers.has(steps[0]!) && places.get(steps[1]!)) || null
}

/** Text on one line without control characters; null for none, and for what is too long to name anything. */
function clean(cell: string): string | null {
  const text = cell.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return text === '' || text.length > LONGEST_VALUE ? null : text
}

/** A date and a time in fields of their own are one moment. */
function startOf(start: string | null, time: string | null): string | null {
  // some call a whole moment its time
  if (start === null) return time !== null && /\d{4}|\d+[-/.]\d+[-/.]\d+/.test(time) ? time : null
  const isDay = start !== null && !/\d[T ]\d|:/.test(start) && !/^\d{9,}$/.test(start)
  return isDay && time !== null && /^\d{1,2}[:.]\d{2}/.test(time) ? `${start} ${time}` : start
}

function channelOf(text: string | null): 0 | 1 | null {
  if (text === null) return null
  if (/^(?:0|left|l)$/i.test(text)) return 0
  return /^(?:1|right|r)$/i.test(text) ? 1 : null
}

/** `channels: { 0: 'agent', 1: 'customer' }` or `channels: ['agent', 'customer']`; one label alone is enough. */
function labelledChannel(record: SidecarRecord): 0 | 1 | null {
  const labels: [string | null, string | null] = [null, null]
  for (const [path, cell] of record) {
    const [first = '', second, ...rest] = path.split('.').map(lettersOf)
    if (first === 'channels' && second === undefined) {
      for (const [index, label] of cell.split(/[;,]/).slice(0, 2).entries()) labels[index] = lettersOf(label)
    }
    const isOne = rest.length === 0 && (first === 'channels' || first === 'channel') && second !== undefined
    const index = isOne ? channelOf(second.replace(/^(?:channel|ch)/, '')) : null
    if (index !== null) labels[index] = lettersOf(cell)
  }
  const agentAt = labels.map((label) => label !== null && /^(?:agent|advisor|operator|employee)$/.test(label))
  const customerAt = labels.map((label) => label !== null && /^(?:customer|caller|client)$/.test(label))
  if (agentAt[0] !== agentAt[1]) return agentAt[0] ? 0 : 1
  return customerAt[0] !== customerAt[1] && !agentAt[0] ? (customerAt[0] ? 1 : 0) : null
}

function ownOf<Value>(record: Readonly<Record<string, Value>>, text: string | null): Value | null {
  const key = text === null ? '' : lettersOf(text)
  return Object.hasOwn(record, key) ? record[key]! : null
}
