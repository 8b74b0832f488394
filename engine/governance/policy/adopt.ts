import { createHash } from 'node:crypto'
import { t } from '#speech'
import type { PolicyVersion } from '../../../shared/contract/policy.ts'
import { policyDocument, starterPolicies, type PolicyDocument } from '../../../shared/domain/policy.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { addDetails } from '../audit/index.ts'
import { rolesHere } from '../profiles/profiles.store.ts'
import { policyInForce } from './in-force.ts'
import { insertPolicy, readNewestPolicy, readPolicies, type PolicyRow } from './policies.store.ts'
import { faultsOf } from './read-policy.ts'

/** A policy by which IT keeps a workspace, and the file it comes from. */
export interface LockedPolicy {
  document: PolicyDocument
  file: string
}

/** The same policy has the same hash, however its file was laid out. */
export function hashOfPolicy(document: PolicyDocument): string {
  return createHash('sha256')
    .update(JSON.stringify(policyDocument.parse(document)))
    .digest('hex')
}

/** Why a policy could not be adopted; null where it could. */
export function whyNotAdopted(
  database: ReadableDatabase,
  document: PolicyDocument,
  locked: LockedPolicy | null,
): string | null {
  if (locked !== null && hashOfPolicy(locked.document) !== hashOfPolicy(document))
    return t`The policy of this computer is kept by IT in ${{ file: locked.file }}; change it there.`
  const [fault] = faultsOf(document)
  if (fault !== undefined) return t`That policy was not adopted: ${{ fault }}`
  const here = rolesHere(database)
  // what IT gives is changed by IT; in a supervisor's copy nobody may
  if (locked === null && here.length > 0 && !here.some((role) => document.roles[role].includes('govern')))
    return t`That policy was not adopted: no profile here could change it any more. Make an administrator first, or let one of the roles that are here change the policy.`
  return null
}

/** Puts a policy in force as the next version, in the transaction that is open. `CONFLICT` where it cannot be. */
export function adopt(
  database: WritableDatabase,
  document: PolicyDocument,
  { who, at, locked }: { who: string; at: number; locked: LockedPolicy | null },
): PolicyVersion {
  const whyNot = whyNotAdopted(database, document, locked)
  if (whyNot !== null) throw new Problem('CONFLICT', whyNot)
  const version = (readNewestPolicy(database)?.version ?? 0) + 1
  insertPolicy(database, { version, at, who, document: JSON.stringify(document) })
  addDetails({ version, sha256: hashOfPolicy(document) })
  return { version, document, at, who }
}

const beginning: PolicyVersion = { version: 0, document: starterPolicies.strict, at: null, who: null }

const asVersion = ({ document, ...row }: PolicyRow): PolicyVersion => ({
  ...row,
  document: policyDocument.parse(JSON.parse(document)),
})

/** Every version, the newest first, down to the one every workspace begins with. */
export function policyHistory(database: ReadableDatabase): PolicyVersion[] {
  return [...readPolicies(database).map(asVersion), beginning]
}

/** The version in force, with who adopted it when. */
export function policyVersion(database: ReadableDatabase): PolicyVersion {
  const row = readNewestPolicy(database)
  const { version, document } = policyInForce(database)
  return { version, document, at: row?.at ?? null, who: row?.who ?? null }
}
