import { t } from '#speech'
import type { ScorecardQuestion } from '../../../shared/domain/scorecard/definition.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readDraft, readPublished, readScorecard } from '../scorecards/versions.store.ts'
import type { RuledQuestion } from './rules.store.ts'

/** The question as reviewers score on it; undefined where they do not. */
export function publishedQuestion(
  database: ReadableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
): ScorecardQuestion | undefined {
  const version = readPublished(database, scorecardId)
  const definition = version && definitionOf(version)
  return definition?.questions.find(({ id }) => id === questionKey)
}

/** The question as reviewers score on it, else as the form's draft has it. `NOT_FOUND` where neither does. */
export function questionOf(database: ReadableDatabase, asked: RuledQuestion): ScorecardQuestion {
  const published = publishedQuestion(database, asked)
  if (published) return published
  const draft = readScorecard(database, asked.scorecardId) && readDraft(database, asked.scorecardId)
  const definition = draft && definitionOf(draft)
  const question = definition?.questions.find(({ id }) => id === asked.questionKey)
  if (!question)
    throw new Problem('NOT_FOUND', t`That question is no longer on the scorecard; go back to the form.`)
  return question
}
