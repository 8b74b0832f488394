import { z } from 'zod'
import type { PolicyDocument } from '../shared/domain/policy.ts'
import { actingAs, adopt, policyInForce, policyLabel, withDestination } from './governance/index.ts'
import { readRecordingPreferences } from './recordings/index.ts'
import { inTransaction, readSetting, writeSetting, type WritableDatabase } from './store/index.ts'

/** Says that what was allowed before policies were kept stands in the policy by now. */
const DONE = 'destinations-in-policy'

const before = z.object({
  allowed: z.object({ host: z.string(), draftsQuestions: z.boolean().default(false) }).nullish(),
})

/**
 * Takes what was allowed before policies were kept into the policy, once for each workspace: the host of a language model, and a transcription server
 * that is switched on. From then on the policy alone says where data may go.
 */
export function carryOverDestinations(database: WritableDatabase, at: number): void {
  if (readSetting(database, DONE) !== undefined) return
  const policy = policyInForce(database)
  const document = carriedOver(database, policy.document)
  if (document === policy.document) {
    inTransaction(database, () => writeSetting(database, DONE, 'yes'))
    return
  }
  const act = {
    who: 'Debrief',
    role: 'debrief',
    act: 'policy.carried-over',
    record: '',
    policy: policyLabel(policy),
    isToldOnce: false,
  }
  actingAs(act, () =>
    inTransaction(database, () => {
      adopt(database, document, { who: 'Debrief', at, locked: null })
      writeSetting(database, DONE, 'yes')
    }),
  )
}

function carriedOver(database: WritableDatabase, policy: PolicyDocument): PolicyDocument {
  let document = policy
  const { allowed } = before.parse(JSON.parse(readSetting(database, 'language-model') ?? '{}'))
  if (allowed) {
    document = withDestination(document, { purpose: 'score', host: allowed.host, isAllowed: true })
    if (allowed.draftsQuestions)
      document = withDestination(document, { purpose: 'draft', host: allowed.host, isAllowed: true })
  }
  const { server } = readRecordingPreferences(database)
  if (!server?.isOn) return document
  const { host } = new URL(server.address)
  return withDestination(document, { purpose: 'transcribe', host, isAllowed: true })
}
