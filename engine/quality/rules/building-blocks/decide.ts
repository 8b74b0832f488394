import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import type { AbstainReason } from '../rule-answer.ts'
import { allOf } from './finding.ts'
import type { Finding } from './finding.ts'
import { ask } from './look.ts'
import type { Block, Look } from './look.ts'
import { wholeOf } from './region.ts'
import { reasons } from '../reasons.ts'

/** The blocks of a rule by what they are asked for. */
export type RuleBlocks = {
  readonly appliesWhen: readonly Block[]
  /** In order: what passes and what fails, or the options. */
  readonly decides: readonly Block[]
  readonly nearMisses: readonly Block[]
}

/** What a rule comes to, and the findings that it rests on. */
export type Decision = { readonly deciding: readonly Finding[] } & (
  | {
      readonly outcome: 'pass' | 'fail' | 'option'
      readonly option: string
      readonly confidence: number
      /** It rests on something that is missing, not on something that was found. */
      readonly isByAbsence: boolean
    }
  | { readonly outcome: 'abstain'; readonly reason: AbstainReason; readonly sentence: string }
)

/** The findings of each part of a rule, in its order. Asked for once each, when needed. */
export type Findings = Record<keyof RuleBlocks, (index: number) => Finding>

export function findingsOf(blocks: RuleBlocks, look: Look): Findings {
  const region = wholeOf(look.prepared)
  const once = (list: readonly Block[]) => {
    const known: (Finding | undefined)[] = []
    return (index: number) => (known[index] ??= ask(list[index]!, look, region))
  }
  return {
    appliesWhen: once(blocks.appliesWhen),
    decides: once(blocks.decides),
    nearMisses: once(blocks.nearMisses),
  }
}

/** The outcome of a rule in one conversation. What is unknown leaves it open, unless every way it could be comes to the same. */
export function decide(rule: QuestionRule, look: Look, findings: Findings): Decision {
  const applies = (rule.appliesWhen ?? []).map((_, index) => findings.appliesWhen(index))
  const not = applies.findIndex(({ holds }) => holds === false)
  if (not >= 0) return abstain('not-applicable', rule.appliesWhen![not]!.otherwise, [applies[not]!])
  if (allOf(applies.map(({ holds }) => holds)) === null) return open(applies)
  const decision = rule.answers === 'options' ? firstOption(rule, findings) : passOrFail(rule, findings)
  if (decision.outcome === 'abstain' || !decision.isByAbsence) return decision
  return whyNotHeldAgainst(rule, look, findings) ?? decision
}

type PassFail = Extract<QuestionRule, { answers: 'pass-fail' }>
type Options = Extract<QuestionRule, { answers: 'options' }>

function passOrFail({ pass, fail, failWhen }: PassFail, findings: Findings): Decision {
  const passes = findings.decides(0)
  if (passes.holds === null) return open([passes])
  if (passes.holds)
    return {
      outcome: 'pass',
      option: pass.option ?? 'pass',
      confidence: pass.confidence,
      isByAbsence: false,
      deciding: [passes],
    }
  const failed = {
    outcome: 'fail',
    option: fail.option ?? 'fail',
    confidence: fail.confidence,
  } as const
  if (failWhen === undefined) return { ...failed, isByAbsence: true, deciding: [passes] }
  const fails = findings.decides(1)
  if (fails.holds === null) return open([fails])
  if (fails.holds) return { ...failed, isByAbsence: false, deciding: [fails] }
  return abstain('uncertain', reasons.neitherFound, [passes, fails])
}

function firstOption({ options, otherwise }: Options, findings: Findings): Decision {
  const possible: { option: string; confidence: number; isByAbsence: boolean; deciding: Finding[] }[] = []
  const unknown: Finding[] = []
  let isSettled = false
  for (const [index, { option, confidence }] of options.entries()) {
    const finding = findings.decides(index)
    if (finding.holds === false) continue
    possible.push({ option, confidence, isByAbsence: false, deciding: [finding] })
    isSettled = finding.holds === true
    if (isSettled) break
    unknown.push(finding)
  }
  if (!isSettled) {
    const all = options.map((_, index) => findings.decides(index))
    if (otherwise !== undefined) possible.push({ ...otherwise, isByAbsence: true, deciding: all })
    else if (unknown.length === 0) return abstain('uncertain', reasons.noOptionFound, all)
    else return open(unknown)
  }
  const last = possible.at(-1)!
  const isSame = possible.every(({ option }) => option === last.option)
  // where all come to the same option, it is as sure as the least sure of them
  return isSame
    ? { outcome: 'option', ...last, confidence: Math.min(...possible.map(({ confidence }) => confidence)) }
    : open(unknown)
}

const usualNearMiss = reasons.nearMiss
const usualLeastAgentWords = 20

/** What is not found is held against a person: why it cannot be here. */
function whyNotHeldAgainst(
  { guards = {} }: QuestionRule,
  { prepared, unfit }: Look,
  findings: Findings,
): Decision | undefined {
  if (unfit === undefined && prepared.agentWords < (guards.leastAgentWords ?? usualLeastAgentWords))
    return abstain('too-short', reasons.saidTooLittle, [])
  for (const [index, { sentence = usualNearMiss }] of (guards.nearMisses ?? []).entries()) {
    const near = findings.nearMisses(index)
    if (near.holds === true) return abstain('uncertain', sentence, [near])
    if (near.holds === null) return open([near])
  }
  if (guards.lastWord === true && prepared.turns.at(-1)?.speaker !== 'agent')
    return abstain('ended-early', reasons.lastWord, [])
  return undefined
}

function open(findings: readonly Finding[]): Decision {
  const deciding = findings.filter(({ holds }) => holds === null)
  const [reason, sentence] = deciding[0]!.reason!
  return abstain(reason, sentence, deciding)
}

function abstain(reason: AbstainReason, sentence: string, deciding: readonly Finding[]): Decision {
  return { outcome: 'abstain', reason, sentence, deciding }
}
