import { z } from 'zod'
import { dayRange, instantMs } from '../domain/time.ts'
import { call } from './base.ts'

const tokenPrices = z.strictObject({
  perMillionIn: z.number().min(0).max(100_000),
  perMillionOut: z.number().min(0).max(100_000),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
})

/** How a language model is reached and asked. Nothing is sent by these alone: somebody has to allow it for the host. */
export const languageModelSettings = z.strictObject({
  /** Where its API begins, such as `http://127.0.0.1:11434/v1`; empty while none was named. */
  address: z.string().trim().max(500),
  model: z.string().trim().max(200),
  prices: tokenPrices.nullable(),
  /** How many tokens the model can read and write at a time, on the server as it runs there. */
  contextTokens: z.number().int().min(1_000).max(10_000_000),
  /** The longest answer, in tokens. */
  maxTokens: z.number().int().min(100).max(100_000),
  /** In how many orders the answers of a question are offered. */
  orders: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** How many requests the server is sent at a time. */
  parallel: z.number().int().min(1).max(32),
  /** What one batch may spend at most; null for no limit. Money needs prices. */
  limits: z.strictObject({
    tokens: z.number().int().min(1).nullable(),
    money: z.number().positive().nullable(),
  }),
})
export type LanguageModelSettings = z.infer<typeof languageModelSettings>

/** What stands between a conversation and the model. */
export const languageModelState = z.object({
  settings: languageModelSettings,
  /** Host and port of the address; null while there is none. */
  host: z.string().nullable(),
  /** Whether redacted conversations may be sent to this host, and since when. */
  isAllowed: z.boolean(),
  allowedAt: instantMs.nullable(),
  /** Whether it may also draft questions for coaching sessions. */
  draftsQuestions: z.boolean(),
  key: z.object({ isThere: z.boolean(), keptIn: z.enum(['keychain', 'environment']) }).nullable(),
})
export type LanguageModelState = z.infer<typeof languageModelState>

/** A question of a published scorecard, and whether a model may be asked it. */
export const modelQuestion = z.object({
  questionId: z.string(),
  title: z.string(),
  section: z.string().nullable(),
  isOn: z.boolean(),
  hasGuidance: z.boolean(),
  /** Cases reviewers have settled, that go with it. */
  examples: z.number().int(),
  /** Why it cannot be put to a model; null where it can. */
  whyNot: z.string().nullable(),
})
export type ModelQuestion = z.infer<typeof modelQuestion>

export const modelForm = z.object({
  scorecardId: z.number().int(),
  form: z.string(),
  version: z.string(),
  questions: z.array(modelQuestion),
})
export type ModelForm = z.infer<typeof modelForm>

/** What to ask: questions of a scorecard, about the conversations of the newest days. */
const judgeOrder = z.object({
  scorecardId: z.number().int(),
  days: z.number().int().min(1).max(3_660),
  /** Those that are switched on where it is missing. */
  questionIds: z.array(z.string()).min(1).max(500).optional(),
})
export type JudgeOrder = z.infer<typeof judgeOrder>

export const judgeEstimate = z.object({
  host: z.string(),
  model: z.string(),
  days: dayRange,
  conversations: z.number().int(),
  /** Conversations times questions. */
  questions: z.number().int(),
  /** Of these known already, not asked (too short, other language and so on), and not askable. */
  known: z.number().int(),
  notAsked: z.number().int(),
  refused: z.number().int(),
  requests: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  tokensOutAtMost: z.number().int(),
  money: z.object({ expected: z.number(), atMost: z.number(), currency: z.string() }).nullable(),
  seconds: z.number(),
  basis: z.enum(['measured', 'assumed']),
  /** Whether the batch will stop at a limit before its end, if it takes what is expected. */
  isOverLimit: z.boolean(),
})
export type JudgeEstimate = z.infer<typeof judgeEstimate>

const judgeCounts = z.object({
  answered: z.number().int(),
  abstained: z.number().int(),
  dropped: z.number().int(),
  refused: z.number().int(),
  failed: z.number().int(),
  known: z.number().int(),
  disagreed: z.number().int(),
})

/** A batch, with what came of it and what it took. */
export const judgeRun = z.object({
  id: z.number().int(),
  jobId: z.number().int(),
  scorecardId: z.number().int().nullable(),
  form: z.string(),
  days: dayRange,
  questions: z.number().int(),
  host: z.string(),
  model: z.string(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'stopped', 'failed', 'cancelled']),
  /** Why it did not come to its end. */
  sentence: z.string().nullable(),
  startedAt: instantMs,
  endedAt: instantMs.nullable(),
  counts: judgeCounts,
  spent: z.object({
    requests: z.number().int(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    /** Whether some of the tokens are estimated, since the server did not count them. */
    isEstimated: z.boolean(),
    money: z.number().nullable(),
    currency: z.string().nullable(),
    requestSeconds: z.number(),
  }),
})
export type JudgeRun = z.infer<typeof judgeRun>

/** One request that went out; never what was in it. */
export const modelRequest = z.object({
  id: z.number().int(),
  at: instantMs,
  purpose: z.string(),
  host: z.string(),
  model: z.string(),
  /** How often it went out: more than once where the server was busy. */
  attempts: z.number().int(),
  tokensIn: z.number().int().nullable(),
  tokensOut: z.number().int().nullable(),
  /** Of the redacted conversation that went with it. */
  sha256: z.string(),
  outcome: z.enum(['answered', 'failed', 'cancelled']),
})
export type ModelRequest = z.infer<typeof modelRequest>

const host = z.string().min(1).max(300)

export const judgeContract = {
  state: call.output(languageModelState),
  /** Another host takes back what was allowed for the one before, and stops what is under way. */
  setSettings: call.input(languageModelSettings.partial()).output(languageModelState),
  /** Lets redacted conversations go to this host, which has to be the one of the address. */
  allow: call.input(z.object({ host })).output(languageModelState),
  /** Lets the host that is allowed also draft questions for coaching sessions, or takes that back. */
  allowDrafts: call.input(z.object({ isAllowed: z.boolean() })).output(languageModelState),
  /** Takes it back at once: what is under way stops. */
  withdraw: call.output(languageModelState),
  setKey: call.input(z.object({ key: z.string().min(1).max(10_000).nullable() })).output(languageModelState),
  /** Asks a question about a made-up conversation, and says in one sentence what comes of it. Nothing of the workspace is sent. */
  try: call.output(
    z.object({ isGood: z.boolean(), sentence: z.string(), models: z.array(z.string()).nullable() }),
  ),
  questions: call.output(z.array(modelForm)),
  setQuestion: call
    .input(z.object({ scorecardId: z.number().int(), questionId: z.string(), isOn: z.boolean() }))
    .output(z.array(modelForm)),
  /** What a batch would take. Sends nothing. */
  estimate: call.input(judgeOrder).output(judgeEstimate),
  start: call.input(judgeOrder).output(z.object({ jobId: z.number().int() })),
  /** The newest batches, newest first. */
  runs: call.output(z.array(judgeRun)),
  /** The requests that went out, newest first. `before`: the id of the last one seen. */
  requests: call
    .input(
      z.object({
        before: z.number().int().optional(),
        limit: z.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(modelRequest), total: z.number().int() })),
}
