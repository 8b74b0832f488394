export {
  interactionMetrics,
  isInteractionMetric,
  metricDefinition,
  metricDefinitions,
  questionDefinition,
  type InteractionMetricId,
} from './definitions.ts'
export { compareRollups, daysOfImport, rebuildRollups, UNDATED } from './rollups.store.ts'
