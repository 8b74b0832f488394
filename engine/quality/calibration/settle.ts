import { plural, t } from '#speech'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { writing, type EngineContext } from '../../context.ts'
import { redact } from '../../language/index.ts'
import { Problem } from '../../problem.ts'
import { inTransaction, type WritableDatabase } from '../../store/index.ts'
import { mustAsk } from '../reviews/desk.ts'
import { answersOfReview } from '../reviews/filled-form.ts'
import { readReviewer } from '../reviews/reviewer.ts'
import { formOf } from './form-of-session.ts'
import { comparedItems } from './session-page.ts'
import { mustBeSession, partsOf } from './sessions.ts'
import { readItem, readPartReview, writeState, type ItemRow, type SessionRow } from './sessions.store.ts'
import { deleteImplied, deleteSettlement, writeSettlement } from './settlements.store.ts'

/** An answer a question is settled at: one of the reviewers' where `takenFrom` names them, or another. */
export interface ToSettle {
  itemId: number
  answer: FormAnswer
  takenFrom: string | null
  remark: string
}

/**
 * Settles a question of a conversation; gives the session. `INVALID_INPUT` without a remark where there is no expert whose answer it is, or for
 * an answer that is not the named reviewer's; `CONFLICT` before the session is revealed and after it is closed.
 */
export function settleAnswer(context: EngineContext, given: ToSettle): Promise<number> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      const { session, item } = mustBeOpen(database, given.itemId)
      const { definition } = formOf(database, session)
      mustAsk(definition, given.answer)
      if (given.takenFrom !== null) refuseAnotherAnswer(database, session, item, given)
      const isExperts = session.expert !== null && given.takenFrom === session.expert
      if (given.remark === '' && !isExperts)
        throw new Problem('INVALID_INPUT', t`Add a remark: it is what everybody scores by from now on.`)
      const answer = { ...given.answer, text: redact(given.answer.text).text }
      writeSettlement(database, {
        itemId: item.id,
        questionKey: given.answer.questionId,
        basis: 'settled',
        answer: JSON.stringify(answer),
        takenFrom: given.takenFrom,
        remark: redact(given.remark).text,
        settledBy: readReviewer(database),
        settledAt: context.now(),
      })
      return session.id
    }),
  )
}

/** Takes a settlement back; gives the session. */
export function unsettleAnswer(context: EngineContext, itemId: number, questionId: string): Promise<number> {
  return writing(context, (database) =>
    inTransaction(database, () => {
      const { session } = mustBeOpen(database, itemId)
      deleteSettlement(database, itemId, questionId)
      return session.id
    }),
  )
}

/**
 * Ends a session: what follows from the answers is written down beside what was settled. `CONFLICT` while something is open.
 */
export async function closeSession(context: EngineContext, id: number): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const session = mustBeRevealed(mustBeSession(database, id))
      const items = comparedItems(database, session, formOf(database, session).definition)
      const open = items.reduce((sum, item) => sum + item.open.length, 0)
      if (open > 0)
        throw new Problem(
          'CONFLICT',
          t`${plural({ open }, { one: '# difference is', other: '# differences are' })} not settled yet; settle ${plural({ open }, { one: 'it', other: 'them' })} before closing.`,
        )
      const at = context.now()
      for (const item of items)
        for (const [questionKey, { basis, answer, takenFrom }] of Object.entries(item.settled))
          if (basis !== 'settled')
            writeSettlement(database, {
              itemId: item.id,
              questionKey,
              basis,
              answer: JSON.stringify(answer),
              takenFrom,
              remark: '',
              settledBy: null,
              settledAt: at,
            })
      writeState(database, { id, state: 'settled', revealedAt: session.revealedAt, settledAt: at })
    }),
  )
}

/** Opens a closed session to settle again. */
export async function reopenSession(context: EngineContext, id: number): Promise<void> {
  await writing(context, (database) =>
    inTransaction(database, () => {
      const session = mustBeSession(database, id)
      if (session.state !== 'settled') throw new Problem('CONFLICT', t`This calibration is not closed.`)
      deleteImplied(database, id)
      writeState(database, { id, state: 'revealed', revealedAt: session.revealedAt, settledAt: null })
    }),
  )
}

function mustBeOpen(database: WritableDatabase, itemId: number): { session: SessionRow; item: ItemRow } {
  const item = readItem(database, itemId)
  if (!item) throw new Problem('NOT_FOUND', t`That conversation is no longer part of a calibration.`)
  return { item, session: mustBeRevealed(mustBeSession(database, item.sessionId)) }
}

function mustBeRevealed(session: SessionRow): SessionRow {
  if (session.state === 'scoring')
    throw new Problem('CONFLICT', t`Reveal this calibration first; until then nobody sees what differs.`)
  if (session.state === 'settled')
    throw new Problem('CONFLICT', t`This calibration is closed; open it again to change what is settled.`)
  return session
}

/** Whoever an answer is said to be taken from has given it. */
function refuseAnotherAnswer(
  database: WritableDatabase,
  session: SessionRow,
  item: ItemRow,
  { takenFrom, answer }: ToSettle,
): void {
  const isThere = partsOf(database, session.id).some(({ reviewer }) => reviewer === takenFrom)
  const review = isThere ? readPartReview(database, item.id, takenFrom!) : undefined
  const given = review && answersOfReview(database, review.id).get(answer.questionId)?.answer
  const isSame =
    given === undefined
      ? answer.isNotApplicable
      : given.isNotApplicable === answer.isNotApplicable &&
        given.number === answer.number &&
        given.optionIds.toSorted().join('\n') === answer.optionIds.toSorted().join('\n')
  if (review === undefined || !isSame)
    throw new Problem('INVALID_INPUT', t`That is not what ${{ takenFrom }} answered.`)
}
