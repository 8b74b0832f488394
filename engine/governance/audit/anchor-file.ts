import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { AuditHead } from './link.ts'

/** The file beside the workspace's database that tells how far its log went. */
export const ANCHOR_NAME = 'audit-head.json'

const anchorFile = z.object({ seq: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** The head as it was told last; null where there is no such file, and `damaged` where it cannot be read. */
export function readAnchor(workspaceDir: string): AuditHead | 'damaged' | null {
  let text: string
  try {
    text = readFileSync(path.join(workspaceDir, ANCHOR_NAME), 'utf8')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    return 'damaged'
  }
  try {
    return anchorFile.parse(JSON.parse(text))
  } catch {
    return 'damaged'
  }
}

/** Tells how far the log goes. The file is put in place whole, so that a crash leaves the one before. */
export function writeAnchor(workspaceDir: string, { seq, hash }: AuditHead): void {
  const file = path.join(workspaceDir, ANCHOR_NAME)
  writeFileSync(`${file}.new`, `${JSON.stringify({ seq, hash })}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
