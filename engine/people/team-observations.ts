import type { WritableDatabase } from '../store/index.ts'
import { insertTeamSpell, teamId } from './teams.store.ts'

/** Notes which team each identity is named with, and over which days; written once at the end of an import. */
export interface TeamObservations {
  note(identityId: number, team: string, site: string | null, day: number | null): void
  write(database: WritableDatabase, importId: number): void
}

interface Seen {
  identityId: number
  team: string
  site: string | null
  fromDay: number | null
  toDay: number | null
}

/** Nothing noted yet. */
export function createTeamObservations(): TeamObservations {
  const byIdentity = new Map<number, Map<string, Seen>>()
  return {
    note(identityId, team, site, day) {
      let teams = byIdentity.get(identityId)
      if (!teams) byIdentity.set(identityId, (teams = new Map()))
      const seen = teams.get(team)
      if (!seen) {
        teams.set(team, { identityId, team, site, fromDay: day, toDay: day })
        return
      }
      seen.site ??= site
      if (day !== null) {
        if (seen.fromDay === null || day < seen.fromDay) seen.fromDay = day
        if (seen.toDay === null || day > seen.toDay) seen.toDay = day
      }
    },
    write(database, importId) {
      for (const teams of byIdentity.values())
        for (const { identityId, team, site, fromDay, toDay } of teams.values())
          insertTeamSpell(database, {
            importId,
            identityId,
            teamId: teamId(database, team, site),
            site,
            basis: 'observed',
            fromDay,
            toDay,
          })
    },
  }
}
