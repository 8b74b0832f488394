import { oc } from '@orpc/contract'
import { contractErrors } from './errors.ts'

/** Every call starts from here, so that every call has the same closed list of errors. */
export const call = oc.errors(contractErrors)
