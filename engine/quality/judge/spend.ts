/** What a server's owner takes, in one currency. */
export interface TokenPrices {
  perMillionIn: number
  perMillionOut: number
  /** ISO 4217. */
  currency: string
}

/** Where a batch stops; null for no such limit. Money needs prices. */
export interface SpendLimits {
  tokens: number | null
  money: number | null
}

export interface TokenCounts {
  tokensIn: number
  tokensOut: number
}

/** What tokens cost; null without prices. */
export function moneyOf({ tokensIn, tokensOut }: TokenCounts, prices: TokenPrices | null): number | null {
  return prices === null
    ? null
    : (tokensIn * prices.perMillionIn + tokensOut * prices.perMillionOut) / 1_000_000
}

export interface SpendLedger {
  readonly spent: TokenCounts
  /** Whether so much more fits under the limits beside all that is reserved. */
  fits(most: TokenCounts): boolean
  reserve(most: TokenCounts): void
  /** What was reserved came to this. */
  settle(most: TokenCounts, used: TokenCounts): void
}

/** Keeps what is spent, and what is under way at its most, under the limits. */
export function spendLedger(limits: SpendLimits, prices: TokenPrices | null): SpendLedger {
  const spent = { tokensIn: 0, tokensOut: 0 }
  const reserved = { tokensIn: 0, tokensOut: 0 }
  const add = (to: TokenCounts, { tokensIn, tokensOut }: TokenCounts, sign: 1 | -1) => {
    to.tokensIn += sign * tokensIn
    to.tokensOut += sign * tokensOut
  }
  return {
    spent,
    fits(most) {
      const all = {
        tokensIn: spent.tokensIn + reserved.tokensIn + most.tokensIn,
        tokensOut: spent.tokensOut + reserved.tokensOut + most.tokensOut,
      }
      const isUnderTokens = limits.tokens === null || all.tokensIn + all.tokensOut <= limits.tokens
      return isUnderTokens && (limits.money === null || (moneyOf(all, prices) ?? 0) <= limits.money)
    },
    reserve: (most) => add(reserved, most, 1),
    settle(most, used) {
      add(reserved, most, -1)
      add(spent, used, 1)
    },
  }
}
