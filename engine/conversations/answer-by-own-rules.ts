import { setImmediate as breathe } from 'node:timers/promises'
import { t } from '#speech'
import { createAffectedDays } from '../affected-days.ts'
import { writing, type EngineContext } from '../context.ts'
import { policyInForce } from '../governance/index.ts'
import { rebuildRollups } from '../metrics/index.ts'
import {
  answeredForms,
  answerForm,
  countOutOfDate,
  createWordBook,
  deleteLeftOver,
  drawStandingAudits,
  prepareConversation,
  readOutOfDate,
  readUpToDate,
} from '../quality/index.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { readForRules } from './block-conversation.ts'
import { READING_VERSION } from './read-transcript.ts'

const PER_TRANSACTION = 50

/**
 * Lets the rules that reviewers wrote answer the questions of their forms, for every conversation whose answers are missing or rest on
 * what these rules or forms were before; what rests on rules that answer no more goes. Each part stands on its own, so that cancelling
 * keeps what is done. Gives how many conversations were answered or cleared.
 */
export async function answerByOwnRules(
  context: EngineContext,
  following: {
    signal?: AbortSignal | undefined
    onProgress?: (share0to1: number, step: string) => void
  } = {},
): Promise<number> {
  if (policyInForce(context.read).document.automation.score === 'off') return 0
  const { unanswered, leftOver } = countOutOfDate(context.read, answeredForms(context.read, READING_VERSION))
  const total = unanswered + leftOver
  let done = 0
  while (done < total) {
    following.signal?.throwIfAborted()
    const now = await writing(context, (database) =>
      inTransaction(database, () => answerSome(database, context.now())),
    )
    if (now === 0) break
    done += now
    following.onProgress?.(
      Math.min(1, done / total),
      t`Answering by rules: ${{ done: Math.min(done, total) }} of ${{ total }}`,
    )
    await breathe()
  }
  return done
}

/** Whether any conversation's answers do not rest on the rules as they are. */
export function hasOutOfDateAnswers(database: ReadableDatabase): boolean {
  if (policyInForce(database).document.automation.score === 'off') return false
  const { unanswered, leftOver } = countOutOfDate(database, answeredForms(database, READING_VERSION))
  return unanswered + leftOver > 0
}

function answerSome(database: WritableDatabase, at: number): number {
  // read anew each time: a rule may have changed meanwhile
  const forms = answeredForms(database, READING_VERSION)
  const affected = createAffectedDays()
  const cleared = deleteLeftOver(database, forms, PER_TRANSACTION)
  for (const day of cleared) affected.added('evaluations', day)
  const ids = readOutOfDate(database, forms, PER_TRANSACTION)
  const fresh: number[] = []
  const book = createWordBook()
  for (const { transcript, conversation } of readForRules(database, ids)) {
    const prepared = prepareConversation(conversation, book)
    const standing = new Map(
      readUpToDate(database, transcript.id).map(({ scorecardId, basis }) => [scorecardId, basis]),
    )
    // what was answered before is no new conversation to audit
    if (standing.size === 0 && transcript.interactionId !== null) fresh.push(transcript.interactionId)
    for (const form of forms)
      if (standing.get(form.scorecardId) !== form.basis)
        answerForm(database, form, { ...transcript, transcriptId: transcript.id }, prepared)
    affected.added('evaluations', transcript.contactDay)
  }
  if (cleared.length + ids.length > 0) rebuildRollups(database, affected)
  drawStandingAudits(database, fresh, at)
  return cleared.length + ids.length
}
