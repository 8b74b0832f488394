import { policyDocument, starterPolicies, type PolicyDocument } from '../../../shared/domain/policy.ts'
import { policyNameInWords } from '../../../shared/domain/policy-names.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readNewestPolicy } from './policies.store.ts'

/** The policy that holds; version 0 is the one every workspace begins with. */
export interface PolicyInForce {
  version: number
  document: PolicyDocument
}

const known = new WeakMap<ReadableDatabase, { text: string; policy: PolicyInForce }>()
const held = new WeakMap<ReadableDatabase, PolicyDocument>()

/** Holds a workspace that cannot be written to a policy given from outside, whatever it says itself. */
export function holdTo(database: ReadableDatabase, document: PolicyDocument): void {
  held.set(database, document)
}

/** Holds another connection to the same workspace as that one is held. */
export function holdAlike(database: ReadableDatabase, like: ReadableDatabase): void {
  const document = held.get(like)
  if (document) held.set(database, document)
}

/** The policy in force as the last commit left it. */
export function policyInForce(database: ReadableDatabase): PolicyInForce {
  const row = readNewestPolicy(database)
  const given = held.get(database)
  if (given) return { version: row?.version ?? 0, document: given }
  if (!row) return { version: 0, document: starterPolicies.strict }
  const before = known.get(database)
  if (before?.text === row.document && before.policy.version === row.version) return before.policy
  const policy = { version: row.version, document: policyDocument.parse(JSON.parse(row.document)) }
  known.set(database, { text: row.document, policy })
  return policy
}

/** Since when the policy in force holds, in milliseconds UTC; null for the one every workspace begins with. */
export function policySince(database: ReadableDatabase): number | null {
  return readNewestPolicy(database)?.at ?? null
}

/** How a sentence names it. */
export function policyNamed({ version, document }: PolicyInForce): string {
  return `${policyNameInWords(document.name)} ${version}`
}

/** How an entry of the audit log names it. */
export function policyLabel({ version, document }: PolicyInForce): string {
  return `${document.name} ${version}`
}
