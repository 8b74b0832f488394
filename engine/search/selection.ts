import { dayNumber } from '../../shared/domain/time.ts'
import type { SearchInput } from '../../shared/contract/search.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { columnsOf, UNKNOWN, type Columns } from './columns.ts'

/** How many selections are kept: while one types, the filters stay. */
const MOST_KEPT = 16

interface Range {
  min?: number | undefined
  max?: number | undefined
}

/** Whether a value lies in a range, its ends included; what is not known lies in none. */
export function isWithin(value: number | null, { min, max }: Range): boolean {
  if (value === null || Number.isNaN(value)) return false
  return (min === undefined || value >= min) && (max === undefined || value <= max)
}

/** The filters that speak of conversations, not of turns. */
type ConversationFilter = Pick<
  SearchInput,
  'agentId' | 'teamId' | 'queue' | 'channel' | 'from' | 'to' | 'score' | 'measure'
> & { endMood: Range | undefined }

function conversationFilter(input: SearchInput): ConversationFilter {
  const { agentId, teamId, queue, channel, from, to, score, measure, sentiment } = input
  const endMood = sentiment?.of === 'end' ? sentiment : undefined
  return { agentId, teamId, queue, channel, from, to, score, measure, endMood }
}

/**
 * Which conversations the filters leave: a flag for each transcript's id, or null where no filter speaks of conversations. What a
 * turn alone can tell (speaker, time, its sentiment) is not looked at here.
 */
export function selectConversations(database: ReadableDatabase, input: SearchInput): Uint8Array | null {
  const filter = conversationFilter(input)
  if (Object.values(filter).every((value) => value === undefined)) return null
  const columns = columnsOf(database)
  const key = JSON.stringify(filter)
  let selected = columns.selections.get(key)
  if (!selected) {
    if (columns.selections.size >= MOST_KEPT) columns.selections.clear()
    columns.selections.set(key, (selected = select(columns, filter)))
  }
  return selected
}

function select(columns: Columns, filter: ConversationFilter): Uint8Array {
  const { transcriptIds, names } = columns
  const isIn = new Uint8Array(transcriptIds.length).fill(1)
  const keep = (isKept: (place: number) => boolean) => {
    for (let place = 0; place < isIn.length; place++) if (isIn[place] === 1 && !isKept(place)) isIn[place] = 0
  }
  const keepEqual = (column: Int32Array, wanted: number | undefined) => {
    if (wanted !== undefined) keep((place) => column[place] === wanted)
  }
  // a name nothing has is the number no name has
  const named = (name: string | undefined) => (name === undefined ? undefined : (names.get(name) ?? -2))
  const keepWithin = (values: () => Float64Array, range: Range | undefined) => {
    if (!range) return
    const column = values()
    keep((place) => isWithin(column[place]!, range))
  }
  const { from, to, measure } = filter
  keepEqual(columns.personIds, filter.agentId)
  if (filter.teamId !== undefined) keepEqual(columns.teamIds(), filter.teamId)
  keepEqual(columns.queues, named(filter.queue))
  keepEqual(columns.channels, named(filter.channel))
  if (from !== undefined) {
    const first = dayNumber(from)
    keep((place) => columns.days[place]! >= first)
  }
  if (to !== undefined) {
    const last = dayNumber(to)
    keep((place) => columns.days[place]! <= last && columns.days[place] !== UNKNOWN)
  }
  keepWithin(() => columns.measure('customer_sentiment_end'), filter.endMood)
  if (measure) keepWithin(() => columns.measure(measure.metricId), measure)
  keepWithin(columns.scores, filter.score)
  const selected = new Uint8Array(1 + transcriptIds.reduce((most, id) => Math.max(most, id), 0))
  for (const [place, id] of transcriptIds.entries()) selected[id] = isIn[place]!
  return selected
}
