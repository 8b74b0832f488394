import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { composed, unknown } from './finding.ts'
import type { BlockPlace, Occurrence } from './finding.ts'
import { foundOnce } from './look.ts'
import type { Block } from './look.ts'
import type { PreparedConversation } from './prepare.ts'
import { firstWhere } from './region.ts'
import type { Searches } from './searches.ts'
import { positionBeforeMs } from './times.ts'
import { reasons } from '../reasons.ts'

type Moment = Extract<RuleCondition, { kind: 'moment' }>
type Timed = { startMs: number; endMs: number; segmentIndex: number | null }

/** Holds, silences and interruptions: each has its place between the words. Unknown without times. */
export function momentBlock(place: BlockPlace, condition: Moment, searches: Searches): Block {
  const number = searches.next()
  const leastMs = (condition.leastSeconds ?? 0) * 1000
  const block: Block = {
    ...place,
    ask: (look, region) => {
      const { prepared } = look
      if (prepared.measures().durationMs === null) return unknown(block, ['uncertain', reasons.noTimes])
      const found = foundOnce(number, look, () => {
        const moments = momentsOf(prepared, condition.moment).filter(
          ({ startMs, endMs }) => endMs - startMs >= leastMs,
        )
        return { occurrences: moments.map((moment) => placed(prepared, moment)), tried: moments.length }
      })
      const own = found.filter(({ from }) => from >= region.from && from <= region.to)
      return composed(block, own.length > 0, [], own)
    },
  }
  return block
}

function momentsOf(prepared: PreparedConversation, moment: Moment['moment']): Timed[] {
  const measures = prepared.measures()
  switch (moment) {
    case 'hold':
      return measures.holds
    case 'silence':
      return measures.silences.map((span) => ({ ...span, segmentIndex: null }))
    case 'interruption-by-agent':
    case 'interruption-by-customer':
      return measures.interruptions.filter(({ by }) => moment === `interruption-by-${by}`)
  }
}

/** A moment lies before the first word that is said once it has begun. */
function placed(prepared: PreparedConversation, { startMs, endMs, segmentIndex }: Timed): Occurrence {
  const at = positionBeforeMs(prepared, startMs)
  const { turns } = prepared
  const turn = Math.max(
    0,
    firstWhere(turns.length, (index) => turns[index]!.to >= at),
  )
  const first = at - (turns[turn]?.from ?? 0)
  return { turn, first, last: first - 1, from: at, to: at, moment: { startMs, endMs, segmentIndex } }
}
