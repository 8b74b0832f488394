/** What an automated answer may do: nothing but be seen after the person's own; fill in beforehand; count. */
export type TrustState = 'shadow' | 'assist' | 'trusted'

/** A group of conversations for which a scorer is not trusted. */
export interface ExcludedGroup {
  stratum: 'team' | 'language' | 'transcriptLength' | 'recognitionConfidence'
  value: string
}

/** Where a question and its scorer stand. Plain data, kept beside the question. */
export interface TrustStanding {
  state: TrustState
  scorerVersion: string
  /** When it came to this state, milliseconds since 1970: only later answers count for the next move. Null at the start. */
  since: number | null
  /** Share of disagreement at the last promotion; null before the first. */
  disagreementAtPromotion: number | null
  excludedGroups: ExcludedGroup[]
}

export function startingStanding(scorerVersion: string): TrustStanding {
  return { state: 'shadow', scorerVersion, since: null, disagreementAtPromotion: null, excludedGroups: [] }
}
