import { t } from '#speech'
import type { EngineContext } from '../context.ts'
import { mayGoTo, mustMayGoTo, policyInForce } from '../governance/index.ts'
import { tryLanguageModel, type LanguageModelTrial } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { judgeSettings, mustBeSet, readLanguageModelSettings, serverOrder } from './settings.ts'

const LONGEST_TRIAL_MS = 60_000

/** The policy has to name a host that is only tried, too, for either purpose. */
function mustMayBeAsked(database: ReadableDatabase, host: string): void {
  if (!mayGoTo(policyInForce(database).document, 'draft', host)) mustMayGoTo(database, 'score', host)
}

/** Asks the model that is set a question about a made-up conversation. Nothing of the workspace is sent. */
export async function tryModel(context: EngineContext): Promise<LanguageModelTrial> {
  const settings = mustBeSet(readLanguageModelSettings(context.read))
  mustMayBeAsked(context.read, new URL(settings.address).host)
  const tooLong = AbortSignal.timeout(LONGEST_TRIAL_MS)
  const order = { ...serverOrder(context, settings), retries: 0 }
  try {
    return await tryLanguageModel(order, judgeSettings(settings), tooLong)
  } catch (error) {
    if (!tooLong.aborted) throw error
    const { host } = new URL(settings.address)
    const sentence = t`${{ host }} has not answered for ${{ seconds: LONGEST_TRIAL_MS / 1000 }} s; it may be loading its model: try again.`
    return { isGood: false, sentence, models: null }
  }
}
