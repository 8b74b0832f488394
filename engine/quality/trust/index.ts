export { auditChances, drawAudits, type Audit } from './audit-selection.ts'
export { correctedFailRate } from './corrected-fail-rate.ts'
export {
  decideExclusions,
  decideMove,
  nextGate,
  type ChanceCorrected,
  type MoveFigures,
  type TrustMove,
} from './decide-move.ts'
export {
  blindAnswers,
  recognitionConfidenceBand,
  transcriptLengthBand,
  type CountedAnswer,
  type DoubleScoredAnswer,
  type Outcome,
  type TrustDraw,
  type TrustStrata,
} from './double-scored.ts'
export { groupErrors, isExcluded, type GroupErrors } from './group-errors.ts'
export { startingStanding, type ExcludedGroup, type TrustStanding, type TrustState } from './standing.ts'
export type { Watch, WatchedError } from './watch.ts'
