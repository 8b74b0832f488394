import { ORPCError } from '@orpc/client'
import { Problem } from '../engine/index.ts'

/** The command was called wrongly: exit 2, the sentence and the usage line. */
export class UsageError extends Error {}

/** The command could not do its work: exit 1 and the sentence. */
export class Failure extends Error {}

/** One sentence for standard error, for whatever was thrown. Never a stack; `DEBRIEF_DEBUG=1` shows that. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof Failure || error instanceof Problem)
    return oneLine(error.message)
  if (error instanceof ORPCError) return oneLine(sentenceInData(error.data) ?? error.message)
  if (error instanceof Error) return oneLine(systemSentence(error) ?? unexpected(error))
  return unexpected(error)
}

/** An error of the engine carries its sentence as `data.sentence` over a call. */
function sentenceInData(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null
  if ('sentence' in data && typeof data.sentence === 'string') return data.sentence
  if ('issues' in data && Array.isArray(data.issues)) {
    const issues: unknown[] = data.issues
    const first = issues[0]
    if (typeof first === 'object' && first !== null && 'message' in first) return `${String(first.message)}.`
  }
  return null
}

function systemSentence(error: Error): string | null {
  const code = 'code' in error ? error.code : null
  const path = 'path' in error ? String(error.path) : 'the file'
  switch (code) {
    case 'ENOENT':
      return `There is no ${path}.`
    case 'EACCES':
    case 'EPERM':
      return `Debrief is not allowed to use ${path}: check the permissions of the file and its folder.`
    case 'EISDIR':
      // reading a folder says nothing of where it is
      return 'path' in error
        ? `${path} is a folder, and a file is needed.`
        : 'A folder was named where a file is needed.'
    case 'ENOSPC':
      return 'The disk is full: free some space and try again.'
    case 'EADDRINUSE':
      return 'That port is in use: choose another with --port, or leave it out.'
    default:
      return null
  }
}

function unexpected(error: unknown): string {
  return `Something unexpected went wrong (${String(error)}); run it again with DEBRIEF_DEBUG=1 to see the details.`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
