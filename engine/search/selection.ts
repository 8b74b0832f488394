import { dayNumber } from '../../shared/domain/time.ts'
import type { SearchInput } from '../../shared/contract/search.ts'
import { readDirectory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readAllFacts, readDataVersion, readMeasure, readScores } from './facts.store.ts'

/** Facts of all conversations side by side, by transcript: filters then look at numbers only. */
interface Columns {
  version: number
  facts: ReturnType<typeof readAllFacts>
  teamIds: (number | null)[] | null
  values: Map<string, Map<number, number>>
}

// Kept while nothing is written, as the ranking is: reading them takes longer than the search itself.
const kept = new WeakMap<ReadableDatabase, Columns>()

function columnsOf(database: ReadableDatabase): Columns {
  const version = readDataVersion(database)
  let columns = kept.get(database)
  if (columns?.version !== version) {
    columns = { version, facts: readAllFacts(database), teamIds: null, values: new Map() }
    kept.set(database, columns)
  }
  return columns
}

function valuesOf(
  columns: Columns,
  name: string,
  read: () => [transcriptId: number, value: number][],
): Map<number, number> {
  let values = columns.values.get(name)
  if (!values) columns.values.set(name, (values = new Map(read())))
  return values
}

/** The team of each conversation's agent on the day it took place. */
function teamIdsOf(database: ReadableDatabase, columns: Columns): (number | null)[] {
  if (!columns.teamIds) {
    const { teamAt } = readDirectory(database)
    columns.teamIds = columns.facts.map(([, day, personId]) =>
      personId === null ? null : teamAt(personId, day ?? undefined),
    )
  }
  return columns.teamIds
}

interface Range {
  min?: number | undefined
  max?: number | undefined
}

/** Whether a value lies in a range, its ends included; what is not known lies in none. */
export function isWithin(value: number | null | undefined, { min, max }: Range): boolean {
  if (value === null || value === undefined) return false
  return (min === undefined || value >= min) && (max === undefined || value <= max)
}

const conversationFilters = [
  'agentId',
  'teamId',
  'queue',
  'channel',
  'from',
  'to',
  'score',
  'measure',
] as const

/**
 * Which conversations the filters leave: a flag for each transcript's id, or null where no filter speaks of conversations. What a
 * turn alone can tell (speaker, time, its sentiment) is not looked at here.
 */
export function selectConversations(database: ReadableDatabase, input: SearchInput): Uint8Array | null {
  const endMood = input.sentiment?.of === 'end' ? input.sentiment : undefined
  if (!endMood && conversationFilters.every((name) => input[name] === undefined)) return null
  const columns = columnsOf(database)
  const from = input.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(input.from)
  const to = input.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(input.to)
  const hasDays = input.from !== undefined || input.to !== undefined
  const teamIds = input.teamId === undefined ? null : teamIdsOf(database, columns)
  const ranges: { values: Map<number, number>; range: Range }[] = []
  const addRange = (name: string, range: Range, read: () => [number, number][]) =>
    ranges.push({ values: valuesOf(columns, name, read), range })
  if (endMood)
    addRange('customer_sentiment_end', endMood, () => readMeasure(database, 'customer_sentiment_end'))
  const { measure } = input
  if (measure) addRange(measure.metricId, measure, () => readMeasure(database, measure.metricId))
  if (input.score) addRange(' score', input.score, () => readScores(database))

  const highest = columns.facts.reduce((most, [id]) => Math.max(most, id), 0)
  const selected = new Uint8Array(highest + 1)
  for (const [index, [id, day, personId, queue, channel]] of columns.facts.entries()) {
    if (input.agentId !== undefined && personId !== input.agentId) continue
    if (teamIds && teamIds[index] !== input.teamId) continue
    if (input.queue !== undefined && queue !== input.queue) continue
    if (input.channel !== undefined && channel !== input.channel) continue
    if (hasDays && (day === null || day < from || day > to)) continue
    if (ranges.some(({ values, range }) => !isWithin(values.get(id), range))) continue
    selected[id] = 1
  }
  return selected
}
