import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A log this large makes way for a new one; one old one is kept. */
const LARGEST_BYTES = 5 * 1024 * 1024

/**
 * The log of a workspace, `debrief.log` in its folder: one JSON object per line with the moment it was written, readable by its owner only.
 * A log that cannot be written is given up without a word: it must never be what stops the work.
 */
export function logFile(workspaceDir: string, now = Date.now): (line: Record<string, unknown>) => void {
  const file = join(workspaceDir, 'debrief.log')
  return (line) => {
    try {
      if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}\n`, {
        mode: 0o600,
      })
    } catch {
      // Read-only folder or full disk: the caller's own error says so.
    }
  }
}
