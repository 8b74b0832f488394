import { t } from '#speech'
import type { PatternConversation, PatternGroup } from '../../../shared/contract/group-patterns.ts'
import type {
  PickedConversation,
  SystemicFigures,
  SystemicListItem,
  SystemicRecord,
} from '../../../shared/contract/systemic.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber, dayOfNumber } from '../../../shared/domain/time.ts'
import type { GroupedWindow } from '../../coaching/index.ts'
import { labelToKeep } from '../../metrics/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { behindFigure } from '../groups/behind.ts'
import { cellViews } from '../groups/overview.ts'
import { populationOfWindow } from '../groups/population.ts'
import { mustDriver, patternDriver } from '../groups/window.ts'
import { checkOf } from './check.ts'
import { eventInWords, keptChange, keptRemoval, keptReturn } from './event-words.ts'
import {
  findRecord,
  insertEvent,
  insertRecord,
  readEvents,
  readLastEvent,
  readRecords,
  readStanding,
  updateEvent,
  updateRecord,
  type RecordRow,
} from './records.store.ts'

const PICKED_AT_FIRST = 3
const LOOKED_THROUGH = 200

/** What is known besides the records: definitions by id, and today's day number. */
export interface RecordWorld {
  definitions: ReadonlyMap<string, MetricDefinition>
  today: number
}

type Picked = Omit<PickedConversation, 'isGone'>

/** What a record can be made from. */
export interface NewRecord {
  driverId: string
  group: { kind: PatternGroup['kind']; key: string }
  title?: string | undefined
  owner: string
  why: string
  dueOn: string | null
}

/** A record, removed or not; `NOT_FOUND` with one sentence where there is none. */
export function mustRecord(database: ReadableDatabase, id: number): RecordRow {
  const record = findRecord(database, id)
  if (!record) throw new Problem('NOT_FOUND', t`That finding is no longer there; go back to the list.`)
  return record
}

/** Makes a record of a cell as it stands in a window; gives its id. */
export function createRecord(
  database: WritableDatabase,
  grouped: GroupedWindow,
  wanted: NewRecord,
  now: number,
): number {
  const { scene } = grouped
  const { driverId, group } = wanted
  const definition = mustDriver(scene.definitions, driverId)
  const cell = cellViews(grouped, driverId).find(
    (one) => one.group.kind === group.kind && one.group.key === group.key,
  )
  if (!cell)
    throw new Problem(
      'NOT_FOUND',
      t`${{ label: definition.label }} was not observed of that ${{ kind: group.kind }} on these days.`,
    )
  if (cell.compared === null)
    throw new Problem(
      'CONFLICT',
      t`${{ label: cell.group.label }} cannot be compared with the rest here: four agents on either side are needed.`,
    )
  const { driverId: id, group: shown, ...figures } = cell
  const { rows } = behindFigure(database, populationOfWindow(grouped, driverId), {
    group,
    offset: 0,
    limit: LOOKED_THROUGH,
  })
  const readable = rows.filter(({ hasTranscript }) => hasTranscript)
  const picked = [...readable, ...rows.filter(({ hasTranscript }) => !hasTranscript)]
  const recordId = insertRecord(database, {
    title: wanted.title ?? t`${{ driver: definition.label }}: ${{ group: shown.label }} is behind the rest`,
    driverId: id,
    driverLabel: labelToKeep(definition),
    groupKind: shown.kind,
    groupKey: shown.key,
    groupLabel: shown.label,
    owner: wanted.owner,
    status: 'open',
    why: wanted.why,
    windowFrom: scene.window.from,
    windowTo: scene.window.to,
    figures: JSON.stringify({
      ...figures,
      window: { from: dayOfNumber(scene.window.from), to: dayOfNumber(scene.window.to) },
      driver: { ...patternDriver(definition), label: labelToKeep(definition) },
    } satisfies SystemicFigures),
    conversations: JSON.stringify(
      picked.slice(0, PICKED_AT_FIRST).map((row): Picked => ({ ...row, note: '' })),
    ),
    dueDay: wanted.dueOn === null ? null : dayNumber(wanted.dueOn),
    checkFrom: null,
    createdAt: now,
    updatedAt: now,
    removedAt: null,
  })
  insertEvent(database, recordId, { at: now, kind: 'created', text: cell.sentence })
  return recordId
}

/** What can be written of a record; what is not named stays. */
export interface RecordWriting {
  id: number
  title?: string | undefined
  owner?: string | undefined
  status?: RecordRow['status'] | undefined
  why?: string | undefined
  dueOn?: string | null | undefined
  checkFrom?: string | null | undefined
}

/** What is typed letter by letter, and how long it is one change of the history. */
const TYPED: readonly string[] = ['title', 'owner', 'why']
const ONE_CHANGE_MS = 10 * 60_000

/** Writes what is named and what differs, each change a line of the history: a text that is being typed is one. */
export function writeRecord(database: WritableDatabase, writing: RecordWriting, now: number): void {
  const before = mustRecord(database, writing.id)
  const days = {
    dueDay: writing.dueOn === undefined ? undefined : dayOrNull(writing.dueOn),
    checkFrom: writing.checkFrom === undefined ? undefined : dayOrNull(writing.checkFrom),
  }
  if (typeof days.checkFrom === 'number' && days.checkFrom <= before.windowTo)
    throw new Problem(
      'CONFLICT',
      t`It can be checked from ${{ day: dayOfNumber(before.windowTo + 1) }} on: earlier days are those it was found in.`,
    )
  const { title, owner, status, why } = writing
  const values = { title, owner, status, why, ...days }
  for (const name of Object.keys(keptChange) as (keyof typeof keptChange)[]) {
    const words = keptChange[name]
    const value = values[name]
    if (value === undefined || value === before[name]) continue
    // each name has words for its own values
    const event = { at: now, kind: 'changed' as const, text: words(value as never) }
    const last = TYPED.includes(name) ? readLastEvent(database, before.id) : undefined
    const isTypedOn =
      last?.kind === 'changed' && last.text === words(before[name] as never) && now - last.at < ONE_CHANGE_MS
    if (isTypedOn) updateEvent(database, last.id, event)
    else insertEvent(database, before.id, event)
  }
  updateRecord(database, before.id, { ...values, updatedAt: now })
}

function dayOrNull(day: string | null): number | null {
  return day === null ? null : dayNumber(day)
}

/** Picks the conversations a record shows: from those behind its figure, and those it has. */
export function pickConversations(
  database: WritableDatabase,
  grouped: GroupedWindow,
  id: number,
  picks: readonly { interactionId: number | null; evaluationId: number | null; note: string }[],
  now: number,
): void {
  const record = mustRecord(database, id)
  const { rows } = behindFigure(database, populationOfWindow(grouped, record.driverId), {
    group: { kind: record.groupKind, key: record.groupKey },
    offset: 0,
    limit: 100_000,
  })
  const keyOf = (one: Pick<PatternConversation, 'interactionId' | 'evaluationId'>) =>
    `${one.interactionId} ${one.evaluationId}`
  const known = new Map<string, PatternConversation>(
    [...(JSON.parse(record.conversations) as Picked[]), ...rows].map((row) => [keyOf(row), row]),
  )
  const conversations = picks.map((pick): Picked => {
    const row = known.get(keyOf(pick))
    if (!row) throw new Problem('NOT_FOUND', t`One of these conversations is not behind this figure.`)
    return { ...row, note: pick.note }
  })
  updateRecord(database, id, { conversations: JSON.stringify(conversations), updatedAt: now })
}

/** Adds a note. */
export function noteOnRecord(database: WritableDatabase, id: number, text: string, now: number): void {
  mustRecord(database, id)
  insertEvent(database, id, { at: now, kind: 'note', text })
  updateRecord(database, id, { updatedAt: now })
}

/** Takes a record out of the list, or brings it back as it was. */
export function setRecordRemoved(
  database: WritableDatabase,
  id: number,
  isRemoved: boolean,
  now: number,
): void {
  const record = mustRecord(database, id)
  if ((record.removedAt !== null) === isRemoved) return
  insertEvent(database, id, {
    at: now,
    kind: isRemoved ? 'removed' : 'restored',
    text: isRemoved ? keptRemoval : keptReturn,
  })
  updateRecord(database, id, { removedAt: isRemoved ? now : null, updatedAt: now })
}

/** Every record as the list shows it. */
export function recordItems(
  database: ReadableDatabase,
  filter: { driverId?: string | undefined; includeRemoved: boolean },
  world: RecordWorld,
): SystemicListItem[] {
  return readRecords(database, filter).map((record) => itemOf(record, world))
}

function itemOf(record: RecordRow, { definitions, today }: RecordWorld): SystemicListItem {
  const { id, title, owner, status, dueDay, createdAt, updatedAt, removedAt } = record
  const definition = definitions.get(record.driverId)
  return {
    id,
    title,
    driver: {
      id: record.driverId,
      label: definition?.label ?? record.driverLabel,
      isMeasured: definition?.role === 'driver',
    },
    group: { kind: record.groupKind, key: record.groupKey, label: record.groupLabel },
    owner,
    status,
    dueOn: dueDay === null ? null : dayOfNumber(dueDay),
    isOverdue: dueDay !== null && dueDay < today && (status === 'open' || status === 'doing'),
    createdAt,
    updatedAt,
    removedAt,
  }
}

/** The days on which a record should be gone: from its own first day, or the day after it was found, to the newest data. */
export function checkDays(record: RecordRow, newestDay: number): { from: number; to: number } {
  return { from: record.checkFrom ?? record.windowTo + 1, to: newestDay }
}

/** One record with everything; `after` gives the groups of the days after, asked only where there are such days. */
export function recordOf(
  database: ReadableDatabase,
  id: number,
  world: RecordWorld,
  newestDay: number,
  after: (days: { from: number; to: number }) => GroupedWindow,
): SystemicRecord {
  const record = mustRecord(database, id)
  // written above
  const figures = JSON.parse(record.figures) as SystemicFigures
  const picked = JSON.parse(record.conversations) as Picked[]
  const item = itemOf(record, world)
  const days = checkDays(record, newestDay)
  const cell =
    days.to < days.from
      ? undefined
      : cellViews(after(days), record.driverId).find(
          ({ group }) => group.kind === record.groupKind && group.key === record.groupKey,
        )
  const standing = readStanding(database, {
    interactionIds: picked.flatMap(({ interactionId }) => interactionId ?? []),
    evaluationIds: picked.flatMap(({ evaluationId }) => evaluationId ?? []),
  })
  const isThere = ({ interactionId, evaluationId }: Picked) =>
    (interactionId === null || standing.interactions.has(interactionId)) &&
    (evaluationId === null || standing.evaluations.has(evaluationId))
  return {
    ...item,
    why: record.why,
    figures: { ...figures, driver: { ...figures.driver, label: item.driver.label } },
    conversations: picked
      .toSorted((a, b) => badnessOf(figures.driver, b.value) - badnessOf(figures.driver, a.value))
      .map((one) => ({ ...one, isGone: !isThere(one) })),
    checkFrom: dayOfNumber(days.from),
    check: checkOf(figures, days, cell?.compared ?? null),
    history: readEvents(database, id).map(eventInWords),
  }
}

/** How bad one value is, more is worse. */
function badnessOf({ polarity }: SystemicFigures['driver'], value: number): number {
  if (polarity.direction === 'band') return Math.max(0, polarity.low - value, value - polarity.high)
  return polarity.direction === 'lower' ? value : -value
}
