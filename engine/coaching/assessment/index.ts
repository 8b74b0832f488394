export { assess } from './assess.ts'
export {
  estimateBoth,
  standingEstimates,
  type Estimate,
  type EstimatedFacts,
  type Estimates,
} from './estimate.ts'
export type * from './types.ts'
