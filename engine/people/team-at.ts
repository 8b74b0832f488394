import type { TeamSpell } from './teams.store.ts'

/** Tells a person's team on a day (or lately, without a day); null where nothing says. */
export type TeamAt = (personId: number, day?: number) => number | null

const ALWAYS = 1_000_000

function distance(spell: TeamSpell, day: number): number {
  const from = spell.fromDay ?? -ALWAYS
  const to = spell.toDay ?? ALWAYS
  return day < from ? from - day : day > to ? day - to : 0
}

/**
 * Finds teams from spells. What the roster dates stands above what was merely seen; the spell that covers the day above the nearest;
 * of several the one begun last, then the newest import's.
 */
export function teamFinder(spells: readonly TeamSpell[]): TeamAt {
  const byPerson = Map.groupBy(spells, (spell) => spell.personId)
  return (personId, day = ALWAYS) => {
    let best: TeamSpell | undefined
    for (const spell of byPerson.get(personId) ?? []) if (!best || isBetter(spell, best, day)) best = spell
    return best?.teamId ?? null
  }
}

function isBetter(one: TeamSpell, other: TeamSpell, day: number): boolean {
  const [near, far] = [distance(one, day), distance(other, day)]
  if ((near === 0) !== (far === 0)) return near === 0
  if (one.basis !== other.basis) return one.basis === 'roster'
  if (near !== far) return near < far
  const [from, otherFrom] = [one.fromDay ?? -ALWAYS, other.fromDay ?? -ALWAYS]
  return from === otherFrom ? one.importId >= other.importId : from > otherFrom
}
