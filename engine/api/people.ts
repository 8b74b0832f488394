import type { MergeRecord } from '../../shared/contract/people.ts'
import { writing, type EngineContext } from '../context.ts'
import { createAffectedDays } from '../affected-days.ts'
import { refreshDerived } from '../imports/index.ts'
import {
  confirmApart,
  confirmSame,
  listPeople,
  listProposals,
  listTeams,
  readLinks,
  takeBack,
  undoJoin,
  type LinkRow,
} from '../people/index.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { api } from './base.ts'

/** What each identity is called in a sentence: its own name and its source. */
function identityNames(database: ReadableDatabase): Map<number, string> {
  return new Map(
    listPeople(database).flatMap((person) =>
      person.identities.map((identity) => [
        identity.id,
        `${identity.name ?? identity.email ?? identity.externalId ?? person.name} (${identity.source})`,
      ]),
    ),
  )
}

function toRecord(names: ReadonlyMap<number, string>, link: LinkRow): MergeRecord {
  return {
    id: link.id,
    at: link.at,
    state: link.state,
    by: link.by,
    kept: names.get(link.identityId) ?? 'somebody',
    merged: names.get(link.otherIdentityId) ?? 'somebody',
    reasons: JSON.parse(link.reasons) as string[],
    undoneAt: link.undoneAt,
  }
}

function recordsOf(database: ReadableDatabase, ids: readonly number[]): MergeRecord[] {
  const names = identityNames(database)
  return readLinks(database)
    .filter(({ id }) => ids.includes(id))
    .map((link) => toRecord(names, link))
}

/** Writes a decision and brings people, links and figures in line with it. */
function deciding<Result>(
  context: EngineContext,
  decide: (database: WritableDatabase) => Result,
): Promise<Result> {
  return writing(context, (database) => {
    const result = inTransaction(database, () => {
      const decided = decide(database)
      refreshDerived(database, createAffectedDays(), context.now())
      return decided
    })
    context.events.emit({
      type: 'data.changed',
      topics: ['people', 'coaching', 'metrics', 'conversations', 'search', 'workspace'],
      job: null,
    })
    return result
  })
}

export const peopleApi = api.people.router({
  teams: api.people.teams.handler(({ context }) => listTeams(context.read)),
  list: api.people.list.handler(({ context, input }) => {
    const search = input.search?.toLowerCase()
    return listPeople(context.read).filter(
      (person) =>
        (input.teamId === undefined || person.teamId === input.teamId) &&
        (search === undefined ||
          [person.name, person.email, ...person.identities.flatMap((one) => [one.name, one.externalId])].some(
            (text) => text?.toLowerCase().includes(search),
          )),
    )
  }),
  proposals: api.people.proposals.handler(({ context }) => listProposals(context.read)),
  merges: api.people.merges.handler(({ context }) => {
    const names = identityNames(context.read)
    return readLinks(context.read)
      .toReversed()
      .map((link) => toRecord(names, link))
  }),
  merge: api.people.merge.handler(async ({ context, input }) => {
    const ids = await deciding(context, (database) => confirmSame(database, input.personIds, context.now()))
    return recordsOf(context.read, ids)
  }),
  keepApart: api.people.keepApart.handler(async ({ context, input }) => {
    const ids = await deciding(context, (database) =>
      confirmApart(database, input.personId, input.fromIds, context.now()),
    )
    return recordsOf(context.read, ids)
  }),
  takeBack: api.people.takeBack.handler(async ({ context, input }) => {
    await deciding(context, (database) => takeBack(database, input.ids))
    return { ok: true as const }
  }),
  undoMerge: api.people.undoMerge.handler(async ({ context, input }) => {
    const link = await deciding(context, (database) => undoJoin(database, input.mergeId, context.now()))
    return toRecord(identityNames(context.read), link)
  }),
})
