import { t } from '#speech'
import { spokenLocale } from '../../../shared/speech/voice.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { modelServer, ModelServerProblem, type ModelServerOrder } from '../../model-servers/index.ts'
import type { RuleConversation } from '../rules/index.ts'
import { askQuestion } from './ask-question.ts'
import type { JudgeQuestion } from './judge-question.ts'
import type { JudgeSettings } from './judge-settings.ts'
import { languageModel } from './language-model.ts'
import { languageModelServer } from './language-model-server.ts'
import { whyOpenInWords } from './model-reasons.ts'

export interface LanguageModelTrial {
  isGood: boolean
  /** For whoever set it up. */
  sentence: string
  /** What models the server says it has; null where it does not tell. */
  models: string[] | null
}

/**
 * Puts a question about a made-up conversation to a model: whether it answers, and shows what its answer rests on. Nothing of a workspace
 * is sent. Throws the signal's reason.
 */
export async function tryLanguageModel(
  order: ModelServerOrder,
  settings: JudgeSettings,
  signal: AbortSignal,
): Promise<LanguageModelTrial> {
  const { host } = new URL(order.address)
  const models = await modelsOf(order, signal)
  if (models !== null && models.length > 0 && !models.includes(order.model))
    return {
      isGood: false,
      sentence: t`${{ host }} has no model "${{ model: order.model }}"; it has ${{ models: listed(models) }}.`,
      models,
    }
  const from = performance.now()
  try {
    const result = await askQuestion(
      { question, conversation, examples: [] },
      {
        client: languageModel(order),
        policy: { isAllowed: true, host, purposes: ['score'] },
        settings,
        cache: { get: () => null, put: () => {} },
        signal,
        onRequest: () => {},
        now: Date.now,
      },
    )
    const seconds = formatNumber((performance.now() - from) / 1000, 1)
    if (result.outcome === 'answered' && result.answer === 'yes')
      return { isGood: true, sentence: t`${{ host }} answers as it should, in ${{ seconds }} s.`, models }
    const why =
      result.outcome === 'answered'
        ? t`It took a plain yes for something else.`
        : whyOpenInWords(result.sentence)
    return {
      isGood: false,
      sentence: t`${{ host }} answers in ${{ seconds }} s, but "${{ model: order.model }}" is not up to it: ${{ why: afterColon(why) }}`,
      models,
    }
  } catch (error) {
    if (error instanceof ModelServerProblem) return { isGood: false, sentence: error.message, models }
    throw error
  }
}

/** Other languages begin a sentence with a capital after a colon, too. */
const afterColon = (sentence: string) =>
  spokenLocale() === 'en' ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence

const mostListed = 5

function listed(models: readonly string[]): string {
  const names = models.slice(0, mostListed).map((name) => `"${name}"`)
  const more = models.length - names.length
  return more > 0 ? t`${{ names: names.join(', ') }} and ${{ more }} more` : names.join(', ')
}

/** Null where the server has no such list; why it answers nothing is for the question itself to find out. */
async function modelsOf(order: ModelServerOrder, signal: AbortSignal): Promise<string[] | null> {
  try {
    const { data } = await modelServer(order, languageModelServer).ask(
      (client, signal) => client.models.list({ signal }),
      { signal },
    )
    return Array.isArray(data) ? data.map(({ id }) => id).filter((id) => typeof id === 'string') : null
  } catch (error) {
    if (error instanceof ModelServerProblem) return null
    throw error
  }
}

const question: JudgeQuestion = {
  id: 'trial',
  text: 'Did the agent ask whether there is anything else to do?',
  guidance: null,
  options: [
    { id: 'yes', text: 'Yes', guidance: null, restsOn: 'words' },
    { id: 'no', text: 'No', guidance: null, restsOn: 'place' },
  ],
  mayNotApply: false,
}

const conversation: RuleConversation = {
  languageCode: 'en',
  segments: [
    ['agent', 'Good morning, this is the trial line. How can I help you?'],
    ['customer', 'Hello, I would like to know when you open on Saturday.'],
    ['agent', 'We open at ten on Saturday. Is there anything else I can do for you?'],
    ['customer', 'No, that was all. Goodbye.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, startMs: null, endMs: null, text: text! })),
}
