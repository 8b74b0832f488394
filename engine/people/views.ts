import type { MergeProposal, Person, Team } from '../../shared/contract/people.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readDirectory } from './directory.store.ts'
import { countFacts, readIdentitiesWithSource } from './identities.store.ts'
import { readLinks, readProposals } from './joining.store.ts'
import { withoutImplied } from './proposing.ts'

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
  return withoutImplied(readProposals(database)).flatMap((proposal, index) => {
    const [keep, other] = [people.get(proposal.a), people.get(proposal.b)]
    return keep && other
      ? [
          {
            id: index + 1,
            keep,
            other,
            confidence: proposal.confidence,
            reasons: proposal.reasons,
            against: proposal.against,
          },
        ]
      : []
  })
}
