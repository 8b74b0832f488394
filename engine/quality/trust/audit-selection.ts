import { inclusionProbability } from '../../statistics/index.ts'
import type { TrustDraw } from './double-scored.ts'
import type { TrustState } from './standing.ts'

const HIDDEN_WHILE_ASSISTING = 0.2
const AUDITED_WHILE_TRUSTED = 0.05
const MORE_WHERE_UNSURE = 0.2
const UNSURE_UNDER = 0.7

/** An answer that a person is to give blind, and with what probability it was drawn. */
export interface Audit {
  id: string
  draw: Exclude<TrustDraw, 'chosen'>
  probability: number
}

/**
 * The chances of an answer to be given blind. In shadow everything is: the person answers first. While assisting, one answer in
 * five is not filled in beforehand. Trusted answers: 5% whatever they are, and another draw of 20% where the scorer was less than
 * 0.7 sure of itself.
 */
export function auditChances(
  state: TrustState,
  confidence: number | null,
): { uniform: number; more: number } {
  if (state === 'shadow') return { uniform: 1, more: 0 }
  if (state === 'assist') return { uniform: HIDDEN_WHILE_ASSISTING, more: 0 }
  const isUnsure = confidence !== null && confidence < UNSURE_UNDER
  return { uniform: AUDITED_WHILE_TRUSTED, more: isUnsure ? MORE_WHERE_UNSURE : 0 }
}

/**
 * Draws the answers to be audited, with two independent draws each. What the uniform draw takes stays a uniform sample of all
 * answers, whatever the other draw adds: that is what the charts watch. Every pick carries the probability of being drawn at all,
 * by which estimates over all audits are weighted back.
 */
export function drawAudits(
  answers: readonly { id: string; confidence: number | null }[],
  state: TrustState,
  random: () => number,
): Audit[] {
  return answers.flatMap(({ id, confidence }): Audit[] => {
    const { uniform, more } = auditChances(state, confidence)
    // both draws always happen, so that one answer's confidence does not shift the next one's chance
    const isUniform = random() < uniform
    const isMore = random() < more
    if (!isUniform && !isMore) return []
    return [
      { id, draw: isUniform ? 'uniform' : 'weighted', probability: inclusionProbability([uniform, more]) },
    ]
  })
}
