import type { RuleTrace } from '../../../../shared/domain/rule-trace.ts'
import { ruleRoots } from '../../../../shared/domain/rule-tree.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { believed, believedMissing } from '../agent-phrases.ts'
import type { AbstainReason, EvidenceSpan, RuleAnswer } from '../rule-answer.ts'
import type { Reason } from '../unfit.ts'
import { compileBlock } from './compile-block.ts'
import { decide, findingsOf } from './decide.ts'
import type { Decision, RuleBlocks } from './decide.ts'
import { mostWork } from './look.ts'
import type { Look } from './look.ts'
import type { PreparedConversation } from './prepare.ts'
import { createSearches } from './searches.ts'
import { decidingEvidence, traceOf } from './trace.ts'
import { reasons, reasonsWith } from '../reasons.ts'

type OptionAnswer = {
  questionId: string
  outcome: 'option'
  confidence: number
  evidence: EvidenceSpan[]
}

/** An answer, and the option of the question it ticks; null where it abstains. */
type Answered = (RuleAnswer | OptionAnswer) & { option: string | null }

/** An answer and why: one trace per condition the rule begins with. */
export type BlockAnswer = Answered & { trace: RuleTrace[] }

/** Only what counting needs. */
export type BlockOutcome = Pick<BlockAnswer, 'outcome' | 'option'>

/** What a rule says without where: the reason and its sentence where it abstains. */
export type BlockVerdict = BlockOutcome & { why: { reason: AbstainReason; sentence: string } | null }

export type CompiledRule = {
  /** The answer without its evidence: for thousands of conversations while a rule is edited. The same outcome as `answer`. */
  outcome(prepared: PreparedConversation): BlockOutcome
  /** The same with why it abstains. */
  verdict(prepared: PreparedConversation): BlockVerdict
  /** The answer with its evidence and all of its trace. */
  answer(prepared: PreparedConversation): BlockAnswer
}

const usualConfidence = 0.5
const usualUnheardShare = 0.2

/**
 * Compiles a rule once, to be asked of many conversations (`prepareConversation`). Throws an Error with one sentence where a phrase
 * cannot be read; `ruleProblems` says it beforehand.
 */
export function compileRule(questionId: string, rule: QuestionRule): CompiledRule {
  const blocks = blocksOf(rule)
  const verdict = (prepared: PreparedConversation): BlockVerdict => {
    // what was recognised badly lowers the confidence, so that all evidence counts; else it need not be gathered
    const look = lookAt(prepared, rule, !prepared.hasProbabilities)
    const decision = decide(rule, look, findingsOf(blocks, look))
    const evidence = prepared.hasProbabilities ? decidingEvidence(prepared, decision.deciding) : []
    const answer = answered(questionId, rule, prepared, decision, evidence)
    const { outcome, option } = answer
    const why = answer.outcome === 'abstain' ? { reason: answer.reason, sentence: answer.sentence } : null
    return { outcome, option, why }
  }
  return {
    outcome: (prepared) => {
      const { outcome, option } = verdict(prepared)
      return { outcome, option }
    },
    verdict,
    answer: (prepared) => {
      const look = lookAt(prepared, rule, false)
      const findings = findingsOf(blocks, look)
      const decision = decide(rule, look, findings)
      const evidence = decidingEvidence(prepared, decision.deciding)
      const answer = answered(questionId, rule, prepared, decision, evidence)
      const trace = [
        ...blocks.appliesWhen.map((_, index) => findings.appliesWhen(index)),
        ...blocks.decides.map((_, index) => findings.decides(index)),
        ...blocks.nearMisses.map((_, index) => findings.nearMisses(index)),
      ].map((finding) => traceOf(prepared, finding, decision.deciding.includes(finding)))
      return { ...answer, trace }
    },
  }
}

function blocksOf(rule: QuestionRule): RuleBlocks {
  const searches = createSearches(rule.lists ?? {})
  const compiled = ruleRoots(rule).map((root) => compileBlock(root, searches))
  const applies = rule.appliesWhen?.length ?? 0
  const near = rule.guards?.nearMisses?.length ?? 0
  return {
    appliesWhen: compiled.slice(0, applies),
    decides: compiled.slice(applies, compiled.length - near),
    nearMisses: compiled.slice(compiled.length - near),
  }
}

function lookAt(
  prepared: PreparedConversation,
  { languages, guards = {} }: QuestionRule,
  isBrief: boolean,
): Look {
  const { missing } = prepared
  const { start = true, end = true, leave = false } = guards
  return {
    prepared,
    unfit: whyOtherLanguage(prepared, languages) ?? prepared.unreadable,
    missing: {
      start: start ? missing.start : undefined,
      end: (end ? missing.end : undefined) ?? (leave ? missing.leave : undefined),
    },
    mostUnheardShare: guards.mostUnheardShare ?? usualUnheardShare,
    found: [],
    isBrief,
    left: mostWork,
  }
}

/** By the language named, and by the words where English is asked for or nothing is named. */
function whyOtherLanguage(
  { language, looksEnglish }: PreparedConversation,
  languages: readonly string[],
): Reason | undefined {
  if (languages.length === 0) return undefined
  const isOther = language !== undefined && !languages.includes(language)
  const isOnlyEnglish = languages.every((one) => one === 'en')
  const hasEnglish = languages.includes('en')
  const soundsOther =
    (isOnlyEnglish && looksEnglish === false) ||
    (!hasEnglish && language === undefined && looksEnglish === true)
  return isOther || soundsOther ? ['language', reasonsWith.answeredIn(languages.join(', '))] : undefined
}

function answered(
  questionId: string,
  { guards = {} }: QuestionRule,
  prepared: PreparedConversation,
  decision: Decision,
  evidence: EvidenceSpan[],
): Answered {
  if (decision.outcome === 'abstain') {
    const { reason, sentence } = decision
    return { questionId, outcome: 'abstain', reason, sentence, evidence, option: null }
  }
  const { outcome, option } = decision
  const confidence = confidenceOf(prepared, decision, evidence)
  if (confidence < (guards.leastConfidence ?? usualConfidence))
    return {
      questionId,
      outcome: 'abstain',
      reason: 'uncertain',
      sentence: reasons.tooUncertain,
      evidence,
      option: null,
    }
  return { questionId, outcome, confidence, evidence, option }
}

function confidenceOf(
  prepared: PreparedConversation,
  { confidence, isByAbsence }: Extract<Decision, { confidence: number }>,
  evidence: readonly EvidenceSpan[],
): number {
  const { segments } = prepared.source
  if (!isByAbsence) return believed(confidence, evidence, { segments })
  const agentTurns = prepared.turnsBy.agent.map((index) => prepared.turns[index]!)
  return believedMissing(confidence, { agentTurns, segments })
}
