import { t } from '#speech'
import { readTeams, readTeamSpells } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { veilOver, type Veil } from './names.ts'
import { openNarrow, type SeenSpell } from './narrow.store.ts'
import { readNamings, readTeamNames } from './records.store.ts'
import { ownStretches, seenSpells, type OwnStretch, type OwnTeam } from './seen-spells.ts'

const elsewhere = { person: () => t`somebody of another team`, team: () => t`another team` }

/** Who was in these teams when. */
export function stretchesOf(whole: ReadableDatabase, own: readonly OwnTeam[]): OwnStretch[] {
  const ids = new Map(readTeams(whole).map(({ id, name }) => [name, id]))
  return ownStretches(readTeamSpells(whole), (name) => ids.get(name), own)
}

/** What a supervisor of some teams sees, at one moment. */
export interface OwnRecords {
  /** Shows no more than that; what is written meanwhile is not in it. */
  read: ReadableDatabase
  stretches: readonly OwnStretch[]
  /** Hides the names of everybody else, and of their teams. */
  veil: Veil
  close(): void
}

/** Lays the sight of a supervisor of these teams over the workspace as it is now. `lay` keeps from it what may not be used by anybody. */
export function openOwnRecords(
  whole: ReadableDatabase,
  own: readonly OwnTeam[],
  lay: (connection: ReadableDatabase) => void,
): OwnRecords {
  const stretches = stretchesOf(whole, own)
  const seen = seenSpells(stretches)
  const teams = own.map(({ team }) => team)
  const { read, fit, close } = openNarrow(whole, { isScoped: true, hidesNames: false })
  try {
    fit({ seen, teams, hidesNames: false })
    lay(read)
    read.raw.exec('BEGIN')
    // the first look fixes what is seen
    readTeams(read)
    return { read, stretches, veil: veilOf(whole, seen, teams), close }
  } catch (error) {
    close()
    throw error
  }
}

/** Hides everybody's names; or, with `seen`, those of the others and of their teams. */
export function veilOf(
  whole: ReadableDatabase,
  seen: readonly SeenSpell[] | null,
  ownTeams: readonly string[] | null,
): Veil {
  const shown = new Set(seen?.map(({ personId }) => personId))
  const isShownTeam = new Set(ownTeams)
  const people = readNamings(whole)
    .filter(({ personId }) => !shown.has(personId))
    .flatMap(({ personId, ...namings }) =>
      Object.values(namings).flatMap((name) =>
        name === null
          ? []
          : [{ name, standIn: seen === null ? () => `Agent ${personId}` : elsewhere.person }],
      ),
    )
  // a name that is also one of somebody shown stays
  const shownNames = new Set(
    readNamings(whole).flatMap(({ personId, name }) => (shown.has(personId) && name !== null ? [name] : [])),
  )
  const teams =
    ownTeams === null
      ? []
      : readTeamNames(whole)
          .filter((name) => !isShownTeam.has(name))
          .map((name) => ({ name, standIn: elsewhere.team }))
  return veilOver([...people.filter(({ name }) => !shownNames.has(name)), ...teams])
}
