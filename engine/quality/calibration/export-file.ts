import { plural, t } from '#speech'
import { exchangeKinds } from '../../../shared/domain/exchange-files.ts'
import { CALIBRATION_LIMITS } from '../../../shared/contract/calibration.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type ReadableDatabase } from '../../store/index.ts'
import type { AnswersBody, PartBody, TravellingConversation } from './file-format.ts'
import { formOf, ownTicket } from './form-of-session.ts'
import { writeFile } from './read-file.ts'
import { mustBeSession, partsOf } from './sessions.ts'
import { readItems, readPartReviews, writeExported, type SessionRow } from './sessions.store.ts'
import { contentOf } from './take-submission.ts'

/** Gives a conversation as it travels; the caller knows how conversations are read. */
export type ConversationToTravel = (interactionId: number) => TravellingConversation

/**
 * Writes the file of one reviewer: their part where the session is this workspace's, their answers where it came from another. `INVALID_INPUT`
 * for somebody who takes no part; `CONFLICT` where the answers are not complete, or nothing is to be exported any more.
 */
export async function exportFile(
  context: EngineContext,
  input: { id: number; reviewer: string | undefined },
  conversationOf: ConversationToTravel,
): Promise<{ fileName: string; text: string; kind: 'part' | 'answers' }> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      const session = mustBeSession(database, input.id)
      const reviewer = whose(database, session, input.reviewer)
      const at = context.now()
      const { kind, text } =
        session.isOurs === 1
          ? {
              kind: 'part' as const,
              text: writeFile('part', at, partOf(database, session, reviewer, conversationOf)),
            }
          : {
              kind: 'answers' as const,
              text: writeFile('answers', at, answersOf(database, session, reviewer)),
            }
      if (text.length > CALIBRATION_LIMITS.fileCharacters)
        throw new Problem(
          'UNSUPPORTED',
          t`These conversations are too long to travel in one file; make a calibration with fewer of them.`,
        )
      writeExported(database, { sessionId: session.id, reviewer, at })
      const name = [session.name, kind === 'part' ? 'for' : 'answers of', reviewer].join(' ')
      return { fileName: `${fileNameOf(name)}.${exchangeKinds.calibration}`, text, kind }
    }),
  )
}

function whose(database: ReadableDatabase, { id }: SessionRow, reviewer: string | undefined): string {
  const names = partsOf(database, id).map((part) => part.reviewer)
  const [only, ...others] = names
  if (reviewer === undefined && only !== undefined && others.length === 0) return only
  if (reviewer !== undefined && names.includes(reviewer)) return reviewer
  throw new Problem(
    'INVALID_INPUT',
    reviewer === undefined
      ? t`Say whose part it is: ${{ names: names.join(', ') }}.`
      : t`"${{ reviewer }}" takes no part in this calibration: ${{ names: names.join(', ') }}.`,
  )
}

/** A name as a file can have it everywhere. */
function fileNameOf(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return plain.trim().slice(0, 120) || 'calibration'
}

function partOf(
  database: ReadableDatabase,
  session: SessionRow,
  reviewer: string,
  conversationOf: ConversationToTravel,
): PartBody {
  if (session.state !== 'scoring')
    throw new Problem(
      'CONFLICT',
      t`This calibration is revealed: a part that travels now could not come back.`,
    )
  const { version, definition } = formOf(database, session)
  return {
    workspaceUid: session.workspaceUid,
    sessionUid: session.uid,
    name: session.name,
    reviewer,
    ticket: ownTicket(database, session, reviewer),
    form: { version, definition },
    items: readItems(database, session.id).map(({ uid, position, interactionId }) => {
      if (interactionId === null)
        throw new Problem(
          'CONFLICT',
          t`Conversation ${{ position }} is gone: its import was undone. Import it again first.`,
        )
      return { uid, position, conversation: conversationOf(interactionId) }
    }),
    withoutSound: true,
  }
}

function answersOf(database: ReadableDatabase, session: SessionRow, reviewer: string): AnswersBody {
  const part = partsOf(database, session.id).find((one) => one.reviewer === reviewer)
  const reviews = readPartReviews(database, session.id).filter((one) => one.reviewer === reviewer)
  const open = reviews.filter(({ state }) => state === 'waiting' || state === 'draft').length
  if (open > 0)
    throw new Problem(
      'CONFLICT',
      t`${{ open }} of ${{ reviews: reviews.length }} conversations ${plural({ open }, { one: 'is', other: 'are' })} not submitted yet; score them first.`,
    )
  const uids = new Map(readItems(database, session.id).map(({ id, uid }) => [id, uid]))
  const items = reviews.flatMap((review) => {
    const content = contentOf(database, review)
    return content === null || content.submittedAt === null
      ? []
      : [{ ...content, submittedAt: content.submittedAt, uid: uids.get(review.itemId)! }]
  })
  if (items.length === 0)
    throw new Problem('CONFLICT', t`Every conversation was skipped, so there are no answers to send back.`)
  return {
    workspaceUid: session.workspaceUid,
    sessionUid: session.uid,
    name: session.name,
    reviewer,
    ticket: part?.ticket ?? '',
    formDigest: formOf(database, session).digest,
    items,
  }
}
