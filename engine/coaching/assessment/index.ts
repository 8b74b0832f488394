export { coachAnew } from './coach-anew.ts'
export { benchmarkFor } from './benchmark.ts'
export { assess } from './assess.ts'
export {
  estimateBoth,
  isDrawn,
  standingEstimates,
  takesDrawn,
  type Estimate,
  type EstimatedFacts,
  type Estimates,
} from './estimate.ts'
export { compareGroups, type GroupCell, type GroupTable } from './group-table.ts'
export { FALSE_DISCOVERY_RATE } from './flags.ts'
export { withoutRanking } from './without-ranking.ts'
export type * from './types.ts'
