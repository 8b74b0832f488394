import { t } from '#speech'
import { hasUnread } from '../conversations/index.ts'
import {
  basisOfConversation,
  countLeftOut,
  MAY_SAY_BASIS,
  neededBasis,
  readSourceBases,
  sayOfConversations,
  sayOfSource,
  takeBackSaid,
} from '../lawful-basis/index.ts'
import type { EngineServices } from '../services.ts'
import { tellEverything } from '../tell-everything.ts'
import { api } from './base.ts'
import { whoeverCalls } from './whoever-calls.ts'

/** What may be used now, and may not have been before, is read. */
async function changed(context: EngineServices): Promise<void> {
  tellEverything(context)
  if (context.readsByItself && hasUnread(context.read))
    await context.jobs.start('analyze', t`Reading conversations`, {})
}

export const lawfulBasisApi = api.lawfulBasis.router({
  sources: api.lawfulBasis.sources.handler(({ context: { read } }) => {
    const isRequired = neededBasis(read) === 'required'
    return { isRequired, sources: readSourceBases(read), leftOut: countLeftOut(read, isRequired) }
  }),
  leftOut: api.lawfulBasis.leftOut.handler(({ context: { read } }) =>
    countLeftOut(read, neededBasis(read) === 'required'),
  ),
  ofConversation: api.lawfulBasis.ofConversation.handler(({ context, input }) =>
    basisOfConversation(
      context.read,
      input.interactionId,
      whoeverCalls(context)?.may.has(MAY_SAY_BASIS) === true,
    ),
  ),
  setSource: api.lawfulBasis.setSource.handler(async ({ context, input }) => {
    const before = await sayOfSource(context, input.sourceId, input.basis)
    await changed(context)
    return { before }
  }),
  setConversations: api.lawfulBasis.setConversations.handler(async ({ context, input }) => {
    const before = await sayOfConversations(context, input.interactionIds, input.basis)
    await changed(context)
    return { before }
  }),
  takeBack: api.lawfulBasis.takeBack.handler(async ({ context, input }) => {
    await takeBackSaid(context, input.before)
    await changed(context)
    return {}
  }),
})
