import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readQuestionsOf } from './answer-values.store.ts'
import { definitionOf } from './definition-of.ts'
import { readPublished } from './versions.store.ts'

/** A version of a scorecard that one can score on. */
export interface PublishedForm {
  scorecardId: number
  versionId: number
  version: string
  definition: ScorecardDefinition
}

/** The newest one of a scorecard, or undefined. */
export function publishedForm(database: ReadableDatabase, scorecardId: number): PublishedForm | undefined {
  const version = readPublished(database, scorecardId)
  const definition = version && definitionOf(version)
  return definition ? { scorecardId, versionId: version.id, version: version.version, definition } : undefined
}

/** The rows of a scorecard's questions, by their ids on the form. */
export function rowsOfQuestions(database: ReadableDatabase, scorecardId: number): Map<string, number> {
  return new Map(readQuestionsOf(database, scorecardId).map(({ stableKey, id }) => [stableKey, id]))
}
