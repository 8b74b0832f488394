import type { ConversationSegment } from '../../../../engine/language/index.ts'
import {
  languageModel,
  usualJudgeSettings,
  type JudgeCache,
  type JudgeItem,
  type JudgeQuestion,
  type JudgeRequest,
  type JudgeSettings,
  type Judging,
} from '../../../../engine/quality/judge/index.ts'
import type { RuleConversation } from '../../../../engine/quality/index.ts'

/** Turns, the agent's first; `speaker: text` names another speaker. */
export function aConversation(
  turns: readonly string[] = usualTurns,
  more: Partial<RuleConversation> = {},
): RuleConversation {
  const segments = turns.map((turn, index): ConversationSegment => {
    const named = /^(agent|customer|unknown|[A-Z]\w+): (.*)$/s.exec(turn)
    return {
      speaker: named?.[1] ?? (index % 2 === 0 ? 'agent' : 'customer'),
      startMs: index * 4000,
      endMs: index * 4000 + 3500,
      text: named?.[2] ?? turn,
    }
  })
  return { segments, languageCode: 'en-GB', ...more }
}

export const usualTurns = [
  'Thank you for calling Wrenfield, my name is Anna, how can I help you today?',
  'Hi, my bill is wrong again and I am very angry about it.',
  "I'm sorry to hear that, I can see why that is annoying. Let me have a look at your account.",
  'Yes, please do that.',
  'I have taken the charge off, and you will see it on the next bill. Is there anything else?',
  'No, that was all, thank you.',
  'Have a nice day, goodbye.',
]

export function aQuestion(more: Partial<JudgeQuestion> = {}): JudgeQuestion {
  return {
    id: 'empathy',
    text: 'Did the agent show understanding for the trouble?',
    guidance: 'Any words that name or share the feeling count; "okay" does not.',
    options: [
      { id: 'yes', text: 'Yes', guidance: 'Said in their own words.', restsOn: 'words' },
      { id: 'no', text: 'No', guidance: null },
    ],
    mayNotApply: true,
    ...more,
  }
}

export function anItem(more: Partial<JudgeItem> = {}): JudgeItem {
  return { question: aQuestion(), conversation: aConversation(), examples: [], ...more }
}

/** A cache in memory, and what it holds. */
export function aCache(): JudgeCache & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, get: (key) => kept.get(key) ?? null, put: (key, result) => void kept.set(key, result) }
}

export interface JudgingWith {
  key?: string | null
  retries?: number
  slowestAnswerMs?: number
  settings?: Partial<JudgeSettings>
  cache?: JudgeCache
  signal?: AbortSignal
  policy?: Partial<Judging['policy']>
}

/** A model at an address that conversations may be sent to. */
export function judgingAt(address: string, more: JudgingWith = {}): Judging & { requests: JudgeRequest[] } {
  const requests: JudgeRequest[] = []
  const { host } = new URL(address)
  return {
    client: languageModel({
      address,
      model: 'small-model',
      key: more.key ?? null,
      retries: more.retries ?? 2,
      slowestAnswerMs: more.slowestAnswerMs ?? 20_000,
    }),
    policy: { isAllowed: true, host, purposes: ['score'], ...more.policy },
    settings: { ...usualJudgeSettings, ...more.settings },
    cache: more.cache ?? aCache(),
    signal: more.signal ?? new AbortController().signal,
    onRequest: (request) => requests.push(request),
    now: () => 1_700_000_000_000,
    requests,
  }
}
