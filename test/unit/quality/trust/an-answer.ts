import type { DoubleScoredAnswer } from '../../../../engine/quality/trust/index.ts'

const pass = { option: 'yes', isFail: false }
const fail = { option: 'no', isFail: true }

export type Pairing = 'both pass' | 'both fail' | 'missed fail' | 'false alarm' | 'abstained'

const outcomes: Record<Pairing, Pick<DoubleScoredAnswer, 'automated' | 'human'>> = {
  'both pass': { automated: pass, human: pass },
  'both fail': { automated: fail, human: fail },
  'missed fail': { automated: pass, human: fail },
  'false alarm': { automated: fail, human: pass },
  abstained: { automated: null, human: pass },
}

/** A blind, uniformly drawn answer of version 1, unless told otherwise; `at` counts answers. */
export function anAnswer(
  pairing: Pairing,
  at: number,
  other: Partial<DoubleScoredAnswer> = {},
): DoubleScoredAnswer {
  return {
    id: `answer ${String(at).padStart(5, '0')}`,
    questionId: 'greeting',
    scorerId: 'rules',
    scorerVersion: '1',
    ...outcomes[pairing],
    confidence: 0.9,
    isBlind: true,
    draw: 'uniform',
    probability: 0.05,
    at,
    strata: { team: null, language: null, transcriptLength: null, recognitionConfidence: null },
    ...other,
  }
}

/** Answers in a row, from the given time on: so many of each pairing, spread evenly over the whole. */
export function inARow(counts: Partial<Record<Pairing, number>>, from = 1): DoubleScoredAnswer[] {
  const slots = Object.entries(counts).flatMap(([pairing, count]) =>
    Array.from({ length: count }, (_, i) => ({ pairing: pairing as Pairing, place: (i + 0.5) / count })),
  )
  return slots.toSorted((a, b) => a.place - b.place).map(({ pairing }, i) => anAnswer(pairing, from + i))
}
