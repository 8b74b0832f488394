import type { JudgeResult } from './judge-result.ts'
import { moneyOf, type TokenCounts, type TokenPrices } from './spend.ts'

export interface BatchCounts {
  answered: number
  abstained: number
  dropped: number
  /** Not askable, or not redacted: nothing was sent. */
  refused: number
  /** The server gave no answer. */
  failed: number
  /** Of the first three, those that were known already. */
  known: number
  /** Of the abstentions, those where the order of the answers changed the answer. */
  disagreed: number
}

export interface BatchSpent extends TokenCounts {
  /** Answered requests. */
  requests: number
  /** Whether some of the tokens are estimated, since the server did not count them. */
  isEstimated: boolean
  /** Null without prices. */
  money: number | null
  /** Since the batch began. */
  seconds: number
  /** Of all requests one after another: with `requests`, what one takes. */
  requestSeconds: number
}

export interface BatchProgress {
  /** Questions that are done, whatever came of them. */
  done: number
  counts: BatchCounts
  spent: BatchSpent
}

export interface BatchTally {
  /** Counts a result and what it took; what was known before took nothing now. */
  take(result: JudgeResult, isKnown: boolean): void
  count(what: 'refused' | 'failed'): void
  progress(): BatchProgress
}

/** Counts what comes of a batch, and what it takes. */
export function batchTally(prices: TokenPrices | null): BatchTally {
  const from = performance.now()
  const counts: BatchCounts = {
    answered: 0,
    abstained: 0,
    dropped: 0,
    refused: 0,
    failed: 0,
    known: 0,
    disagreed: 0,
  }
  const spent = { requests: 0, tokensIn: 0, tokensOut: 0, isEstimated: false, requestSeconds: 0 }
  return {
    take(result, isKnown) {
      counts[result.outcome]++
      if (result.outcome === 'abstained' && result.reason === 'position-bias') counts.disagreed++
      if (isKnown) {
        counts.known++
        return
      }
      const { usage, durationMs } = result.asked
      spent.requests += usage.requests
      spent.tokensIn += usage.tokensIn
      spent.tokensOut += usage.tokensOut
      spent.isEstimated ||= usage.isEstimated
      spent.requestSeconds += durationMs / 1000
    },
    count(what) {
      counts[what]++
    },
    progress() {
      const { answered, abstained, dropped, refused, failed } = counts
      return {
        done: answered + abstained + dropped + refused + failed,
        counts: { ...counts },
        spent: { ...spent, money: moneyOf(spent, prices), seconds: (performance.now() - from) / 1000 },
      }
    },
  }
}
