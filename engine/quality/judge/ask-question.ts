import { abstained, type JudgeAsked, type JudgeFinding, type JudgeResult } from './judge-result.ts'
import { askOnce, type AskedOnce } from './ask-once.ts'
import type { JudgeCache } from './judge-cache.ts'
import { requireAllowed, type JudgePolicy, type JudgeRequest } from './judge-policy.ts'
import type { JudgeSettings } from './judge-settings.ts'
import type { LanguageModel } from './language-model.ts'
import { prepare, type JudgeItem, type Prepared, type PreparedPrompts } from './prepare.ts'
import { promptVersion } from './prompt.ts'
import { estimateTokens } from './tokens.ts'
import { whyNothingIsMissing } from './why-not-asked.ts'
import { modelReasons } from './model-reasons.ts'

/** With whom and how questions are asked. */
export interface Judging {
  client: LanguageModel
  policy: JudgePolicy
  settings: JudgeSettings
  cache: JudgeCache
  signal: AbortSignal
  /** For the audit trail: called once for each request when it is over, whatever became of it. */
  onRequest: (request: JudgeRequest) => void
  /** Epoch milliseconds. */
  now: () => number
}

/**
 * Puts one scorecard question about one redacted conversation to a language model, in several orders of its answers. The result is an
 * answer with evidence that stands in the transcript; an abstention, with why; or that the model's answer was dropped, with why. What was
 * asked before is not asked again. Throws a Problem where nothing may or can be sent, ModelServerProblem (one sentence) where the server
 * does not answer, and the signal's reason.
 */
export async function askQuestion(item: JudgeItem, judging: Judging): Promise<JudgeResult> {
  requireAllowed(judging.policy, judging.client.host, 'score')
  return askPrepared(await prepare(item, judging), judging)
}

/** The same, of what was prepared. */
export async function askPrepared(prepared: Prepared, judging: Judging): Promise<JudgeResult> {
  requireAllowed(judging.policy, judging.client.host, 'score')
  if (prepared.kind === 'known') return prepared.result
  if (prepared.kind === 'not-asked') {
    const asked = askedOf(prepared.examples, judging)
    return { questionId: prepared.question.id, asked, ...prepared.finding }
  }
  const { prompts } = prepared
  const result = await askInOrders(prompts, judging)
  if (isWorthKeeping(result)) await judging.cache.put(prompts.key, JSON.stringify(result))
  return result
}

/** What may have been the server's doing is asked again another time. */
function isWorthKeeping(result: JudgeResult): boolean {
  if (result.outcome === 'dropped') return result.reason !== 'unreadable' && result.reason !== 'empty'
  return result.outcome === 'answered' || result.reason !== 'too-long'
}

async function askInOrders(prepared: PreparedPrompts, judging: Judging): Promise<JudgeResult> {
  const { client, settings, signal, onRequest, now } = judging
  const asked = askedOf(prepared.examples, judging)
  const from = performance.now()
  asked.at = now()
  const onMade = (made: Omit<JudgeRequest, 'purpose' | 'host' | 'model' | 'sha256' | 'at'>) =>
    onRequest({
      purpose: 'score',
      host: client.host,
      model: client.model,
      ...made,
      sha256: prepared.conversationSha256,
      at: now(),
    })
  const answered: AskedOnce[] = []
  for (const prompt of prepared.prompts) {
    // a policy may change between two requests
    requireAllowed(judging.policy, client.host, 'score')
    const one = await askOnce(client, prepared, prompt, settings, { signal, onRequest: onMade })
    answered.push(one)
    count(asked, one, prepared.tokensInEach)
    asked.orders.push({ options: prompt.options, answer: one.answer })
    // what cannot stand in one order cannot stand at all: another order is not worth its tokens
    if (one.finding.outcome !== 'answered' || one.answer !== answered[0]!.answer) break
  }
  asked.durationMs = Math.round(performance.now() - from)
  asked.agreement = agreementOf(asked.orders.map(({ answer }) => answer))
  return {
    questionId: prepared.question.id,
    asked,
    ...settle(answered, whyNothingIsMissing(prepared.conversation)),
  }
}

/** What several orders come to: one answer where all agree. */
function settle(answered: readonly AskedOnce[], nothingIsMissing: JudgeFinding | null): JudgeFinding {
  const [first] = answered
  const last = answered.at(-1)!
  const answers = new Set(answered.map(({ answer }) => answer))
  // a model that is sure in one order and cannot tell in the other goes by the order, too
  const isChoice =
    last.finding.outcome === 'answered' ||
    (last.finding.outcome === 'abstained' && last.finding.reason === 'cannot-tell')
  const isTorn = answers.size > 1 && isChoice
  if (isTorn) return abstained('position-bias', modelReasons.torn)
  if (last.finding.outcome !== 'answered') return last.finding
  const finding = first!.finding
  if (finding.outcome !== 'answered') return finding
  if (nothingIsMissing !== null && answered.some(restsOnPlace)) return nothingIsMissing
  const probabilities = answered.map(({ completion }) => completion?.probability ?? 1)
  const mean = probabilities.reduce((sum, one) => sum + one, 0) / probabilities.length
  return { ...finding, confidence: Math.round(mean * 1000) / 1000 }
}

function restsOnPlace({ finding }: AskedOnce): boolean {
  return finding.outcome === 'answered' && finding.restsOn === 'place'
}

function agreementOf(answers: readonly (string | null)[]): number | null {
  if (answers.length < 2) return null
  const counts = answers.map((one) => answers.filter((other) => other !== null && other === one).length)
  return Math.max(...counts) / answers.length
}

function count({ usage }: JudgeAsked, { completion }: AskedOnce, tokensInEach: number): void {
  if (completion === null) return
  usage.requests++
  usage.tokensIn += completion.tokensIn ?? tokensInEach
  usage.tokensOut += completion.tokensOut ?? estimateTokens(completion.text ?? '')
  usage.isEstimated ||= completion.tokensIn === null || completion.tokensOut === null
}

function askedOf(examples: number, { client, settings }: Judging): JudgeAsked {
  const { seed, orders, maxTokens } = settings
  return {
    promptVersion,
    host: client.host,
    model: client.model,
    settings: { temperature: 0, seed, orders, maxTokens, examples },
    orders: [],
    agreement: null,
    usage: { requests: 0, tokensIn: 0, tokensOut: 0, isEstimated: false },
    durationMs: 0,
    at: null,
  }
}
