export {
  interactionMetrics,
  isInteractionMetric,
  metricDefinition,
  metricDefinitions,
  questionDefinition,
  type InteractionMetricId,
} from './definitions.ts'
export { compareRollups, daysOfImport, rebuildRollups, UNDATED } from './rollups.store.ts'
export { adjustForCaseMix, peerGroupOf, reportAdjusted } from './case-mix.ts'
export { readCatalogue } from './catalogue.ts'
export { queryMetric } from './query.ts'
export {
  readCells,
  readFirstContactResolution,
  readVolumes,
  type DayNumbers,
  type MetricCell,
} from './reading.store.ts'
export { addUp, observedValue } from './value.ts'
