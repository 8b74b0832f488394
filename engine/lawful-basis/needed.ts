import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { policyInForce } from '../governance/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { isUsable } from './basis.store.ts'

/** Whether a lawful basis has to be known, by the policy in force. */
export function neededBasis(database: ReadableDatabase): PolicyDocument['privacy']['lawfulBasis'] {
  return policyInForce(database).document.privacy.lawfulBasis
}

/** Whether a conversation may be used under the policy in force, by the alias of one of its transcripts, as SQL. */
export function usableNow(database: ReadableDatabase, transcript: string): string {
  return isUsable(transcript, neededBasis(database))
}
