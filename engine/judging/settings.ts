import { z } from 'zod'
import {
  languageModelSettings,
  type LanguageModelSettings,
  type LanguageModelState,
} from '../../shared/contract/judge.ts'
import { writing, type EngineContext } from '../context.ts'
import { serverAddress, serverKeyName, type ModelServerOrder } from '../model-servers/index.ts'
import { Problem } from '../problem.ts'
import {
  languageModelServer,
  modelScorerId,
  modelScorerVersion,
  usualJudgeSettings,
  type JudgePolicy,
  type JudgeSettings,
} from '../quality/index.ts'
import { inTransaction, readSetting, writeSetting, type ReadableDatabase } from '../store/index.ts'

const KEY = 'language-model'

/** Half a minute in all: as long as a server may take to start again. */
const RETRIES = 5
/** A processor without a graphics card reads a long conversation for minutes. */
const SLOWEST_ANSWER_MS = 240_000

const stored = languageModelSettings.extend({
  allowed: z
    .object({
      host: z.string(),
      at: z.number(),
      /** Also for drafts of questions to ask in coaching, and not for scores alone. */
      draftsQuestions: z.boolean().default(false),
    })
    .nullable(),
})
type Stored = z.infer<typeof stored>

const { contextTokens, maxTokens, orders } = usualJudgeSettings

const usual: Stored = {
  address: '',
  model: '',
  prices: null,
  contextTokens,
  maxTokens,
  orders,
  parallel: 4,
  limits: { tokens: null, money: null },
  allowed: null,
}

function read(database: ReadableDatabase): Stored {
  const kept = readSetting(database, KEY)
  return kept === undefined ? usual : stored.parse({ ...usual, ...(JSON.parse(kept) as object) })
}

/** How this workspace asks a language model; what was never chosen has its default. */
export function readLanguageModelSettings(database: ReadableDatabase): LanguageModelSettings {
  return languageModelSettings.strip().parse(read(database))
}

/** The host of an address; null while there is none. */
export function hostOf({ address }: Pick<LanguageModelSettings, 'address'>): string | null {
  return address === '' ? null : new URL(address).host
}

/** What somebody has allowed, as it stands at the moment each of its parts is read: what is taken back counts at once. */
export function standingPolicy(database: ReadableDatabase): JudgePolicy {
  return {
    get isAllowed() {
      return read(database).allowed !== null
    },
    get host() {
      return read(database).allowed?.host ?? ''
    },
    get purposes() {
      return read(database).allowed?.draftsQuestions ? ['score', 'coaching-questions'] : ['score']
    },
  }
}

/** Settings and what is allowed, as they stand. */
export function languageModelState({
  read: database,
  secrets,
}: Pick<EngineContext, 'read' | 'secrets'>): LanguageModelState {
  const { allowed, ...settings } = read(database)
  const { address } = settings
  const isAllowed = allowed !== null && allowed.host === hostOf(settings)
  return {
    settings,
    host: hostOf(settings),
    isAllowed,
    allowedAt: isAllowed ? allowed.at : null,
    draftsQuestions: isAllowed && allowed.draftsQuestions,
    key:
      address === ''
        ? null
        : {
            isThere: secrets.get(serverKeyName(address, languageModelServer)) !== null,
            keptIn: secrets.keptIn,
          },
  }
}

/** Changes settings; `INVALID_INPUT` for what is no address, and for a limit in money without prices. What was allowed for another host is taken back. */
export async function changeSettings(
  context: EngineContext,
  change: Partial<LanguageModelSettings>,
): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const next = { ...read(database), ...change }
      if (next.address !== '') next.address = serverAddress(next.address, languageModelServer)
      if (next.limits.money !== null && next.prices === null)
        throw new Problem('INVALID_INPUT', 'A limit in money needs the prices of a million tokens.')
      if (next.allowed?.host !== hostOf(next)) next.allowed = null
      writeSetting(database, KEY, JSON.stringify(next))
    }),
  )
}

/** Lets redacted conversations go to a host. `CONFLICT` where the address names another one by now. */
export async function allowHost(context: EngineContext, host: string): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const settings = read(database)
      mustBeSet(settings)
      if (hostOf(settings) !== host)
        throw new Problem(
          'CONFLICT',
          `The address names ${hostOf(settings)} and not ${host}; look at the settings again.`,
        )
      writeSetting(
        database,
        KEY,
        JSON.stringify({ ...settings, allowed: { host, at: context.now(), draftsQuestions: false } }),
      )
    }),
  )
}

/** Lets the host that is allowed also draft questions for coaching, or takes that back. `CONFLICT` where nothing is allowed. */
export async function allowDrafts(context: EngineContext, draftsQuestions: boolean): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const settings = read(database)
      if (settings.allowed === null)
        throw new Problem('CONFLICT', 'Allow the host first: nothing may be sent to a language model here.')
      writeSetting(
        database,
        KEY,
        JSON.stringify({ ...settings, allowed: { ...settings.allowed, draftsQuestions } }),
      )
    }),
  )
}

/** Takes back what was allowed. */
export async function withdrawHost(context: EngineContext): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () =>
      writeSetting(database, KEY, JSON.stringify({ ...read(database), allowed: null })),
    ),
  )
}

/** Keeps the key of the server, or forgets it. */
export async function keepKey({ read: database, secrets }: EngineContext, key: string | null): Promise<void> {
  const settings = mustBeSet(readLanguageModelSettings(database))
  await secrets.set(serverKeyName(settings.address, languageModelServer), key)
}

/** `CONFLICT` while nobody has said which model where. */
export function mustBeSet<Settings extends LanguageModelSettings>(settings: Settings): Settings {
  if (settings.address === '' || settings.model === '')
    throw new Problem(
      'CONFLICT',
      'No language model is set: give its address and name first, under Quality, Language model.',
    )
  return settings
}

/** Which scorer the language model is as it is set now, and of which version; null while none is set. */
export function modelVersion(database: ReadableDatabase): { scorerId: string; scorerVersion: string } | null {
  const settings = readLanguageModelSettings(database)
  const { model } = settings
  const host = hostOf(settings)
  if (host === null || model === '') return null
  return {
    scorerId: modelScorerId(model),
    scorerVersion: modelScorerVersion({ host, model, settings: judgeSettings(settings) }),
  }
}

/** The server as it is asked. */
export function serverOrder(
  { secrets }: Pick<EngineContext, 'secrets'>,
  { address, model }: LanguageModelSettings,
): ModelServerOrder {
  const key = secrets.get(serverKeyName(address, languageModelServer))
  return { address, model, key, retries: RETRIES, slowestAnswerMs: SLOWEST_ANSWER_MS }
}

/** How the model is asked. */
export function judgeSettings(settings: LanguageModelSettings): JudgeSettings {
  const { contextTokens, maxTokens, orders } = settings
  return { ...usualJudgeSettings, contextTokens, maxTokens, orders }
}
