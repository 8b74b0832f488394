import { z } from 'zod'
import { t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import type { LanguageModelSettings } from '../../shared/contract/judge.ts'
import type { EngineContext } from '../context.ts'
import { writing } from '../context.ts'
import type { JobHandle } from '../jobs/index.ts'
import { Problem } from '../problem.ts'
import {
  drawStandingAudits,
  judgeBatch,
  languageModel,
  writeModelResult,
  type BatchProgress,
  type JudgeRequest,
} from '../quality/index.ts'
import { inTransaction } from '../store/index.ts'
import { batchItems, type Batch } from './items.ts'
import { mustBeForm, questionsToAsk } from './questions.ts'
import { keepRequest } from './keep-request.ts'
import { readResult, writeResult } from './results.store.ts'
import { beginRun, endRun, writeRun, type RunSpent } from './runs.store.ts'
import {
  judgeSettings,
  mustBeSet,
  readLanguageModelSettings,
  serverOrder,
  standingPolicy,
} from './settings.ts'
import { tellNowAndThen } from './tell-now-and-then.ts'

/** A batch as its job keeps it: settled when it was started, so that a resumed one is about the same. */
export const batchPayload = z.object({
  scorecardId: z.number().int(),
  days: z.object({ from: z.number().int(), to: z.number().int() }),
  questionIds: z.array(z.string()),
  host: z.string(),
  model: z.string(),
})
export type BatchPayload = z.infer<typeof batchPayload>

const MOST_FAILURES_IN_A_ROW = 5

/**
 * Asks the model everything a batch is about. What it costs and what came of it is written with each answer, in one transaction, so that a
 * batch that is stopped, killed or paused goes on without paying twice. Throws a Problem with one sentence where it does not come to its
 * end, and the signal's reason.
 */
export async function runBatch(
  context: EngineContext,
  payload: BatchPayload,
  handle: Pick<JobHandle, 'id' | 'signal' | 'progress'>,
): Promise<{ runId: number }> {
  const settings = mustBeSet(readLanguageModelSettings(context.read))
  const client = languageModel(serverOrder(context, settings))
  if (client.host !== payload.host || client.model !== payload.model)
    throw new Problem(
      'CONFLICT',
      t`It was begun with ${{ model: payload.model }} at ${{ host: payload.host }}, and another language model is set now; start a new one.`,
    )
  const form = mustBeForm(context.read, payload.scorecardId)
  const questions = questionsToAsk(context.read, form, payload.questionIds)
  const batch: Batch = { form, days: payload.days, questions }
  const { id: runId, spent: before } = await writing(context, (database) =>
    beginRun(database, {
      jobId: handle.id,
      scorecardId: form.scorecardId,
      form: form.definition.title,
      fromDay: batch.days.from,
      toDay: batch.days.to,
      questionIds: questions.map(({ id }) => id),
      host: client.host,
      model: client.model,
      at: context.now(),
      currency: settings.prices?.currency ?? null,
    }),
  )
  const { items, total } = batchItems(context.read, batch)
  const tell = tellNowAndThen(context, ['judge', 'conversations', 'reviews', 'trust'])
  const broken = new AbortController()
  /** Answers that are not written yet: they are, together with what they took. */
  const unwritten = new Map<string, string>()
  let progress: BatchProgress | null = null
  let trail: Promise<unknown> = Promise.resolve()
  const log = (request: JudgeRequest) => {
    // an answer that leaves no trace must not be asked for
    trail = writing(context, (database) => keepRequest(database, runId, request)).catch((error: unknown) =>
      broken.abort(error),
    )
  }
  const flush = (also?: (database: Parameters<typeof writeRun>[0]) => void) =>
    writing(context, (database) =>
      inTransaction(database, () => {
        also?.(database)
        for (const [key, result] of unwritten) writeResult(database, key, result, context.now())
        unwritten.clear()
        if (progress !== null) writeRun(database, runId, progress.counts, inAll(before, progress))
      }),
    )
  try {
    const report = await judgeBatch(items, {
      client,
      policy: standingPolicy(context.read),
      settings: judgeSettings(settings),
      cache: {
        get: (key) => unwritten.get(key) ?? readResult(context.read, key),
        put: (key, result) => void unwritten.set(key, result),
      },
      signal: AbortSignal.any([handle.signal, broken.signal]),
      onRequest: log,
      now: context.now,
      parallel: settings.parallel,
      limits: limitsLeft(settings, before),
      prices: settings.prices,
      mostFailuresInARow: MOST_FAILURES_IN_A_ROW,
      onProgress(now) {
        progress = now
        handle.progress(total === 0 ? 1 : now.done / total, stepOf(now, total))
      },
      async onResult({ transcriptId, conversationSha256, asked }, result, now) {
        progress = now
        const { scorecardId, versionId } = form
        await flush((database) => {
          const interactionId = writeModelResult(
            database,
            { transcriptId, conversationSha256, scorecardId, versionId, question: asked },
            result,
          )
          if (interactionId !== null) drawStandingAudits(database, [interactionId], context.now())
        })
        tell()
      },
      // what a server says of a failure may quote what it was sent
      onFailure: ({ transcriptId }) =>
        context.log({ event: 'question-unanswered', run: runId, transcript: transcriptId }),
    })
    progress = report
    handle.signal.throwIfAborted()
    broken.signal.throwIfAborted()
    const { state, sentence } = report
    await flush((database) => {
      if (state !== 'cancelled') endRun(database, runId, { state, sentence, at: context.now() })
    })
    if (sentence !== null) throw new Problem('CONFLICT', sentence)
    return { runId }
  } finally {
    await trail
    if (unwritten.size > 0) await flush()
    tell.last()
  }
}

function stepOf({ done, counts }: BatchProgress, total: number): string {
  return t`${{ done: formatNumber(done) }} of ${{ total: formatNumber(total) }} questions, ${{ answered: formatNumber(counts.answered) }} answered`
}

/** What a batch took, with its earlier attempts. */
function inAll(before: RunSpent, { spent }: BatchProgress): RunSpent {
  return {
    requests: before.requests + spent.requests,
    tokensIn: before.tokensIn + spent.tokensIn,
    tokensOut: before.tokensOut + spent.tokensOut,
    isEstimated: before.isEstimated || spent.isEstimated,
    requestMs: before.requestMs + spent.requestSeconds * 1000,
    money: spent.money === null ? before.money : (before.money ?? 0) + spent.money,
  }
}

/** A limit is that of the whole batch, however often it was interrupted. */
function limitsLeft(
  { limits: { tokens, money } }: LanguageModelSettings,
  before: RunSpent,
): LanguageModelSettings['limits'] {
  return {
    tokens: tokens === null ? null : Math.max(0, tokens - before.tokensIn - before.tokensOut),
    money: money === null ? null : Math.max(0, money - (before.money ?? 0)),
  }
}
