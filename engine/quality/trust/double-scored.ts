/**
 * An answer to one question: the option taken, and whether taking it counts as failing the question. Options are written alike on
 * both sides: as passed or failed where the scorer knows no more.
 */
export interface Outcome {
  option: string
  isFail: boolean
}

/** What a scorer may be better or worse at; null where it is not known of a conversation. */
export interface TrustStrata {
  team: string | null
  language: string | null
  transcriptLength: string | null
  recognitionConfidence: string | null
}

/**
 * How an answer came to be scored twice. `uniform`: drawn with one probability whatever the answer was (the random plan, hidden
 * answers, the standing audit). `weighted`: drawn with another known probability (risk, low confidence). `chosen`: somebody asked.
 */
export type TrustDraw = 'uniform' | 'weighted' | 'chosen'

/** One question of one conversation, answered by a scorer and by a person. */
export interface DoubleScoredAnswer {
  id: string
  questionId: string
  scorerId: string
  scorerVersion: string
  /** Null where the scorer abstained. */
  automated: Outcome | null
  human: Outcome
  /** A dispute overturned the person's answer: `human` is what was decided. */
  isCorrected?: boolean
  /** The scorer's own, 0..1; null where it gives none. */
  confidence: number | null
  /** The person answered before seeing what the scorer said. */
  isBlind: boolean
  draw: TrustDraw
  /** Of having been drawn at all, over all draws; null where chosen. Its weight is 1 / probability. */
  probability: number | null
  /** When the person answered, milliseconds since 1970. */
  at: number
  strata: TrustStrata
}

/** An answer that counts: the scorer spoke, the person was blind. */
export type CountedAnswer = DoubleScoredAnswer & { automated: Outcome }

export const isAgreement = ({ automated, human }: CountedAnswer): boolean => automated.option === human.option

function inOrder(answers: readonly CountedAnswer[]): CountedAnswer[] {
  return answers.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id)))
}

/** Blind answers of one version with a known probability, oldest first; abstentions are left out. */
export function blindAnswers(answers: readonly DoubleScoredAnswer[], scorerVersion: string): CountedAnswer[] {
  return inOrder(
    answers.filter(
      (answer): answer is CountedAnswer =>
        answer.automated !== null &&
        answer.isBlind &&
        answer.draw !== 'chosen' &&
        answer.probability !== null &&
        answer.scorerVersion === scorerVersion,
    ),
  )
}

const within = (value: number, bounds: readonly number[], labels: readonly string[]): string =>
  labels[bounds.filter((bound) => value >= bound).length]!

/** Band of a transcript's length in words. */
export function transcriptLengthBand(words: number | null): string | null {
  return words === null
    ? null
    : within(words, [300, 1000], ['under 300 words', '300 to 1,000 words', 'over 1,000 words'])
}

/** Band of a recognition's mean confidence, 0..1; null where a transcript was not recognised from sound or does not say. */
export function recognitionConfidenceBand(confidence: number | null): string | null {
  return confidence === null
    ? null
    : within(confidence, [0.7, 0.85], ['under 0.70', '0.70 to 0.85', 'over 0.85'])
}
