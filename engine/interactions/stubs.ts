import type { AffectedDays } from '../affected-days.ts'
import type { WritableDatabase } from '../store/index.ts'
import { labelId, stratumId } from './labels.store.ts'
import { forgetHeard, writeLink } from './links.store.ts'
import {
  insertStub,
  readLogless,
  readStubs,
  updateStub,
  type LoglessTranscript,
  type StandingStub,
} from './stubs.store.ts'

/**
 * Makes one contact for each conversation that no log names: for the transcripts and recordings that name the same contact within a day of
 * one another, for a recording with the words beside it, and for each of the others. What they leave open of it the next one says, words
 * before recordings. Adds the days that changed to `affected`. `among`: all, or those this query gives.
 */
export function refreshStubs(database: WritableDatabase, affected: AffectedDays, among: string | null): void {
  const logless = readLogless(database, among)
  const standing = new Map(
    readStubs(
      database,
      logless.flatMap(({ stubId }) => (stubId === null ? [] : [stubId])),
    ).map((stub) => [stub.id, stub]),
  )
  const taken = new Set<number>()
  const moved: { id: number; oldId: number | null; newId: number; newDay: number | null }[] = []
  for (const members of conversations(logless)) {
    const wanted = contactOf(database, members)
    const known = members.flatMap(({ stubId }) => (stubId === null || taken.has(stubId) ? [] : [stubId]))
    const stubId = known.length > 0 ? Math.min(...known) : insertStub(database, wanted)
    taken.add(stubId)
    const before = standing.get(stubId)
    if (before && !isSame(before, wanted)) {
      updateStub(database, { ...wanted, id: stubId })
      for (const { day } of [before, wanted]) affected.changed('transcripts', day)
      for (const { contactDay } of members) affected.changed('transcripts', contactDay)
    }
    for (const { id, stubId: oldId, contactDay: oldDay, toldDay } of members) {
      const newDay = wanted.day ?? toldDay
      if (oldId === stubId && oldDay === newDay) continue
      moved.push({ id, oldId, newId: stubId, newDay })
      affected.changed('transcripts', oldDay)
      affected.changed('transcripts', newDay)
    }
  }
  forgetHeard(
    database,
    moved.map(({ oldId }) => oldId),
  )
  for (const one of moved) writeLink(database, 'transcripts', one)
  forgetHeard(
    database,
    moved.map(({ newId }) => newId),
  )
}

/** The transcripts of each conversation, in their given order. */
function conversations(logless: readonly LoglessTranscript[]): LoglessTranscript[][] {
  const unnamed = logless.filter(({ toldRef }) => toldRef === null)
  const named = logless.filter(({ toldRef }) => toldRef !== null)
  return [
    ...Map.groupBy(unnamed, ({ wordsId }) => wordsId).values(),
    ...[...Map.groupBy(named, ({ toldRef }) => toldRef).values()].flatMap(byDays),
  ]
}

/**
 * Transcripts under one contact's number, parted where more than a day lies between two of them: numbers are given again. Those without a
 * day belong to the only stretch of days there is; where there are several they stay apart from them.
 */
function byDays(members: readonly LoglessTranscript[]): LoglessTranscript[][] {
  const days = [...new Set(members.flatMap(({ toldDay }) => (toldDay === null ? [] : [toldDay])))].toSorted(
    (a, b) => a - b,
  )
  const stretchOf = new Map<number | null, number>()
  let stretch = 0
  for (const [at, day] of days.entries()) {
    if (at > 0 && day - days[at - 1]! > 1) stretch++
    stretchOf.set(day, stretch)
  }
  stretchOf.set(null, stretch === 0 ? 0 : -1)
  return [...Map.groupBy(members, ({ toldDay }) => stretchOf.get(toldDay)).values()]
}

/** What the members of a conversation say of their contact together. */
function contactOf(
  database: WritableDatabase,
  members: readonly LoglessTranscript[],
): Omit<StandingStub, 'id'> {
  const first = <Key extends keyof LoglessTranscript>(key: Key): LoglessTranscript[Key] | null =>
    members.find((member) => member[key] !== null)?.[key] ?? null
  const { importId, rowNumber, sourceId } = members[0]!
  const channel = first('channel')
  return {
    importId,
    rowNumber,
    sourceId,
    contactRef: first('contactRef'),
    identityId: first('identityId'),
    day: first('day'),
    startedAt: first('startedAt'),
    language: first('language'),
    customerHash: first('customerHash'),
    direction: first('direction'),
    stratumId: stratumId(
      database,
      first('queueId') ?? 0,
      first('reasonId') ?? 0,
      channel ? labelId(database, 'channel', channel) : 0,
    ),
  }
}

function isSame(one: StandingStub, other: Omit<StandingStub, 'id'>): boolean {
  return (Object.keys(other) as (keyof typeof other)[]).every((key) => one[key] === other[key])
}
