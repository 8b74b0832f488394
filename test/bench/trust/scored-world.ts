import type { DoubleScoredAnswer, TrustStrata } from '../../../engine/quality/trust/index.ts'
import type { Random } from '../simulation/random.ts'

const SHARE_OF_FAILS = 0.2

/** Which groups a conversation belongs to; languages, lengths and recognition unevenly, as in a centre. */
export function someStrata(random: Random, teams: number): TrustStrata {
  const pick = (values: readonly string[], first: number) =>
    random.uniform() < first ? values[0]! : values[random.integer(1, values.length - 1)]!
  return {
    team: `team ${random.integer(1, teams)}`,
    language: pick(['English', 'Spanish'], 0.8),
    transcriptLength: pick(['medium', 'short', 'long'], 0.5),
    recognitionConfidence: pick(['high', 'middle', 'low'], 0.6),
  }
}

/** A blind, uniformly drawn answer of a scorer that is right with the given probability, whatever the person found. */
export function scoredAnswer(
  random: Random,
  at: number,
  rightShare: number,
  strata: TrustStrata,
): DoubleScoredAnswer {
  const isFail = random.uniform() < SHARE_OF_FAILS
  const isRight = random.uniform() < rightShare
  const outcome = (fails: boolean) => ({ option: fails ? 'no' : 'yes', isFail: fails })
  return {
    id: String(at),
    questionId: 'greeting',
    scorerId: 'rules',
    scorerVersion: '1',
    automated: outcome(isRight === isFail),
    human: outcome(isFail),
    confidence: null,
    isBlind: true,
    draw: 'uniform',
    probability: 0.05,
    at,
    strata,
  }
}

export const noStrata: TrustStrata = {
  team: null,
  language: null,
  transcriptLength: null,
  recognitionConfidence: null,
}
