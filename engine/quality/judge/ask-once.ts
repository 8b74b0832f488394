import { ModelServerProblem } from '../../model-servers/index.ts'
import { readModelAnswer } from './answer-format.ts'
import { holdToTranscript } from './hold-to-transcript.ts'
import { abstained, dropped, type JudgeFinding } from './judge-result.ts'
import type { JudgeSettings } from './judge-settings.ts'
import type { Completion, LanguageModel, MadeRequest } from './language-model.ts'
import type { PreparedPrompts } from './prepare.ts'
import type { Prompt } from './prompt.ts'
import { leastTokens } from './tokens.ts'
import { isFiltered, isTooLong } from './ways-of-asking.ts'
import { modelReasons, modelReasonsWith } from './model-reasons.ts'

export interface AskedOnce {
  finding: JudgeFinding
  /** As the model wrote it, where it could be read. */
  answer: string | null
  /** Null where the server refused to answer. */
  completion: Completion | null
}

/** One prompt put to the model, and its answer held to the transcript. Throws ModelServerProblem, or the signal's reason. */
export async function askOnce(
  client: LanguageModel,
  { question, conversation }: PreparedPrompts,
  prompt: Prompt,
  settings: JudgeSettings,
  asking: { signal: AbortSignal; onRequest: (request: MadeRequest) => void },
): Promise<AskedOnce> {
  let completion: Completion
  try {
    completion = await client.complete(prompt, settings, asking)
  } catch (error) {
    const said = error instanceof ModelServerProblem && error.status === 400 ? (error.reason ?? '') : ''
    if (isTooLong(said))
      return unanswered(abstained('too-long', modelReasonsWith.longerThanRead(client.host)))
    if (isFiltered(said)) return unanswered(refused)
    throw error
  }
  const whole = prompt.messages.map(({ content }) => content).join('\n')
  // some servers leave out what does not fit, and say nothing
  if (completion.tokensIn !== null && completion.tokensIn < leastTokens(whole))
    return {
      finding: abstained('too-long', modelReasonsWith.readInPart(client.host, completion.tokensIn)),
      answer: null,
      completion,
    }
  const unread = whyUnread(completion)
  const answer = unread === null ? readModelAnswer(completion.text ?? '') : null
  const finding =
    unread ??
    (answer === null
      ? dropped('unreadable', modelReasons.noForm)
      : holdToTranscript(answer, prompt.options, question, conversation.segments))
  return { finding, answer: answer?.answer ?? null, completion }
}

const refused = dropped('refused', modelReasons.refused)

function unanswered(finding: JudgeFinding): AskedOnce {
  return { finding, answer: null, completion: null }
}

function whyUnread({ text, isRefused, isComplete }: Completion): JudgeFinding | null {
  if (isRefused) return refused
  if (!isComplete) return dropped('cut-off', modelReasons.cutOff)
  return text === null ? dropped('empty', modelReasons.empty) : null
}
