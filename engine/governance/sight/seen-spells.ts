import { teamFinder, type TeamSpell } from '../../people/index.ts'
import type { SeenSpell } from './narrow.store.ts'

const ALWAYS = 1_000_000

/** A team that is somebody's on some days. */
export interface OwnTeam {
  team: string
  fromDay: number | null
  toDay: number | null
}

/** Days on which a person was in one team while it was the supervisor's. */
export interface OwnStretch extends SeenSpell {
  teamId: number
}

/**
 * The days on which each person was in a team while it was the supervisor's: what the roster or the data say of a day, as everywhere (`team-at.ts`).
 * Between two days on which anything begins, ends or comes nearer, nothing changes, so that one day of each stretch is looked at.
 */
export function ownStretches(
  spells: readonly TeamSpell[],
  teamIdOf: (name: string) => number | undefined,
  own: readonly OwnTeam[],
): OwnStretch[] {
  const teamAt = teamFinder(spells)
  const ownById = own.flatMap(({ team, fromDay, toDay }) => {
    const teamId = teamIdOf(team)
    return teamId === undefined ? [] : [{ teamId, from: fromDay ?? -ALWAYS, to: toDay ?? ALWAYS }]
  })
  const found: OwnStretch[] = []
  for (const [personId, theirs] of Map.groupBy(spells, (spell) => spell.personId)) {
    if (!theirs.some(({ teamId }) => ownById.some((one) => one.teamId === teamId))) continue
    const edges = new Set([-ALWAYS, ALWAYS + 1])
    const ends = theirs.flatMap(({ fromDay, toDay }) => [fromDay ?? -ALWAYS, toDay ?? ALWAYS])
    for (const { from, to } of ownById) edges.add(from).add(to + 1)
    for (const one of ends) {
      edges.add(one).add(one + 1)
      // where a day lies in no spell the nearest speaks: that changes halfway
      for (const other of ends)
        if (other > one) edges.add(Math.floor((one + other) / 2)).add(Math.floor((one + other) / 2) + 1)
    }
    const sorted = [...edges].toSorted((a, b) => a - b)
    for (const [at, fromDay] of sorted.slice(0, -1).entries()) {
      const teamId = teamAt(personId, fromDay)
      if (teamId === null) continue
      if (!ownById.some((one) => one.teamId === teamId && fromDay >= one.from && fromDay <= one.to)) continue
      const toDay = sorted[at + 1]! - 1
      const last = found.at(-1)
      if (last?.personId === personId && last.teamId === teamId && last.toDay === fromDay - 1)
        last.toDay = toDay
      else found.push({ personId, teamId, fromDay, toDay })
    }
  }
  return found
}

/** The same whichever of the own teams it was. */
export function seenSpells(stretches: readonly OwnStretch[]): SeenSpell[] {
  const found: SeenSpell[] = []
  for (const { personId, fromDay, toDay } of stretches) {
    const last = found.at(-1)
    if (last?.personId === personId && last.toDay === fromDay - 1) last.toDay = toDay
    else found.push({ personId, fromDay, toDay })
  }
  return found
}
