import { keepAnsweredQuestions } from '../metrics/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { newestDay, readPreferences } from '../workspace/index.ts'
import { keepDriverMeasures } from './gathering/kept-measures.ts'
import { gatherWeights } from './gathering/gather.ts'
import { keepGroups } from './groups.ts'
import { keepDriverWeights, keepWeightsOfElsewhere } from './weights/kept-weights.ts'
import { windowEnding } from './window.ts'

const keptForRanking = [keepAnsweredQuestions, keepDriverWeights, keepDriverMeasures]

/** After the facts changed: keeps what the ranking rests on, so that the list, a page and a session open at once. */
export function keepForRanking(database: WritableDatabase): void {
  for (const keep of keptForRanking) keep(database)
}

/** What is kept after an import or the reading of conversations: the same, and the heat map. Each by itself, so that other calls have their turn between them. */
export const figuresToKeep: readonly ((database: WritableDatabase) => void)[] = [
  ...keptForRanking,
  keepGroups,
]

/** All of it at once. */
export function keepFigures(database: WritableDatabase): void {
  for (const keep of figuresToKeep) keep(database)
}

/** The same for a copy of a part of a workspace: what drivers are worth was estimated from all of it, and stays so until other facts come in. */
export function keepFiguresOfPart(whole: ReadableDatabase, part: WritableDatabase): void {
  keepAnsweredQuestions(part)
  const to = newestDay(whole)
  if (to !== undefined)
    keepWeightsOfElsewhere(part, gatherWeights(whole, windowEnding(to, readPreferences(whole).windowDays)))
  keepDriverMeasures(part)
  keepGroups(part)
}
