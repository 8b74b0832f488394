import { constants, copyFileSync, existsSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { keys } from '../store/index.ts'
import { DATABASE_NAME, MARK_NAME } from '../workspace/index.ts'
import { openPages } from './page-source.ts'
import { readSchema, readTree } from './read-tables.ts'

/** The copy of the file as it was found. */
export const KEPT_NAME = `${DATABASE_NAME}.damaged`

/** Which tables and indexes of a file have pages that cannot be read; empty where none are found. */
function damagedParts(file: string): string[] {
  const source = openPages(file, keys.databaseKeys(file))
  try {
    const reached = new Set<number>()
    const { lines, isWhole } = readSchema(source, reached)
    const hit = lines.filter(
      ({ root }) => root > 1 && readTree(source, root, reached, { fits: () => true, take: () => {} }) > 0,
    )
    const names = hit.map(({ table }) => table.replaceAll('_', ' '))
    return [...new Set([...(isWhole ? [] : [t`the list of tables`]), ...names])]
  } finally {
    source.close()
  }
}

/**
 * Notes beside a workspace that it is damaged, keeps a copy of the file as it is now where there is room and none was kept before, and says all
 * that in one sentence as a Problem.
 */
export function tellDamage(workspaceDir: string, now: number): Problem {
  const file = path.join(workspaceDir, DATABASE_NAME)
  const parts = partsOf(file)
  const isKept = keepAside(workspaceDir, file)
  try {
    writeFileSync(path.join(workspaceDir, MARK_NAME), `${JSON.stringify({ at: now, parts })}\n`, {
      mode: 0o600,
    })
  } catch {
    // a folder that may only be read: the next opening finds the damage again
  }
  return new Problem('WORKSPACE_DAMAGED', damageSentence(parts, isKept ? KEPT_NAME : null))
}

function damageSentence(parts: readonly string[], copy: string | null): string {
  const tables = listed(parts)
  if (parts.length === 0)
    return copy === null
      ? t`The workspace file is damaged; nothing is written to it any more. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.`
      : t`The workspace file is damaged; nothing is written to it any more, and ${{ copy }} beside it is a copy of it as it was found. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.`
  return copy === null
    ? t`The workspace file is damaged, in ${{ tables }}; nothing is written to it any more. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.`
    : t`The workspace file is damaged, in ${{ tables }}; nothing is written to it any more, and ${{ copy }} beside it is a copy of it as it was found. Save what can be read with "debrief salvage --in-place"; a backup then brings back what is missing.`
}

function listed(parts: readonly string[]): string {
  return parts.length > 6
    ? t`${{ tables: parts.slice(0, 5).join(', ') }} and ${{ more: parts.length - 5 }} more tables`
    : parts.join(', ')
}

function partsOf(file: string): string[] {
  try {
    return damagedParts(file)
  } catch {
    return []
  }
}

function keepAside(workspaceDir: string, file: string): boolean {
  const kept = path.join(workspaceDir, KEPT_NAME)
  if (existsSync(kept)) return true
  try {
    const { bavail, bsize } = statfsSync(workspaceDir)
    if (bavail * bsize < statSync(file).size * 2) return false
    copyFileSync(file, kept, constants.COPYFILE_FICLONE)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${kept}-wal`, constants.COPYFILE_FICLONE)
    return true
  } catch {
    return false
  }
}
