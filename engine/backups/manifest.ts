import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { syncFile } from '../store/index.ts'

/** The file in a backup's folder that says what it is. Without it Debrief takes a folder for somebody else's. */
const MANIFEST_NAME = 'backup.json'

const head = z.object({ seq: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) })

const manifest = z.object({
  format: z.literal('debrief-backup'),
  at: z.int().nonnegative(),
  why: z.enum(['automatic', 'by-hand', 'before-restore']),
  /** The workspace it is of: Debrief removes no backups of another one. */
  workspace: z.string().min(1),
  schemaVersion: z.int().positive(),
  bytes: z.int().positive(),
  /** Rows of each table, as the workspace had them at that moment and the backup was found to have. */
  rows: z.record(z.string(), z.int().nonnegative()),
  auditHead: head,
  /** What is wrong with the audit log in it; null where the chain holds. */
  auditBroken: z.string().nullable(),
})
export type Manifest = z.infer<typeof manifest>

/** What a folder says of the backup in it; null where it holds none. */
export function readManifest(folder: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, MANIFEST_NAME), 'utf8')))
  } catch {
    return null
  }
}

/** When the backup in a folder was made; null where it is none. */
export function madeAt(folder: string): number | null {
  return readManifest(folder)?.at ?? null
}

/** Writes what the backup in `folder` is. */
export function writeManifest(folder: string, content: Manifest): void {
  const file = path.join(folder, MANIFEST_NAME)
  writeFileSync(file, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' })
  syncFile(file)
}
