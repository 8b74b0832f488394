export { patternsOf } from './cache.ts'
export { behindFigure } from './groups/behind.ts'
export { driverGridOf, driverPatternOf } from './groups/driver.ts'
export { levelsOf } from './groups/levels.ts'
export { overviewOf } from './groups/overview.ts'
export { populationOfShares, populationOfWindow } from './groups/population.ts'
export { whatMovesOf } from './groups/what-moves.ts'
export { withoutPeople } from './without-people.ts'
export { groupedWindow } from './groups/window.ts'
export {
  createRecord,
  mustRecord,
  noteOnRecord,
  pickConversations,
  recordItems,
  recordOf,
  setRecordRemoved,
  writeRecord,
  type RecordWorld,
} from './records/records.ts'
export { computeShares, keptShares } from './shares/compute.ts'
