import { evidenceOf } from './evidence.ts'
import type { PhraseFinder } from './compiled-scorecard.ts'
import type { EvidenceSpan } from './rule-answer.ts'
import type { RulePosition } from './scorecard.ts'
import type { RuleContext } from './rule-context.ts'
import type { Turn } from './turns.ts'

export type AgentPhrase = { turn: Turn; first: number; last: number; confidence: number }

/** The phrases the agent says where the rule wants them, in order. */
export function agentPhrases(find: PhraseFinder, where: RulePosition, context: RuleContext): AgentPhrase[] {
  const { words } = context.list
  return context.agentTurns.flatMap((turn, index) => {
    const from = turn.wordsBefore / words
    const to = (turn.wordsBefore + turn.tokens.length) / words
    if (!isInPlace(where, index, from, to, context)) return []
    return find(turn.tokens)
      .map((found) => ({ turn, ...found }))
      .filter(({ first }) => {
        const share = (turn.wordsBefore + first) / words
        return isInPlace(where, index, share, share, context)
      })
  })
}

/** Whether anything between the shares `from` and `to` of the conversation's words can be in the rule's place. */
function isInPlace(
  where: RulePosition,
  agentTurn: number,
  from: number,
  to: number,
  context: RuleContext,
): boolean {
  const limits: boolean[] = []
  if (where.firstAgentTurns !== undefined) limits.push(agentTurn < where.firstAgentTurns)
  if (where.lastAgentTurns !== undefined)
    limits.push(agentTurn >= context.agentTurns.length - where.lastAgentTurns)
  if (where.fromShare !== undefined) limits.push(to >= where.fromShare)
  if (where.toShare !== undefined) limits.push(from <= where.toShare)
  return limits.length === 0 || (where.both === true ? limits.every(Boolean) : limits.some(Boolean))
}

/** Evidence of a phrase: its own words. */
export function phraseEvidence(phrase: AgentPhrase, context: RuleContext): EvidenceSpan[] {
  return evidenceOf(context.segments, phrase.turn, phrase.first, phrase.last)
}

/** Keeps of overlapping phrases the most confident, then the longest. */
export function withoutOverlaps(phrases: readonly AgentPhrase[]): AgentPhrase[] {
  const best = [...phrases].sort(
    (a, b) => b.confidence - a.confidence || b.last - b.first - (a.last - a.first) || a.first - b.first,
  )
  const keptByTurn = new Map<Turn, AgentPhrase[]>()
  for (const phrase of best) {
    const kept = keptByTurn.get(phrase.turn) ?? []
    keptByTurn.set(phrase.turn, kept)
    if (!kept.some((other) => other.first <= phrase.last && phrase.first <= other.last)) kept.push(phrase)
  }
  return [...keptByTurn.values()]
    .flat()
    .sort((a, b) => a.turn.wordsBefore + a.first - (b.turn.wordsBefore + b.first))
}

const mostConfident = 0.97

/** A confidence lowered by how badly its evidence was recognised, rounded to two decimals. */
export function believed(
  confidence: number,
  evidence: readonly EvidenceSpan[],
  context: Pick<RuleContext, 'segments'>,
): number {
  const known = evidence
    .map((span) => context.segments[span.segmentIndex]!.probability)
    .filter((probability) => typeof probability === 'number')
  return lowered(confidence, known)
}

/** The same for something that is missing: it may be missing from any part of what was recognised of the agent. */
export function believedMissing(
  confidence: number,
  {
    agentTurns,
    segments,
  }: { agentTurns: readonly Pick<Turn, 'segmentIndexes'>[] } & Pick<RuleContext, 'segments'>,
): number {
  const known = agentTurns
    .flatMap((turn) => turn.segmentIndexes)
    .map((index) => segments[index]!.probability)
    .filter((probability) => typeof probability === 'number')
  return lowered(confidence, known)
}

function lowered(confidence: number, probabilities: readonly number[]): number {
  const sum = probabilities.reduce((total, probability) => total + probability, 0)
  const mean = probabilities.length === 0 ? 1 : sum / probabilities.length
  return Math.round(Math.min(confidence, mostConfident) * (0.5 + 0.5 * mean) * 100) / 100
}
