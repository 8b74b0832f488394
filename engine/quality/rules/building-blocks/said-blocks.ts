import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { agentNameWords, uncommonInOpening, withoutAccents } from '../agent-names.ts'
import { composed, notOf, unknown } from './finding.ts'
import type { BlockPlace, Finding, Occurrence } from './finding.ts'
import { foundOnce } from './look.ts'
import type { Block, Look } from './look.ts'
import type { Speaker } from './phrase-search.ts'
import type { PreparedConversation } from './prepare.ts'
import type { Region } from './region.ts'
import type { Searches } from './searches.ts'
import { notFound, occurrencesIn, placeIn, withoutTimes } from './where-said.ts'
import type { WhereSaid } from './where-said.ts'
import { reasons } from '../reasons.ts'

type Said = Extract<RuleCondition, { kind: 'said' | 'not-said' }>
type OwnName = Extract<RuleCondition, { kind: 'own-name' }>

/** Said, or not said: enough occurrences of the phrases by somebody in their place. */
export function saidBlock(place: BlockPlace, condition: Said, searches: Searches): Block {
  const search = searches.of(condition, condition.by)
  const { by, where = {}, leastTimes = 1 } = condition
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const finding = saidIn(look, region, block, { search, by, where, leastTimes })
      return condition.kind === 'said' ? finding : denied(finding)
    },
  }
  return block
}

/** Not said: what was found is shown all the same, since it decides. */
function denied(finding: Finding): Finding {
  return { ...finding, holds: notOf(finding.holds) }
}

type Wanted = {
  search: (look: Look, place: Region) => readonly Occurrence[]
  by: Speaker
  where: WhereSaid
  leastTimes: number
}

function saidIn(
  look: Look,
  region: Region,
  block: BlockPlace,
  { search, by, where, leastTimes }: Wanted,
): Finding {
  if (look.unfit !== undefined) return unknown(block, look.unfit)
  const place = placeIn(look, region, by, where)
  if (place === null)
    return search(look, region).length < leastTimes ? notFound(look, block, region, by) : withoutTimes(block)
  const occurrences = occurrencesIn(look, search(look, place), region, place)
  if (occurrences.length >= leastTimes) return { block, holds: true, occurrences, parts: [] }
  return notFound(look, block, place, by)
}

/**
 * The agent's own name, as the workspace knows it; where it knows none, a phrase that people introduce themselves with. Unknown where
 * an unusual word in the opening may be a name.
 */
export function ownNameBlock(place: BlockPlace, condition: OwnName, searches: Searches): Block {
  const introduced = searches.of(condition, 'agent')
  const number = searches.next()
  const { where = {} } = condition
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const { prepared } = look
      const names = agentNameWords(prepared.source.agentNames ?? [])
      const named = () => foundOnce(number, look, () => namesSaid(prepared, names))
      const search = names.size === 0 ? introduced : named
      const finding = saidIn(look, region, block, { search, by: 'agent', where, leastTimes: 1 })
      if (finding.holds !== false) return finding
      const perhaps = perhapsName(prepared)
      if (perhaps === undefined || perhaps.from < region.from || perhaps.to > region.to) return finding
      const shown = composed(block, true, [], [perhaps])
      return { ...shown, holds: null, reason: ['uncertain', reasons.mayBeName] }
    },
  }
  return block
}

function namesSaid(
  { turns, turnsBy, words, book }: PreparedConversation,
  names: ReadonlySet<string>,
): { occurrences: Occurrence[]; tried: number } {
  const occurrences = turnsBy.agent.flatMap((index) => {
    const { from, to } = turns[index]!
    const found: Occurrence[] = []
    for (let at = from; at < to; at++)
      if (names.has(withoutAccents(book.tokens[words[at]!]!.word))) found.push(oneWord(index, from, at))
    return found
  })
  return { occurrences, tried: words.length }
}

function perhapsName({ turns, turnsBy, words, book }: PreparedConversation): Occurrence | undefined {
  const opening = turnsBy.agent.slice(0, 2)
  const found = uncommonInOpening(
    opening.map((index) =>
      Array.from(words.subarray(turns[index]!.from, turns[index]!.to), (id) => book.tokens[id]!),
    ),
  )
  if (found === undefined) return undefined
  const turn = opening[found.turn]!
  return oneWord(turn, turns[turn]!.from, turns[turn]!.from + found.at)
}

function oneWord(turn: number, turnFrom: number, at: number): Occurrence {
  return { turn, first: at - turnFrom, last: at - turnFrom, from: at, to: at + 1 }
}
