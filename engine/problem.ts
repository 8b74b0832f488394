import { msg, say, type MessageDescriptor } from '#speech'
import type { Capability } from '../shared/domain/capabilities.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'

/** An error a supervisor may read: a code of the closed list and one sentence that says what happened and what to do. */
export class Problem extends Error {
  readonly code: ErrorCode
  /** What a second person would have to let one do, for `APPROVAL_NEEDED`. */
  readonly needs: Capability | undefined
  constructor(code: ErrorCode, sentence: string, options?: { cause?: unknown; needs?: Capability }) {
    super(sentence, options)
    this.name = 'Problem'
    this.code = code
    this.needs = options?.needs
  }
}

/** Said in the language of the call it happens in. */
interface KnownFault {
  code: ErrorCode
  sentence: MessageDescriptor
}

const fileSystemSentences: Record<string, KnownFault> = {
  ENOSPC: {
    code: 'DISK_FULL',
    sentence: msg`The disk is full; nothing was changed. Free some space and try again.`,
  },
  EDQUOT: {
    code: 'DISK_FULL',
    sentence: msg`Your disk quota is used up; nothing was changed. Free some space and try again.`,
  },
  EROFS: {
    code: 'WORKSPACE_READ_ONLY',
    sentence: msg`That folder can only be read; choose one you may write to.`,
  },
  EACCES: {
    code: 'WORKSPACE_READ_ONLY',
    sentence: msg`You may not write there; choose another folder or ask for the permission.`,
  },
  EPERM: {
    code: 'WORKSPACE_READ_ONLY',
    sentence: msg`You may not write there; choose another folder or ask for the permission.`,
  },
  ENOTDIR: {
    code: 'NOT_FOUND',
    sentence: msg`Part of that path is a file, where a folder is needed; choose another place.`,
  },
  ELOOP: { code: 'NOT_FOUND', sentence: msg`That path leads in a circle; choose another place.` },
  ENAMETOOLONG: { code: 'NOT_FOUND', sentence: msg`That path is too long to be one; choose another place.` },
  EISDIR: { code: 'INVALID_INPUT', sentence: msg`That is a folder, and a file is needed.` },
  EIO: {
    code: 'FILE_UNREADABLE',
    sentence: msg`That file could not be read (the disk or the connection to it failed); nothing was changed.`,
  },
  ENOENT: { code: 'NOT_FOUND', sentence: msg`That file or folder is not there (any more).` },
}

function sqliteSentence(code: string): KnownFault | undefined {
  if (code.startsWith('SQLITE_FULL')) return fileSystemSentences.ENOSPC
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return {
      code: 'DATABASE_BUSY',
      sentence: msg`Another program is using this workspace just now; nothing was changed. Try again in a moment.`,
    }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM'))
    return {
      code: 'WORKSPACE_READ_ONLY',
      sentence: msg`This workspace can only be read; nothing was changed.`,
    }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return {
      code: 'WORKSPACE_DAMAGED',
      sentence: msg`The workspace file is damaged; nothing was changed. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.`,
    }
  if (code.startsWith('SQLITE_IOERR'))
    return {
      code: 'DISK_FULL',
      sentence: msg`The disk could not be written or read (full, removed or failing); nothing was changed.`,
    }
  if (code.startsWith('SQLITE_CANTOPEN'))
    return {
      code: 'WORKSPACE_READ_ONLY',
      sentence: msg`The workspace could not be opened: check that the folder exists and that you may write to it.`,
    }
  return undefined
}

/**
 * Any thrown value as a Problem: known file system and SQLite errors get their sentence, a Problem stays itself, everything
 * else is undefined and for the caller to log under an incident id.
 */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  const known = fileSystemSentences[code] ?? sqliteSentence(code)
  return known ? new Problem(known.code, say(known.sentence), { cause: error }) : undefined
}
