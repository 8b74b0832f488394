import type { Occurrence } from './finding.ts'
import { foundOnce } from './look.ts'
import type { Look } from './look.ts'
import { compileSearch } from './phrase-search.ts'
import type { PhraseSearch, SearchedPhrases, Speaker } from './phrase-search.ts'
import type { Region } from './region.ts'

/** The searches of one rule: conditions with the same phrases search once. Numbers are those of the places where they keep what they find. */
export type Searches = {
  of(searched: SearchedPhrases, by: Speaker): (look: Look, place: Region) => readonly Occurrence[]
  next(): number
}

/** The searches of a rule with its word lists. */
export function createSearches(lists: Readonly<Record<string, string>>): Searches {
  const known = new Map<string, { number: number; search: PhraseSearch }>()
  let count = 0
  const next = () => count++
  return {
    next,
    of: (searched, by) => {
      const key = JSON.stringify([
        by,
        searched.phrases,
        searched.sets,
        searched.except,
        searched.exceptSets,
        searched.negationWindow,
        searched.tolerance,
      ])
      const one = known.get(key) ?? { number: next(), search: compileSearch(searched, lists) }
      known.set(key, one)
      return (look, place) => found(look, one, by, place)
    },
  }
}

/** Asked for the first time for a small part of a conversation, only that is searched; else all of it, once. */
function found(
  look: Look,
  { number, search }: { number: number; search: PhraseSearch },
  by: Speaker,
  place: Region,
): readonly Occurrence[] {
  const { prepared } = look
  const isSmall = place.to - place.from < smallShare * prepared.words.length
  if (!isSmall || look.found[number] !== undefined) return foundOnce(number, look, () => search(prepared, by))
  look.found[number] = null
  const { occurrences, tried } = search(prepared, by, place)
  look.left -= tried
  return occurrences
}

const smallShare = 0.3
