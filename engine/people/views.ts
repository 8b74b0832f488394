import type { MergeProposal, Person, Team } from '../../shared/contract/people.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readDirectory } from './directory.store.ts'
import { countFacts, readIdentitiesWithSource } from './identities.store.ts'
import { readLinks, readProposals } from './joining.store.ts'
import type { Proposal } from './proposing.ts'
import { questionsOf } from './questions.ts'

/** Everybody with their identities, by name. */
export function listPeople(database: ReadableDatabase): Person[] {
  const directory = readDirectory(database)
  const facts = countFacts(database)
  const matchedBy = new Map<number, Person['identities'][number]['matchedBy']>()
  for (const link of readLinks(database))
    if (link.state === 'joined') matchedBy.set(link.otherIdentityId, link.by)
  const identities = Map.groupBy(readIdentitiesWithSource(database), (identity) => identity.personId)
  return [...directory.people.values()]
    .map((person) => {
      const teamId = directory.teamAt(person.id)
      return {
        id: person.id,
        name: person.name,
        email: person.email,
        teamId,
        team: teamId === null ? null : (directory.teams.get(teamId)?.name ?? null),
        hiredOn: person.hiredDay === null ? null : dayOfNumber(person.hiredDay),
        leftOn: person.leftDay === null ? null : dayOfNumber(person.leftDay),
        identities: (identities.get(person.id) ?? []).map(({ sourceId: _, ...identity }) => ({
          ...identity,
          facts: facts.get(identity.id) ?? 0,
          matchedBy: matchedBy.get(identity.id) ?? ('alone' as const),
        })),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** The teams with the number of people in each now. */
export function listTeams(database: ReadableDatabase): Team[] {
  const directory = readDirectory(database)
  const counts = new Map<number, number>()
  for (const person of directory.people.values()) {
    const teamId = directory.teamAt(person.id)
    if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1)
  }
  return [...directory.teams.values()].map((team) => ({ ...team, agents: counts.get(team.id) ?? 0 }))
}

/** People that may be one, surest first, for somebody to decide. */
export function listProposals(database: ReadableDatabase): MergeProposal[] {
  const people = new Map(listPeople(database).map((person) => [person.id, person]))
  return questionsOf(readProposals(database)).flatMap(({ personIds, pairs }, index) => {
    const [keep, ...others] = personIds.flatMap((id) => people.get(id) ?? []).toSorted(bestKnownFirst)
    if (!keep || others.length === 0) return []
    return [{ id: index + 1, keep, others: others.map((other) => compared(keep, other, pairs)) }]
  })
}

/** Whom most sources name; among equals who has the most rows, then the oldest. */
function bestKnownFirst(one: Person, other: Person): number {
  const rows = ({ identities }: Person) => identities.reduce((sum, { facts }) => sum + facts, 0)
  return other.identities.length - one.identities.length || rows(other) - rows(one) || one.id - other.id
}

/** What speaks for the other being the one to keep, or, where the two were not compared, any of those they are asked with. */
function compared(keep: Person, other: Person, pairs: readonly Proposal[]): MergeProposal['others'][number] {
  const own = pairs.filter(({ a, b }) => a === other.id || b === other.id)
  const { confidence, reasons, against } = own.find(({ a, b }) => a === keep.id || b === keep.id) ?? own[0]!
  return { person: other, confidence, reasons, against }
}
