import path from 'node:path'
import { z } from 'zod'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'backups'

const settings = z.object({
  isOn: z.boolean().default(true),
  /** Null for the folder `backups` of the workspace. */
  folder: z.string().nullable().default(null),
  /** Backups made before this instant hold what was deleted for good, and go at the next rotation. */
  purgeBefore: z.int().nonnegative().nullable().default(null),
})
export type BackupSettings = z.infer<typeof settings>

/** Whether and where backups are made. */
export function readBackupSettings(database: ReadableDatabase): BackupSettings {
  return settings.parse(JSON.parse(readSetting(database, KEY) ?? '{}'))
}

/** Changes the given settings and keeps the others. */
export function writeBackupSettings(
  database: WritableDatabase,
  change: Partial<BackupSettings>,
): BackupSettings {
  const next = settings.parse({ ...readBackupSettings(database), ...change })
  writeSetting(database, KEY, JSON.stringify(next))
  return next
}

/**
 * Lets every backup made before `before` go with the next rotation, which follows the next backup: it holds what was deleted for good. Part of the
 * transaction that deletes.
 */
export function dropBackupsBefore(database: WritableDatabase, before: number): void {
  const { purgeBefore } = readBackupSettings(database)
  writeBackupSettings(database, { purgeBefore: Math.max(before, purgeBefore ?? 0) })
}

/** Where backups of a workspace go. */
export function backupFolder(workspaceDir: string, { folder }: Pick<BackupSettings, 'folder'>): string {
  return folder ?? path.join(workspaceDir, 'backups')
}
