import { setImmediate as nextTurn } from 'node:timers/promises'
import { Problem } from '../../problem.ts'
import type { JudgeCache } from './judge-cache.ts'
import type { JudgeSettings } from './judge-settings.ts'
import type { LanguageModel } from './language-model.ts'
import { prepare, type JudgeItem } from './prepare.ts'
import { readingOnce } from './read-for-model.ts'
import { moneyOf, type TokenPrices } from './spend.ts'

/** What earlier requests to the same model took. */
export interface MeasuredRequests {
  requests: number
  seconds: number
  tokensOut: number
}

/** Of a model of eight thousand million weights on one graphics card, with the answers asked for here: an assumption, not a measurement. */
const assumed: MeasuredRequests = { requests: 1, seconds: 5, tokensOut: 150 }
/** Fewer measured requests than this say less than the assumption. */
const leastMeasured = 10

export interface BatchEstimate {
  questions: number
  /** Of these known already, not asked (too short, another language and so on), and not askable. */
  known: number
  notAsked: number
  refused: number
  /** At most: an order of the answers that fails ends its question. */
  requests: number
  tokensIn: number
  tokensOut: number
  /** Where every answer takes as much as it may. */
  tokensOutAtMost: number
  /** Null without prices. */
  money: { expected: number; atMost: number; currency: string } | null
  seconds: number
  /** Whether time and answers are as long as they were so far, or as assumed. */
  basis: 'measured' | 'assumed'
}

export interface EstimatingBatch {
  client: LanguageModel
  settings: JudgeSettings
  cache: JudgeCache
  prices: TokenPrices | null
  measured: MeasuredRequests | null
  /** How many requests the server is sent at a time. */
  parallel: number
  signal: AbortSignal
}

/** What a batch will take, before anything is sent. Throws the signal's reason. */
export async function estimateBatch(
  items: Iterable<JudgeItem> | AsyncIterable<JudgeItem>,
  estimating: EstimatingBatch,
): Promise<BatchEstimate> {
  const { settings, prices, parallel, signal } = estimating
  const isMeasured = (estimating.measured?.requests ?? 0) >= leastMeasured
  const { requests: of, seconds, tokensOut } = isMeasured ? estimating.measured! : assumed
  const keys = new Set<string>()
  const read = readingOnce()
  const count = { questions: 0, known: 0, notAsked: 0, refused: 0, requests: 0, tokensIn: 0 }
  for await (const item of items) {
    // whatever else this process does has its turn
    await nextTurn()
    signal.throwIfAborted()
    count.questions++
    const prepared = await prepare(item, estimating, read).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'INVALID_INPUT') return null
      throw error
    })
    if (prepared === null) count.refused++
    else if (prepared.kind === 'not-asked') count.notAsked++
    else if (prepared.kind === 'known' || keys.has(prepared.prompts.key)) count.known++
    else {
      const { key, prompts, tokensInEach } = prepared.prompts
      keys.add(key)
      count.requests += prompts.length
      count.tokensIn += prompts.length * tokensInEach
    }
  }
  const tokensOutAtMost = count.requests * settings.maxTokens
  const expectedOut = Math.min(tokensOutAtMost, Math.round((count.requests * tokensOut) / of))
  const expected = moneyOf({ tokensIn: count.tokensIn, tokensOut: expectedOut }, prices)
  const atMost = moneyOf({ tokensIn: count.tokensIn, tokensOut: tokensOutAtMost }, prices)
  return {
    ...count,
    tokensOut: expectedOut,
    tokensOutAtMost,
    money: prices === null ? null : { expected: expected!, atMost: atMost!, currency: prices.currency },
    seconds: Math.ceil((count.requests * seconds) / of / parallel),
    basis: isMeasured ? 'measured' : 'assumed',
  }
}
