import { t } from '#speech'
import {
  languageModelSettings,
  type LanguageModelSettings,
  type LanguageModelState,
} from '../../shared/contract/judge.ts'
import type { Purpose } from '../../shared/domain/policy.ts'
import { writing, type EngineContext } from '../context.ts'
import { mayGoTo, policyHistory, policyInForce } from '../governance/index.ts'
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
import { readSetting, writeSetting, type ReadableDatabase } from '../store/index.ts'

const KEY = 'language-model'

/** Half a minute in all: as long as a server may take to start again. */
const RETRIES = 5
/** A processor without a graphics card reads a long conversation for minutes. */
const SLOWEST_ANSWER_MS = 240_000

const { contextTokens, maxTokens, orders } = usualJudgeSettings

const usual: LanguageModelSettings = {
  address: '',
  model: '',
  prices: null,
  contextTokens,
  maxTokens,
  orders,
  parallel: 4,
  limits: { tokens: null, money: null },
}

function read(database: ReadableDatabase): LanguageModelSettings {
  const kept = readSetting(database, KEY)
  return kept === undefined
    ? usual
    : languageModelSettings.strip().parse({ ...usual, ...(JSON.parse(kept) as object) })
}

/** How this workspace asks a language model; what was never chosen has its default. */
export function readLanguageModelSettings(database: ReadableDatabase): LanguageModelSettings {
  return read(database)
}

/** The host of an address; null while there is none. */
export function hostOf({ address }: Pick<LanguageModelSettings, 'address'>): string | null {
  return address === '' ? null : new URL(address).host
}

/** What the policy lets go to the host that is set, as it stands at the moment each of its parts is read: what is taken back counts at once. */
export function standingPolicy(database: ReadableDatabase): JudgePolicy {
  const hosts = () =>
    policyInForce(database)
      .document.destinations.filter(({ purpose }) => purpose !== 'transcribe')
      .map(({ host }) => host)
  const mayBe = (purpose: Purpose) => {
    const host = hostOf(read(database))
    return host !== null && mayGoTo(policyInForce(database).document, purpose, host)
  }
  return {
    get isAllowed() {
      return hosts().length > 0
    },
    get host() {
      const host = hostOf(read(database))
      const named = hosts()
      return named.find((one) => one.toLowerCase() === host) === undefined ? (named[0] ?? '') : host!
    },
    get purposes() {
      return [
        ...(mayBe('score') ? ['score' as const] : []),
        ...(mayBe('draft') ? ['coaching-questions' as const] : []),
      ]
    },
  }
}

/** Settings and what is allowed, as they stand. */
export function languageModelState({
  read: database,
  secrets,
}: Pick<EngineContext, 'read' | 'secrets'>): LanguageModelState {
  const settings = read(database)
  const { address } = settings
  const host = hostOf(settings)
  const { document } = policyInForce(database)
  const isAllowed = host !== null && mayGoTo(document, 'score', host)
  return {
    settings,
    host,
    isAllowed,
    allowedAt: isAllowed ? allowedSince(database, host) : null,
    draftsQuestions: isAllowed && mayGoTo(document, 'draft', host),
    key:
      address === ''
        ? null
        : {
            isThere: secrets.get(serverKeyName(address, languageModelServer)) !== null,
            keptIn: secrets.keptIn,
          },
  }
}

/** Since when, without a break, a host may be asked for scores, in milliseconds UTC. */
function allowedSince(database: ReadableDatabase, host: string): number | null {
  const versions = policyHistory(database)
  const before = versions.findIndex(({ document }) => !mayGoTo(document, 'score', host))
  return versions[before === -1 ? versions.length - 1 : before - 1]?.at ?? null
}

/** Changes settings; `INVALID_INPUT` for what is no address, and for a limit in money without prices. */
export async function changeSettings(
  context: EngineContext,
  change: Partial<LanguageModelSettings>,
): Promise<void> {
  await writing(context, (database) => {
    const next = { ...read(database), ...change }
    if (next.address !== '') next.address = serverAddress(next.address, languageModelServer)
    if (next.limits.money !== null && next.prices === null)
      throw new Problem('INVALID_INPUT', t`A limit in money needs the prices of a million tokens.`)
    writeSetting(database, KEY, JSON.stringify(next))
  })
}

/** The host that is to be allowed. `CONFLICT` where the address names another one by now. */
export function hostToAllow(database: ReadableDatabase, host: string): string {
  const settings = mustBeSet(read(database))
  if (hostOf(settings) !== host)
    throw new Problem(
      'CONFLICT',
      t`The address names ${{ named: hostOf(settings) }} and not ${{ host }}; look at the settings again.`,
    )
  return host
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
      t`No language model is set: give its address and name first, under Quality, Language model.`,
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
