import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { isWithin } from '../../../../shared/domain/rule-limits.ts'
import {
  hasPace,
  overlapWithCustomer,
  paceOf,
  passageAround,
  spokenSegments,
} from '../../../interactions/measures/index.ts'
import type { SpokenSegment, TimedPassage } from '../../../interactions/measures/index.ts'
import { allOf, anyOf, composed, unknown } from './finding.ts'
import type { BlockPlace, Occurrence } from './finding.ts'
import type { Block, Look } from './look.ts'
import type { Searches } from './searches.ts'
import { occurrenceEvidence } from './times.ts'
import { notFound, occurrencesIn, placeIn, withoutTimes } from './where-said.ts'
import { reasons } from '../reasons.ts'

type Spoken = Extract<RuleCondition, { kind: 'pace' | 'talked-over' }>
type Timed = { passage: TimedPassage; spoken: readonly SpokenSegment[] }

/**
 * How the agent says a passage: the sentence around a phrase by its words' own times, else the turn. Words a minute, or seconds for
 * which the customer speaks into it. False where it is not said; unknown where it has no times or is too short to have a pace.
 */
export function spokenPassageBlock(place: BlockPlace, condition: Spoken, searches: Searches): Block {
  const search = searches.of(condition, 'agent')
  const figureOf = condition.kind === 'pace' ? pace : overlapSeconds
  const block: Block = {
    ...place,
    ask: (look, region) => {
      if (look.unfit !== undefined) return unknown(block, look.unfit)
      const inPlace = placeIn(look, region, 'agent', condition.where ?? {})
      if (inPlace === null) return withoutTimes(block)
      const said = occurrencesIn(look, search(look, inPlace), region, inPlace)
      if (said.length === 0) return notFound(look, block, inPlace, 'agent')
      const spoken = spokenSegments(look.prepared.source.segments)
      const figures = said.map((one) => {
        const timed = timedPassage(look, one, spoken)
        return timed === null ? null : figureOf(timed)
      })
      const holds = figures.map((figure) => (figure === null ? null : isWithin(condition, figure)))
      const together = condition.howMany === 'every' ? allOf(holds) : anyOf(holds)
      const telling = figures.find((figure, at) => figure !== null && holds[at] === together) ?? null
      if (together === null) return unknown(block, ['uncertain', reasons.passageTooShort])
      const deciding = said.filter((_, at) => holds[at] === together)
      return { ...composed(block, true, [], deciding), holds: together, figure: telling }
    },
  }
  return block
}

function timedPassage(
  { prepared }: Look,
  occurrence: Occurrence,
  spoken: readonly SpokenSegment[],
): Timed | null {
  const [evidence] = occurrenceEvidence(prepared, occurrence)
  if (evidence === undefined) return null
  const own = spoken.find(({ index }) => index === evidence.segmentIndex)
  if (own === undefined) return null
  const segment = prepared.source.segments[own.index]!
  return { passage: passageAround(segment, own, evidence), spoken }
}

function pace({ passage }: Timed): number | null {
  return hasPace(passage) ? paceOf(passage) : null
}

function overlapSeconds({ passage, spoken }: Timed): number {
  return overlapWithCustomer(spoken, passage) / 1000
}
