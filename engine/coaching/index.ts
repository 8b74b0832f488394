export { rankingCache } from './cache.ts'
export { hidingOf } from './gathering/roster.ts'
export { insertMark, insertRequest, personExists, removeMark, writePin } from './marks.store.ts'
export { agentPageOf } from './page/agent-page.ts'
export { driverKind, rankingOf, teamIdOf, type RankedWindow } from './ranking.ts'
export { figureLabel } from './sentences.ts'
export { groupSentence } from './group-sentences.ts'
export { windowEnding } from './window.ts'
export { teamListOf } from './team-list.ts'
export { outcomeLinks } from './weights/outcome-links.ts'
export { estimatesOfDriver, groupsOf, type GroupedWindow } from './groups.ts'
export { driverFacts } from './gathering/measures.ts'
export {
  benchmarkFor,
  FALSE_DISCOVERY_RATE,
  type Estimate,
  type GroupCell,
  type Measurements,
} from './assessment/index.ts'
export { figuresToKeep, keepFigures, keepFiguresOfPart, keepForRanking } from './keep-figures.ts'
export * from './sessions/index.ts'
export * from './effects/index.ts'
export * from './waiting-lists/index.ts'
