import { scorerVersions } from './conversations/index.ts'
import { modelVersion } from './judging/index.ts'
import type { ScorerVersions } from './quality/index.ts'
import type { ReadableDatabase } from './store/index.ts'

/** The version each scorer of a question has now: the rules as they are, and the language model as it is set. Of a model that is not set nobody can say. */
export function scorerVersionsHere(database: ReadableDatabase): ScorerVersions {
  const byRules = scorerVersions(database)
  const model = modelVersion(database)
  return (question) => (question.scorerId === model?.scorerId ? model.scorerVersion : byRules(question))
}
