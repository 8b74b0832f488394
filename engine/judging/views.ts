import { z } from 'zod'
import { judgeRun, type JudgeRun } from '../../shared/contract/judge.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readRuns, type RunRow } from './runs.store.ts'

const MOST = 50

/** The newest batches, with what came of them and what they took. */
export function listRuns(database: ReadableDatabase): JudgeRun[] {
  return readRuns(database, MOST).map(runOf)
}

const counts = judgeRun.shape.counts.catch({
  answered: 0,
  abstained: 0,
  dropped: 0,
  refused: 0,
  failed: 0,
  known: 0,
  disagreed: 0,
})

function runOf(row: RunRow): JudgeRun {
  const { id, jobId, scorecardId, form, host, model, state, sentence, startedAt, endedAt } = row
  const { requests, tokensIn, tokensOut, money, currency, requestMs } = row
  return {
    id,
    jobId,
    scorecardId,
    form,
    days: { from: dayOfNumber(row.fromDay), to: dayOfNumber(row.toDay) },
    questions: z.array(z.string()).parse(JSON.parse(row.questionIds)).length,
    host,
    model,
    state,
    sentence,
    startedAt,
    endedAt,
    counts: counts.parse(JSON.parse(row.counts)),
    spent: {
      requests,
      tokensIn,
      tokensOut,
      isEstimated: row.isEstimated === 1,
      money,
      currency,
      requestSeconds: requestMs / 1000,
    },
  }
}
