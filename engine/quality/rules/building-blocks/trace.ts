import type { RuleTrace } from '../../../../shared/domain/rule-trace.ts'
import { segmentEvidence } from '../evidence.ts'
import { reasonInWords } from '../reasons.ts'
import type { EvidenceSpan } from '../rule-answer.ts'
import type { Finding } from './finding.ts'
import type { PreparedConversation } from './prepare.ts'
import { occurrenceEvidence } from './times.ts'

const mostEvidenceEach = 10
const mostEvidence = 6

/** A finding with its evidence. What decided a composed block is those of its parts that say the same (of a negation, the opposite). */
export function traceOf(prepared: PreparedConversation, finding: Finding, hasDecided: boolean): RuleTrace {
  const { block, holds, reason, figure = null, parts } = finding
  return {
    path: block.path,
    kind: block.kind,
    holds,
    hasDecided,
    figure,
    reason: reason ? reasonInWords(reason[1]) : null,
    evidence: evidenceOfFinding(prepared, finding),
    parts: parts.map((part) => traceOf(prepared, part, hasDecided && isDecisive(finding, part))),
  }
}

/** The evidence of the blocks that decided, without repetition, in the order of the rule. */
export function decidingEvidence(
  prepared: PreparedConversation,
  findings: readonly Finding[],
): EvidenceSpan[] {
  const evidence = new Map<string, EvidenceSpan>()
  const add = (finding: Finding) => {
    const deciding = finding.parts.filter((part) => isDecisive(finding, part))
    if (deciding.length === 0)
      for (const span of evidenceOfFinding(prepared, finding))
        evidence.set(`${span.segmentIndex}:${span.start}:${span.end}`, span)
    else deciding.forEach(add)
  }
  findings.forEach(add)
  return [...evidence.values()].slice(0, mostEvidence)
}

function isDecisive({ block, holds }: Finding, part: Finding): boolean {
  const isReversed = block.kind === 'not' || block.kind === 'none'
  return isReversed && holds !== null ? part.holds === !holds : part.holds === holds
}

function evidenceOfFinding(prepared: PreparedConversation, finding: Finding): EvidenceSpan[] {
  const { segments } = prepared.source
  const { expected, occurrences, parts, segmentIndexes = [] } = finding
  if (parts.length > 0) return []
  if (occurrences.length > 0)
    return occurrences.slice(0, mostEvidenceEach).flatMap((one) => occurrenceEvidence(prepared, one))
  const turn = expected === undefined ? undefined : prepared.turns[expected.turn]
  const index = turn?.segmentIndexes.at(expected?.isAtEnd === true ? -1 : 0)
  return [...segmentIndexes.slice(0, mostEvidenceEach), ...(index === undefined ? [] : [index])].map((at) =>
    segmentEvidence(segments, at),
  )
}
