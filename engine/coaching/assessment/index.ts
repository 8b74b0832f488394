export { assess } from './assess.ts'
export { estimateMetric, type Estimate, type EstimatedFacts } from './estimate.ts'
export type * from './types.ts'
