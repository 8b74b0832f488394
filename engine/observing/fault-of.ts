import { errorCodes } from '../../shared/contract/errors.ts'
import { faultOf as faultWith, type Fault } from '../../shared/domain/fault.ts'

/** What the log may tell of anything that was thrown: class, code, lines of Debrief's own files; never a message. */
export function faultOf(thrown: unknown): Fault {
  return faultWith(thrown, errorCodes)
}
