import { t } from '#speech'
import type { JudgeOrder } from '../../shared/contract/judge.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { newestDay } from '../workspace/index.ts'
import type { Batch } from './items.ts'
import { mustBeForm, questionsToAsk } from './questions.ts'

/** What is ordered, as it stands now: the newest days there are data of. Throws a Problem where there is nothing to ask. */
export function batchOf(database: ReadableDatabase, { scorecardId, days, questionIds }: JudgeOrder): Batch {
  const form = mustBeForm(database, scorecardId)
  const to = newestDay(database)
  if (to === undefined)
    throw new Problem('INVALID_INPUT', t`There are no conversations yet; import some first.`)
  return {
    form,
    days: { from: to - days + 1, to },
    questions: questionsToAsk(database, form, questionIds),
  }
}
