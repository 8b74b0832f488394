import { t } from '#speech'
import type { Commitment, CommitmentDraft, CommitmentState } from '../../../shared/contract/session.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber, dayOfNumber } from '../../../shared/domain/time.ts'
import type { Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { WritableDatabase } from '../../store/index.ts'
import {
  findCommitment,
  insertCommitment,
  markCommitmentRemoved,
  updateCommitment,
  updateCommitmentState,
  type CommitmentRow,
} from './commitments.store.ts'
import { mustOwnSession, mustSession, notedPerson } from './must.ts'
import { updateSession } from './sessions.store.ts'

/** A commitment as the screens show it; overdue from the day after it was due, by the workspace's own calendar. */
export function commitmentView(
  row: CommitmentRow,
  directory: Directory,
  definitions: ReadonlyMap<string, MetricDefinition>,
  today: number,
): Commitment {
  return {
    id: row.id,
    sessionId: row.sessionId,
    agent: {
      id: row.personId ?? row.notedId,
      name: (row.personId === null ? undefined : directory.people.get(row.personId)?.name) ?? row.name,
    },
    driverId: row.driverId,
    driverLabel: row.driverId === null ? null : (definitions.get(row.driverId)?.label ?? row.focusLabel),
    behaviour: row.behaviour,
    seenBy: row.seenBy,
    dueOn: row.dueDay === null ? null : dayOfNumber(row.dueDay),
    state: row.state,
    isOverdue: row.state === 'open' && row.dueDay !== null && row.dueDay < today,
    closedAt: row.closedAt,
    closedNote: row.closedNote,
    agreedAt: row.createdAt,
  }
}

interface Agreed {
  behaviour: string
  seenBy: string
  dueOn: string | null
}

const dueDay = ({ dueOn }: Agreed) => (dueOn === null ? null : dayNumber(dueOn))

/** Notes what was agreed with somebody who takes part; gives its id. */
export function addCommitment(
  database: WritableDatabase,
  input: Agreed & { id: number; agentId: number },
  now: number,
): number {
  mustOwnSession(database, input.id)
  const { notedId } = notedPerson(database, input.id, input.agentId)
  dropDraft(database, input.id, null)
  return insertCommitment(database, {
    sessionId: input.id,
    notedId,
    behaviour: input.behaviour,
    seenBy: input.seenBy,
    dueDay: dueDay(input),
    now,
  })
}

/** What was being worded is agreed now. */
function dropDraft(database: WritableDatabase, sessionId: number, commitmentId: number | null): void {
  const { draft } = mustSession(database, sessionId)
  if (draft !== null && (JSON.parse(draft) as CommitmentDraft).commitmentId === commitmentId)
    updateSession(database, sessionId, { draft: null })
}

/** A commitment that may be changed here. */
function mustCommitment(database: WritableDatabase, id: number): CommitmentRow {
  const row = findCommitment(database, id)
  if (!row) throw new Problem('NOT_FOUND', t`That commitment is no longer there.`)
  mustOwnSession(database, row.sessionId)
  return row
}

/** Words a commitment anew. */
export function changeCommitment(database: WritableDatabase, input: Agreed & { commitmentId: number }): void {
  const { sessionId } = mustCommitment(database, input.commitmentId)
  dropDraft(database, sessionId, input.commitmentId)
  updateCommitment(database, input.commitmentId, {
    behaviour: input.behaviour,
    seenBy: input.seenBy,
    dueDay: dueDay(input),
  })
}

/** Notes what became of a commitment; `open` takes that back. Its note stays unless another is given. */
export function closeCommitment(
  database: WritableDatabase,
  input: { commitmentId: number; state: CommitmentState; note?: string | undefined },
  now: number,
): void {
  const { closedNote } = mustCommitment(database, input.commitmentId)
  updateCommitmentState(database, input.commitmentId, {
    state: input.state,
    closedAt: input.state === 'open' ? null : now,
    note: input.note ?? closedNote,
  })
}

/** Removes a commitment, or brings it back where `removedAt` is null. */
export function setCommitmentRemoved(database: WritableDatabase, id: number, removedAt: number | null): void {
  mustCommitment(database, id)
  markCommitmentRemoved(database, id, removedAt)
}
