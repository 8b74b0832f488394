import type { PolicyTrial } from '../../../shared/contract/policy.ts'
import { comparePolicies } from '../../../shared/domain/compare-policies.ts'
import type { PolicyDocument, Purpose } from '../../../shared/domain/policy.ts'
import type { EngineContext } from '../../context.ts'
import { countOlder } from '../../erasing/index.ts'
import { whyNotAdopted, type LockedPolicy } from './adopt.ts'
import { policyInForce } from './in-force.ts'
import {
  countAutomatedScores,
  countFilledIn,
  countSessionsOnDrivers,
  readEntriesSince,
  readLogBegan,
  readRequestsSince,
} from './last-month.store.ts'
import { MONTH_MS, replayPolicy } from './replay.ts'

const DAY_MS = 24 * 3_600_000

/** As the trail of requests calls purposes. */
const purposeOf: Record<string, Purpose> = { score: 'score', 'coaching-questions': 'draft' }

/** What a policy would change, and what it would have meant for the last 30 days. */
export function tryPolicy(
  { read, now }: Pick<EngineContext, 'read' | 'now'>,
  document: PolicyDocument,
  locked: LockedPolicy | null,
): PolicyTrial {
  const at = now()
  const since = at - MONTH_MS
  const inForce = policyInForce(read).document
  const today = Math.floor(at / DAY_MS)
  const requests = readRequestsSince(read, since).flatMap(({ purpose, host, times }) => {
    const known = purposeOf[purpose]
    return known === undefined ? [] : [{ purpose: known, host, times }]
  })
  return {
    document,
    changes: comparePolicies(inForce, document),
    replay: replayPolicy(
      document,
      readEntriesSince(read, since),
      {
        requests,
        filledIn: countFilledIn(read, since),
        automatedScores: countAutomatedScores(read),
        sessions: inForce.automation.rank === 'on' ? countSessionsOnDrivers(read, since) : null,
        olderThan: (what, days) => countOlder(read, what, today - days),
      },
      { now: at, logBegan: readLogBegan(read) },
    ),
    whyNot: whyNotAdopted(read, document, locked),
  }
}
