import { t } from '#speech'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { policyInForce, policyNamed } from './in-force.ts'

/** Whether the policy in force lets people be put in an order. */
export function mayRank(database: ReadableDatabase): boolean {
  return policyInForce(database).document.automation.rank === 'on'
}

/** `NOT_ALLOWED` with one sentence where people may not be ranked. */
export function mustRank(database: ReadableDatabase): void {
  if (mayRank(database)) return
  throw new Problem(
    'NOT_ALLOWED',
    t`The policy "${{ policy: policyNamed(policyInForce(database)) }}" keeps ranking of people off; nobody was ranked. Figures of each person stand on their page, and what holds is under Settings, Policy.`,
  )
}
