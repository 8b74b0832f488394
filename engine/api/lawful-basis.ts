import { t } from '#speech'
import type { ConversationFilter } from '../../shared/contract/conversations.ts'
import { MOST_LISTED } from '../../shared/contract/lawful-basis.ts'
import { formatNumber } from '../../shared/speech/numbers.ts'
import { hasUnread, idsOfConversations } from '../conversations/index.ts'
import {
  basisOfConversation,
  countBasesOfContacts,
  countLeftOut,
  MAY_SAY_BASIS,
  neededBasis,
  readSourceBases,
  sayOfConversations,
  sayOfSource,
  takeBackSaid,
} from '../lawful-basis/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { tellEverything } from '../tell-everything.ts'
import { api } from './base.ts'
import { filterOf } from './conversation-filter.ts'
import { whoeverCalls } from './whoever-calls.ts'

/** What may be used now, and may not have been before, is read. */
async function changed(context: EngineServices): Promise<void> {
  tellEverything(context)
  if (context.readsByItself && hasUnread(context.read))
    await context.jobs.start('analyze', t`Reading conversations`, {})
}

/** The contacts of a list of conversations. */
function listedIn({ read }: EngineServices, input: ConversationFilter): number[] {
  const ids = idsOfConversations(read, filterOf(readDirectory(read), input), MOST_LISTED + 1)
  if (ids.length > MOST_LISTED)
    throw new Problem(
      'INVALID_INPUT',
      t`More than ${{ most: formatNumber(MOST_LISTED) }} conversations fit these filters; choose fewer days, or say it of their source under Settings, Privacy.`,
    )
  return ids
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
  listed: api.lawfulBasis.listed.handler(({ context, input }) => {
    const ids = listedIn(context, input)
    return { conversations: ids.length, ...countBasesOfContacts(context.read, ids) }
  }),
  setListed: api.lawfulBasis.setListed.handler(async ({ context, input }) => {
    const { basis, conversations, ...filter } = input
    const ids = listedIn(context, filter)
    if (ids.length !== conversations)
      throw new Problem(
        'CONFLICT',
        t`The list has other conversations by now than when it was looked at; nothing was changed. Look at it again.`,
      )
    const before = await sayOfConversations(context, ids, basis, filter)
    await changed(context)
    return { before }
  }),
  takeBack: api.lawfulBasis.takeBack.handler(async ({ context, input }) => {
    await takeBackSaid(context, input.before)
    await changed(context)
    return {}
  }),
})
