export { ADHERENCE, CONFORMANCE, INTERACTION_SUMS, TOP_TWO_BOXES } from './expressions.store.ts'
export { adjustForCaseMix, peerGroupOf } from './case-mix.ts'
export { readCatalogue } from './catalogue.ts'
export { readDailySums, type DailySums } from './daily-sums.store.ts'
export { readFactsRevision } from './facts-revision.ts'
export { isInteractionMetric, labelToKeep, metricDefinition } from './definitions.ts'
export { hasRows, OBSERVED_ROW, observedRowsSql, observedSumsSql } from './observed-rows.store.ts'
export { keepAnsweredQuestions } from './kept-questions.ts'
export { queryMetric } from './query.ts'
export {
  contactsBetween,
  readCells,
  readFirstContactResolution,
  readPeopleWithData,
  readVolumes,
  readWeeks,
  type DayNumbers,
  type MetricCell,
  type WeekSums,
} from './reading.store.ts'
export {
  OBSERVATION_SUMS,
  compareRollups,
  daysOfImport,
  deleteAggregated,
  rebuildEveryRollup,
  rebuildInPieces,
  rebuildRollups,
} from './rollups.store.ts'
export { drawnWords, isReviewed, restsOn } from './rests-on.ts'
export { withSourceInWords } from './sources.ts'
export { setTarget } from './targets.ts'
export { bySelection } from './selection.ts'
export { addUp, addUpByPerson, observedValue } from './value.ts'
