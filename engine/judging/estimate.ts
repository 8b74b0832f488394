import type { JudgeEstimate, JudgeOrder } from '../../shared/contract/judge.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import type { EngineContext } from '../context.ts'
import { estimateBatch, languageModel } from '../quality/index.ts'
import { batchOf } from './batch-order.ts'
import { batchItems } from './items.ts'
import { readResult } from './results.store.ts'
import { readMeasured } from './runs.store.ts'
import { judgeSettings, mustBeSet, readLanguageModelSettings, serverOrder } from './settings.ts'

/** What a batch will take, before anything is sent. Throws a Problem where nothing can be asked, and the signal's reason. */
export async function estimateOrder(
  context: EngineContext,
  order: JudgeOrder,
  signal: AbortSignal,
): Promise<JudgeEstimate> {
  const settings = mustBeSet(readLanguageModelSettings(context.read))
  const batch = batchOf(context.read, order)
  const client = languageModel(serverOrder(context, settings))
  const { prices, parallel, limits } = settings
  const { conversations, items } = batchItems(context.read, batch)
  const estimate = await estimateBatch(items, {
    client,
    settings: judgeSettings(settings),
    cache: { get: (key) => readResult(context.read, key), put: () => {} },
    prices,
    measured: readMeasured(context.read, client.host, client.model),
    parallel,
    signal,
  })
  const { tokensIn, tokensOut, money } = estimate
  return {
    ...estimate,
    host: client.host,
    model: client.model,
    days: { from: dayOfNumber(batch.days.from), to: dayOfNumber(batch.days.to) },
    conversations,
    isOverLimit:
      (limits.tokens !== null && tokensIn + tokensOut > limits.tokens) ||
      (limits.money !== null && money !== null && money.expected > limits.money),
  }
}
