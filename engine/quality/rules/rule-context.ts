import type { ConversationSegment } from '../../language/index.ts'
import type { RuleScorecard } from './scorecard.ts'
import type { Turn, TurnList } from './turns.ts'

/** What every rule is given. */
export type RuleContext = {
  readonly segments: readonly ConversationSegment[]
  readonly scorecard: RuleScorecard
  readonly list: TurnList
  readonly agentTurns: readonly Turn[]
  /** Words of the agent's name as phrases are matched, without those that are common English words; empty where unknown. */
  readonly agentNames: ReadonlySet<string>
}
