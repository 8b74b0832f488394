import { t } from '#speech'
import type { ConversationBasis } from '../../shared/contract/lawful-basis.ts'
import type { StatableBasis } from '../../shared/domain/lawful-basis.ts'
import { writing, type EngineContext } from '../context.ts'
import { addDetails } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readBasisOfContact } from './basis.store.ts'
import { neededBasis } from './needed.ts'
import { writeBasis, writeBasisOfContacts, writeBasisOfSource, type SaidBefore } from './setting.store.ts'

/** What holds for the conversation of a contact. `mayLook`: whoever asks may say what its basis is, and reads it where that is only not known. */
export function basisOfConversation(
  database: ReadableDatabase,
  interactionId: number,
  mayLook: boolean,
): ConversationBasis {
  const row = readBasisOfContact(database, interactionId)
  if (!row) throw new Problem('NOT_FOUND', t`That conversation is no longer there.`)
  const isRefused = row.basis === 'refused'
  const isMissing = row.basis === null && neededBasis(database) === 'required'
  return { ...row, isUsable: !isRefused && !isMissing, isReadable: !isRefused && (!isMissing || mayLook) }
}

/** Says what everything of a source rests on; gives what was said before. */
export function sayOfSource(
  context: EngineContext,
  sourceId: number,
  basis: StatableBasis | null,
): Promise<StatableBasis | null> {
  return writing(context, (database) => {
    const before = writeBasisOfSource(database, sourceId, basis)
    if (!before) throw new Problem('NOT_FOUND', t`That source is no longer there; nothing was changed.`)
    addDetails({ basis: basis ?? 'none', before: before.basis ?? 'none' })
    return before.basis
  })
}

/** Says what some conversations rest on; gives what was said before of each of their transcripts. `of`: by what they were chosen, for the audit log. */
export function sayOfConversations(
  context: EngineContext,
  interactionIds: readonly number[],
  basis: StatableBasis | null,
  of: Readonly<Record<string, string | number>> = {},
): Promise<SaidBefore[]> {
  return writing(context, (database) => {
    const before = writeBasisOfContacts(database, interactionIds, basis)
    if (before.length === 0)
      throw new Problem('NOT_FOUND', t`These conversations are no longer there; nothing was changed.`)
    addDetails({ basis: basis ?? 'none', conversations: interactionIds.length, ...of })
    return before
  })
}

/** Puts back what was said before. */
export function takeBackSaid(context: EngineContext, before: readonly SaidBefore[]): Promise<void> {
  return writing(context, (database) => {
    for (const { transcriptId, basis } of before) writeBasis(database, transcriptId, basis)
    addDetails({
      transcripts: before
        .map(({ transcriptId }) => transcriptId)
        .slice(0, 20)
        .join(' '),
      n: before.length,
    })
  })
}
