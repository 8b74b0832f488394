import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { t } from '#speech'
import { databaseName, exchangeKindOf } from '../../shared/domain/exchange-files.ts'

/** The folder of the workspace that a path stands for: the folder itself, its database, or the file that opens it. Null where there is none. */
export function workspaceAt(path: string): string | null {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (!isFolder && exchangeKindOf(path) !== 'workspace') return null
  const folder = isFolder ? path : dirname(path)
  return existsSync(join(folder, databaseName)) ? folder : null
}

/** Why no workspace can be made in a folder, in one sentence; null where it can. */
export function refusalOfNew(folder: string): string | null {
  if (workspaceAt(folder) !== null) return null
  try {
    const found = readdirSync(folder).filter((name) => !name.startsWith('.'))
    return found.length === 0
      ? null
      : t`${{ folder }} is not empty; choose an empty folder for a new workspace.`
  } catch {
    return existsSync(folder) ? t`${{ folder }} cannot be read; choose another folder.` : null
  }
}
