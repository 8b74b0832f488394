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
      return unanswered(
        abstained('too-long', `The conversation is longer than ${client.host} lets the model read.`),
      )
    if (isFiltered(said)) return unanswered(refused)
    throw error
  }
  const whole = prompt.messages.map(({ content }) => content).join('\n')
  // some servers leave out what does not fit, and say nothing
  if (completion.tokensIn !== null && completion.tokensIn < leastTokens(whole))
    return {
      finding: abstained(
        'too-long',
        `${client.host} gave the model only ${completion.tokensIn} tokens of the conversation, which has more; let the model read more there.`,
      ),
      answer: null,
      completion,
    }
  const unread = whyUnread(completion)
  const answer = unread === null ? readModelAnswer(completion.text ?? '') : null
  const finding =
    unread ??
    (answer === null
      ? dropped('unreadable', 'The model did not answer in the form it was asked for.')
      : holdToTranscript(answer, prompt.options, question, conversation.segments))
  return { finding, answer: answer?.answer ?? null, completion }
}

const refused = dropped('refused', 'The model refused to answer.')

function unanswered(finding: JudgeFinding): AskedOnce {
  return { finding, answer: null, completion: null }
}

function whyUnread({ text, isRefused, isComplete }: Completion): JudgeFinding | null {
  if (isRefused) return refused
  if (!isComplete)
    return dropped('cut-off', 'The answer did not fit into the tokens the model may write; give it more.')
  return text === null ? dropped('empty', 'The model answered nothing.') : null
}
