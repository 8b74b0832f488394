import { t } from '#speech'
import type { Approval } from '../../../shared/contract/approvals.ts'
import type { Capability } from '../../../shared/domain/capabilities.ts'
import { writing, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { policyInForce } from '../policy/in-force.ts'
import type { Person } from '../profiles/person.ts'
import type { ProfileRow } from '../profiles/profiles.store.ts'
import {
  deleteQuestion,
  endApproval,
  insertApproval,
  readApproval,
  readApprovals,
  writeAnswer,
  type ApprovalRow,
} from './approvals.store.ts'

const HOUR_MS = 3_600_000

function profileOf(person: Person | null): ProfileRow {
  if (person?.profile) return person.profile
  throw new Problem(
    'UNSUPPORTED',
    t`Nobody else has a profile here, so nobody can be asked for approval, and none is needed.`,
  )
}

function mustBeThere(database: ReadableDatabase, id: number): ApprovalRow {
  const row = readApproval(database, id)
  if (!row) throw new Problem('NOT_FOUND', t`That request for approval is no longer there.`)
  return row
}

function stateOf({ answer, untilAt }: ApprovalRow, now: number): Approval['state'] {
  if (answer === 'granted') return untilAt !== null && untilAt > now ? 'granted' : 'over'
  return answer ?? 'open'
}

/** Requests for approval, the newest first: one's own, and everybody's for who may answer them. */
export function approvalsFor(database: ReadableDatabase, person: Person | null, now: number): Approval[] {
  if (!person?.profile) return []
  const { profile, may } = person
  return readApprovals(database, may.has('govern') ? null : profile.id).map((row) => ({
    id: row.id,
    capability: row.capability,
    why: row.why,
    asker: { id: row.profileId, name: row.name },
    askedAt: row.askedAt,
    state: stateOf(row, now),
    answeredBy: row.answeredBy,
    answeredAt: row.answeredAt,
    until: row.untilAt,
    isMine: row.profileId === profile.id,
  }))
}

/** Asks for approval. `CONFLICT` for what one asked for already, `INVALID_INPUT` for what one may not do even with it or needs none for. */
export async function askForApproval(
  context: EngineContext,
  person: Person | null,
  { capability, why }: { capability: Capability; why: string },
): Promise<void> {
  const { id: profileId } = profileOf(person)
  const { document } = policyInForce(context.read)
  if (!person?.may.has(capability) || !document.approvals.includes(capability))
    throw new Problem(
      'INVALID_INPUT',
      person?.may.has(capability)
        ? t`The policy asks for nobody’s approval of that.`
        : t`The policy does not let you do that, and no approval changes it.`,
    )
  await writing(context, (database) => {
    const isAsked = readApprovals(database, profileId).some(
      (row) => row.capability === capability && row.answer === null,
    )
    if (isAsked) throw new Problem('CONFLICT', t`You have asked for that already; it waits for an answer.`)
    insertApproval(database, { profileId, capability, why, at: context.now() })
  })
}

/** Gives or declines approval. `NOT_ALLOWED` for one's own question, `CONFLICT` for one that was answered. */
export async function answerQuestion(
  context: EngineContext,
  person: Person | null,
  id: number,
  answer: 'granted' | 'declined',
): Promise<void> {
  const { id: by } = profileOf(person)
  await writing(context, (database) => {
    const row = mustBeThere(database, id)
    if (row.profileId === by)
      throw new Problem('NOT_ALLOWED', t`Nobody can approve what they asked for themselves.`)
    if (row.answer !== null) throw new Problem('CONFLICT', t`Somebody has answered that already.`)
    const at = context.now()
    const hours = policyInForce(database).document.approvalHours
    writeAnswer(database, id, { answer, by, at, until: answer === 'granted' ? at + hours * HOUR_MS : null })
  })
}

/** Takes back one's own question, or ends an approval: one's own, or as somebody who may give it. */
export async function withdrawApproval(
  context: EngineContext,
  person: Person | null,
  id: number,
): Promise<void> {
  const { id: by } = profileOf(person)
  await writing(context, (database: WritableDatabase) => {
    const row = mustBeThere(database, id)
    if (row.profileId !== by && !person!.may.has('govern'))
      throw new Problem('NOT_ALLOWED', t`Only who asked, or who may approve, can take it back.`)
    if (row.answer === null) deleteQuestion(database, id)
    else if (row.answer === 'granted') endApproval(database, id, context.now())
  })
}
