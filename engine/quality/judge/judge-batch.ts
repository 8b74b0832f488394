import { setImmediate as nextTurn } from 'node:timers/promises'
import { t } from '#speech'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { ModelServerProblem } from '../../model-servers/index.ts'
import { Problem } from '../../problem.ts'
import { askPrepared, type Judging } from './ask-question.ts'
import { batchTally, type BatchProgress } from './batch-tally.ts'
import { requireAllowed } from './judge-policy.ts'
import type { JudgeResult } from './judge-result.ts'
import { prepare, type JudgeItem, type Prepared, type PreparedPrompts } from './prepare.ts'
import { spendLedger, type SpendLimits, type TokenCounts, type TokenPrices } from './spend.ts'
import { untilAborted } from './until-aborted.ts'

export interface BatchReport extends BatchProgress {
  state: 'done' | 'cancelled' | 'stopped'
  /** Why it did not come to its end; null where it did. */
  sentence: string | null
}

export interface JudgingBatch<Item extends JudgeItem> extends Judging {
  /** How many questions are under way at a time, each with one request. */
  parallel: number
  limits: SpendLimits
  prices: TokenPrices | null
  /** After so many failures of the server in a row it is given up; at once where it has never answered and never will. */
  mostFailuresInARow: number
  onProgress: (progress: BatchProgress) => void
  /** Called with each result as it comes, in any order, and what all took so far; it is waited for, and what it throws ends the batch. */
  onResult: (item: Item, result: JudgeResult, progress: BatchProgress) => Promise<void> | void
  /** Called with what could not be asked or was not answered, and why. */
  onFailure: (item: Item, sentence: string) => void
}

/**
 * Puts many questions to a language model, several at a time. Items are taken as they are needed and results handed on as they come, so
 * that whatever ends the batch, what is done is kept. Ends within a second of the signal. No question is begun that could lead over a
 * limit at its most. Throws a Problem where the policy does not allow it, and what `items`, `cache` and `onResult` throw.
 */
export async function judgeBatch<Item extends JudgeItem>(
  items: Iterable<Item> | AsyncIterable<Item>,
  batch: JudgingBatch<Item>,
): Promise<BatchReport> {
  requireAllowed(batch.policy, batch.client.host, 'score')
  if (batch.limits.money !== null && batch.prices === null)
    throw new Problem('INVALID_INPUT', t`A limit in money needs the prices of a million tokens.`)
  const tally = batchTally(batch.prices)
  const ledger = spendLedger(batch.limits, batch.prices)
  const ended = new AbortController()
  const signal = AbortSignal.any([batch.signal, ended.signal])
  const judging: Judging = { ...batch, signal }
  const underWay = new Map<string, Promise<void>>()
  let sentence: string | null = null
  let thrown: { error: unknown } | null = null
  let failuresInARow = 0
  let hasAnswered = false

  const stop = (why: string) => {
    sentence ??= why
    ended.abort()
  }
  const end = (error: unknown) => {
    thrown ??= { error }
    ended.abort()
  }
  const take = async (item: Item, prepared: Prepared) => {
    const result = await askPrepared(prepared, judging)
    tally.take(result, prepared.kind === 'known')
    await batch.onResult(item, result, tally.progress())
    batch.onProgress(tally.progress())
    return result
  }
  const giveUp = (item: Item, what: 'refused' | 'failed', why: string) => {
    tally.count(what)
    batch.onFailure(item, why)
    batch.onProgress(tally.progress())
  }
  const ask = async (item: Item, prompts: PreparedPrompts, most: TokenCounts) => {
    let used = { tokensIn: 0, tokensOut: 0 }
    ledger.reserve(most)
    try {
      const { asked } = await take(item, { kind: 'to-ask', prompts })
      used = asked.usage
      hasAnswered = true
      failuresInARow = 0
    } catch (error) {
      if (error === signal.reason) return
      if (error instanceof ModelServerProblem) {
        failuresInARow++
        giveUp(item, 'failed', error.message)
        if (failuresInARow >= batch.mostFailuresInARow || (error.isForAll && !hasAnswered))
          stop(error.message)
      } else end(error)
    } finally {
      ledger.settle(most, used)
      underWay.delete(prompts.key)
    }
  }

  try {
    for await (const item of untilAborted(items, signal)) {
      // what is known already waits for nothing; whatever else this process does has its turn all the same
      await nextTurn()
      const prepared = await prepareApart(item, judging, underWay)
      if (prepared instanceof Problem) giveUp(item, 'refused', prepared.message)
      else if (prepared.kind !== 'to-ask') await take(item, prepared)
      else {
        const { prompts } = prepared
        const most = mostTokens(prompts, batch.settings.maxTokens)
        while (underWay.size > 0 && (underWay.size >= batch.parallel || !ledger.fits(most)))
          await Promise.race(underWay.values())
        if (signal.aborted) break
        if (ledger.fits(most)) underWay.set(prompts.key, ask(item, prompts, most))
        else stop(limitReached(batch, tally.progress().done))
      }
    }
  } catch (error) {
    end(error)
  }
  await Promise.all(underWay.values())
  if (thrown !== null) throw thrown.error
  if (batch.signal.aborted) sentence = t`The batch was cancelled; what was answered is kept.`
  const state = batch.signal.aborted ? 'cancelled' : sentence === null ? 'done' : 'stopped'
  return { ...tally.progress(), state, sentence }
}

/** Prepares an item when nobody is asking the very same; why it cannot be asked, where it cannot. */
async function prepareApart(
  item: JudgeItem,
  judging: Judging,
  underWay: ReadonlyMap<string, Promise<void>>,
): Promise<Prepared | Problem> {
  for (;;) {
    const prepared = await prepare(item, judging).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'INVALID_INPUT') return error
      throw error
    })
    if (prepared instanceof Problem) return prepared
    const same = prepared.kind === 'to-ask' ? underWay.get(prepared.prompts.key) : undefined
    if (same === undefined) return prepared
    await same
  }
}

function limitReached(
  { limits, prices }: Pick<JudgingBatch<JudgeItem>, 'limits' | 'prices'>,
  done: number,
): string {
  const { tokens, money } = limits
  const both = [
    ...(tokens === null ? [] : [t`${{ number: formatNumber(tokens) }} tokens`]),
    ...(money === null || prices === null ? [] : [`${formatNumber(money, 2)} ${prices.currency}`]),
  ]
  return t`The limit of ${{ limits: both.join(t` or `) }} is reached after ${{ done: formatNumber(done) }} questions; nothing more was asked.`
}

function mostTokens({ prompts, tokensInEach }: PreparedPrompts, maxTokens: number): TokenCounts {
  return { tokensIn: prompts.length * tokensInEach, tokensOut: prompts.length * maxTokens }
}
