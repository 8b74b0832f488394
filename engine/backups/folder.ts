import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { databaseOf } from '../workspace/index.ts'
import { readManifest, type Manifest } from './manifest.ts'

/** A folder with a backup in it. */
export interface StoredBackup extends Manifest {
  /** The folder's name. */
  id: string
  /** The whole path of its database. */
  file: string
}

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/

/** What a backup made at an instant is called. */
export function nameOf(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-')
}

/** What its folder is called while it is made: several workspaces may share the folder it goes to. */
export function unfinishedNameOf(workspace: string, name: string): string {
  return `.debrief-unfinished-${workspace}-${name}`
}

/** The backups of a workspace in a folder, the newest first; none where the folder is not there. What Debrief did not make is passed over. */
export function storedBackups(folder: string, workspace: string | undefined): StoredBackup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .flatMap(({ name }) => {
      const file = databaseOf(path.join(folder, name))
      const manifest = readManifest(path.join(folder, name))
      if (manifest === null || manifest.workspace !== workspace || !existsSync(file)) return []
      return [{ ...manifest, id: name, file }]
    })
    .toSorted((a, b) => b.at - a.at)
}

/** Removes a backup: its manifest first, so that no half of one is ever taken for a backup. */
export function removeBackup(folder: string, id: string): void {
  rmSync(path.join(folder, id, 'backup.json'), { force: true })
  rmSync(path.join(folder, id), { recursive: true, force: true })
}

/** Removes what an earlier process left unfinished of a workspace. Only for the holder of its lease, before it makes any itself. */
export function removeUnfinishedBackups(folder: string, workspace: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name.startsWith(unfinishedNameOf(workspace, '')))
      rmSync(path.join(folder, name), { recursive: true, force: true })
}

/** The copies that updates of the schema left beside the database, as `debrief.sqlite.before-340`. */
export function copiesBeforeUpdates(
  workspaceDir: string,
): { id: string; file: string; at: number; bytes: number }[] {
  if (!existsSync(workspaceDir)) return []
  return readdirSync(workspaceDir)
    .filter((name) => /^debrief\.sqlite\.before-\d+$/.test(name))
    .map((name) => {
      const file = path.join(workspaceDir, name)
      const { mtimeMs, size } = statSync(file)
      return { id: name, file, at: Math.round(mtimeMs), bytes: size }
    })
    .toSorted((a, b) => b.at - a.at)
}
