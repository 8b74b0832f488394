import { keepAnsweredQuestions } from '../metrics/index.ts'
import type { WritableDatabase } from '../store/index.ts'
import { keepDriverMeasures } from './gathering/kept-measures.ts'
import { keepGroups } from './groups.ts'
import { keepDriverWeights } from './weights/kept-weights.ts'

/** After the facts changed: keeps what the ranking rests on, so that the list, a page and a session open at once. */
export function keepForRanking(database: WritableDatabase): void {
  keepAnsweredQuestions(database)
  keepDriverWeights(database)
  keepDriverMeasures(database)
}

/** The same, and the heat map: after an import or the reading of conversations, not after each review. */
export function keepFigures(database: WritableDatabase): void {
  keepForRanking(database)
  keepGroups(database)
}
