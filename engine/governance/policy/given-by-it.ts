import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { inTransaction, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { actingAs } from '../audit/index.ts'
import { adopt, hashOfPolicy, type LockedPolicy } from './adopt.ts'
import { holdTo, policyInForce, policyLabel } from './in-force.ts'
import { readPolicy, readPolicyText } from './read-policy.ts'

/**
 * Reads a policy that IT gives this computer. `INVALID_INPUT` with its first fault where it is broken: then nothing opens, since what it was to
 * forbid is not known.
 */
export function readLockedPolicy(value: unknown, file: string): LockedPolicy {
  const { document, faults } = typeof value === 'string' ? readPolicyText(value) : readPolicy(value)
  if (document === null)
    throw new Problem(
      'INVALID_INPUT',
      t`The policy that IT keeps for this computer in ${{ file }} cannot be read, so Debrief does not open: ${{ faults: faults[0] }} Ask whoever looks after this computer.`,
    )
  return { document, file }
}

/** Puts a policy given by IT in force, if another is; a workspace that can only be read is held to it. */
export function putLockedInForce(
  { read, write }: { read: ReadableDatabase; write: WritableDatabase | null },
  locked: LockedPolicy,
  at: number,
): void {
  const before = policyInForce(read)
  if (hashOfPolicy(before.document) === hashOfPolicy(locked.document)) return
  if (write === null) {
    holdTo(read, locked.document)
    return
  }
  const act = {
    who: 'IT',
    role: 'debrief',
    act: 'policy.given',
    record: '',
    policy: policyLabel(before),
    isToldOnce: false,
  }
  actingAs(act, () => inTransaction(write, () => adopt(write, locked.document, { who: 'IT', at, locked })))
}
