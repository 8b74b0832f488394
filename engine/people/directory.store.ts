import { all, type ReadableDatabase } from '../store/index.ts'
import { nameTokens } from './names.ts'
import { teamFinder, type TeamAt } from './team-at.ts'
import { readTeams, readTeamSpells } from './teams.store.ts'

/** A person as the screens show them. Days are day numbers. */
export interface DirectoryPerson {
  id: number
  name: string
  email: string | null
  identityIds: number[]
  role: string | null
  status: string | null
  hiredDay: number | null
  leftDay: number | null
  leaveFromDay: number | null
  leaveToDay: number | null
}

/** Everybody, with their teams. */
export interface Directory {
  people: Map<number, DirectoryPerson>
  teams: Map<number, { id: number; name: string; site: string | null }>
  teamAt: TeamAt
}

interface IdentityWithRoster {
  id: number
  personId: number
  externalId: string | null
  name: string | null
  email: string | null
  role: string | null
  status: string | null
  hiredDay: number | null
  leftDay: number | null
  leaveFromDay: number | null
  leaveToDay: number | null
  rosterImportId: number | null
}

/** The fuller and more natural of two names: `Ada Okafor` above `Okafor, Ada`, both above `aokafor`. */
function isBetterName(candidate: string, current: string): boolean {
  const rank = (name: string) => (nameTokens(name).length > 1 ? 2 : 0) + (name.includes(',') ? 0 : 1)
  return rank(candidate) > rank(current)
}

function natural(name: string): string {
  const [last, first, ...rest] = name.split(',').map((part) => part.trim())
  return first && last && rest.length === 0 ? `${first} ${last}` : name
}

/** Reads everybody who has an identity. A name is the fullest their sources give, else the e-mail address, else the id. */
export function readDirectory(database: ReadableDatabase): Directory {
  const rows = all<IdentityWithRoster>(
    database,
    `SELECT identities.id, person_id AS personId, external_id AS externalId, name, email, role, status, hired_day AS hiredDay, left_day AS leftDay,
            leave_from_day AS leaveFromDay, leave_to_day AS leaveToDay, roster_entries.import_id AS rosterImportId
     FROM identities LEFT JOIN roster_entries ON roster_entries.identity_id = identities.id ORDER BY identities.id`,
  )
  const people = new Map<number, DirectoryPerson>()
  const rosters = new Map<number, number>()
  const names = new Map<number, string>()
  const ids = new Map<number, string>()
  for (const row of rows) {
    let person = people.get(row.personId)
    if (!person)
      people.set(
        row.personId,
        (person = {
          id: row.personId,
          name: '',
          email: null,
          identityIds: [],
          role: null,
          status: null,
          hiredDay: null,
          leftDay: null,
          leaveFromDay: null,
          leaveToDay: null,
        }),
      )
    if (!person.identityIds.includes(row.id)) person.identityIds.push(row.id)
    person.email ??= row.email
    if (row.rosterImportId !== null && row.rosterImportId >= (rosters.get(row.personId) ?? 0)) {
      // of several rosters the newest speaks, and an older one only where it is silent
      rosters.set(row.personId, row.rosterImportId)
      person.role = row.role ?? person.role
      person.status = row.status ?? person.status
      person.hiredDay = row.hiredDay ?? person.hiredDay
      person.leftDay = row.leftDay ?? person.leftDay
      person.leaveFromDay = row.leaveFromDay ?? person.leaveFromDay
      person.leaveToDay = row.leaveToDay ?? person.leaveToDay
    }
    const known = names.get(row.personId)
    if (row.name && (known === undefined || isBetterName(row.name, known))) names.set(row.personId, row.name)
    if (row.externalId && !ids.has(row.personId)) ids.set(row.personId, row.externalId)
  }
  for (const person of people.values()) {
    const name = names.get(person.id)
    person.name = name ? natural(name) : (person.email ?? ids.get(person.id) ?? `Agent ${person.id}`)
  }
  return {
    people,
    teams: new Map(readTeams(database).map((team) => [team.id, team])),
    teamAt: teamFinder(readTeamSpells(database)),
  }
}
