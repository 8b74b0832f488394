import { z } from 'zod'
import { capabilities } from '../domain/capabilities.ts'

/**
 * Every error Debrief can name. Each carries one sentence a supervisor understands; anything unexpected becomes `INTERNAL`
 * with an incident id, and its details go to the log only.
 */
export const errorCodes = [
  'NOT_FOUND',
  'INVALID_INPUT',
  'FILE_UNREADABLE',
  'MAPPING_INVALID',
  'WORKSPACE_LOCKED',
  'WORKSPACE_READ_ONLY',
  'WORKSPACE_TOO_NEW',
  'WORKSPACE_DAMAGED',
  'KEY_NEEDED',
  'KEY_WRONG',
  'DISK_FULL',
  'DATABASE_BUSY',
  'CANCELLED',
  'CONFLICT',
  'UNSUPPORTED',
  'SIGN_IN',
  'NOT_ALLOWED',
  'APPROVAL_NEEDED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

const data = z.object({
  sentence: z.string(),
  incidentId: z.string().optional(),
  /** What a second person would have to approve, for `APPROVAL_NEEDED`. */
  needs: z.enum(capabilities).optional(),
})

/** The typed errors of every call, for the contract builder. */
export const contractErrors = {
  NOT_FOUND: { status: 404, data },
  INVALID_INPUT: { status: 422, data },
  FILE_UNREADABLE: { status: 422, data },
  MAPPING_INVALID: { status: 422, data },
  WORKSPACE_LOCKED: { status: 423, data },
  WORKSPACE_READ_ONLY: { status: 403, data },
  WORKSPACE_TOO_NEW: { status: 409, data },
  WORKSPACE_DAMAGED: { status: 500, data },
  KEY_NEEDED: { status: 401, data },
  KEY_WRONG: { status: 403, data },
  DISK_FULL: { status: 507, data },
  DATABASE_BUSY: { status: 503, data },
  CANCELLED: { status: 499, data },
  CONFLICT: { status: 409, data },
  UNSUPPORTED: { status: 415, data },
  SIGN_IN: { status: 401, data },
  NOT_ALLOWED: { status: 403, data },
  APPROVAL_NEEDED: { status: 403, data },
  INTERNAL: { status: 500, data },
} as const satisfies Record<ErrorCode, unknown>
