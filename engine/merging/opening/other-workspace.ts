import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { asProblem, Problem } from '../../problem.ts'
import {
  connect,
  findDamage,
  type keys,
  migrate,
  newestVersion,
  schemaVersion,
  type ReadableDatabase,
  type WritableDatabase,
} from '../../store/index.ts'
import { DATABASE_NAME } from '../../workspace/index.ts'
import { copyWorkspace } from './copy-workspace.ts'
import { leaveOutBeginning } from './beginning.store.ts'
import { databaseIn } from './keys-of-others.ts'
import { workspaceName, lastingUid } from './who-it-is.ts'

/** Another workspace, open for reading: a copy in a temporary folder, brought to this version's schema. */
export interface OtherWorkspace {
  database: ReadableDatabase
  folder: string
  /** The same wherever the workspace lies. */
  uid: string
  /** What its people call it, or the name of its folder. */
  name: string
  mediaFolder: string
  /** Closes it and removes the copy. */
  close(): void
}

/**
 * Opens a workspace in `folder`, or a backup of one, without changing anything there. One sentence where it is none, this one itself (`self`: its folder and uid),
 * of a newer Debrief, damaged, or copied in part; `KEY_NEEDED` where it is encrypted (`keyFile`) and this process has no key for it. Its copy is encrypted as it is.
 */
export async function openOtherWorkspace(
  { path: given, shown: folder }: { path: string; shown: string },
  self: { folder: string; uid: string | undefined },
  keyFile: keys.KeyFile | null,
): Promise<OtherWorkspace> {
  const file = databaseIn(given)
  const isBackup = file === given
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Problem(
      'NOT_FOUND',
      t`There is no workspace in ${{ folder }}; choose the folder that ${{ DATABASE_NAME }} lies in.`,
    )
  if (isSameFile(file, path.join(self.folder, DATABASE_NAME)))
    throw new Problem('CONFLICT', t`That is this workspace itself, which cannot be merged into itself.`)
  const copy = await copyWorkspace(file, folder, keyFile).catch((error: unknown) => {
    throw sentenceOf(error, folder)
  })
  try {
    const database = openCopy(copy.file, folder)
    try {
      const uid = lastingUid(database)
      if (uid === undefined)
        throw new Problem(
          'INVALID_INPUT',
          t`The workspace in ${{ folder }} holds nothing yet: nothing was ever imported there.`,
        )
      if (uid === self.uid)
        throw new Problem(
          'CONFLICT',
          t`The workspace in ${{ folder }} is a copy of this one, which cannot be merged into itself.`,
        )
      leaveOutBeginning(database, self.uid)
      return {
        database,
        folder,
        uid,
        name: workspaceName(database, isBackup ? folder.replace(/\.[^.]*$/, '') : folder),
        mediaFolder: path.join(path.dirname(file), 'media'),
        close() {
          database.raw.close()
          copy.remove()
        },
      }
    } catch (error) {
      database.raw.close()
      throw error
    }
  } catch (error) {
    copy.remove()
    throw sentenceOf(error, folder)
  }
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(other) && realpathSync(one) === realpathSync(other)
}

function openCopy(file: string, folder: string): WritableDatabase {
  const database = connect(file, 'write')
  try {
    // whatever is written to the copy goes with it
    database.raw.pragma('synchronous = OFF')
    const version = schemaVersion(database)
    if (version > newestVersion)
      throw new Problem(
        'WORKSPACE_TOO_NEW',
        t`The workspace in ${{ folder }} was made by a newer Debrief; install the newest version here to merge it.`,
      )
    if (version === 0) throw notDebrief(folder)
    // what is looked for belongs to the newest schema, and nothing is changed in damaged pages
    if (version < newestVersion) {
      if (!hasSoundPages(database)) throw damaged(folder)
      migrate(database, file)
    }
    if (findDamage(database).length > 0) throw damaged(folder)
    return database
  } catch (error) {
    database.raw.close()
    throw error
  }
}

function hasSoundPages(database: ReadableDatabase): boolean {
  return database.raw.pragma('integrity_check(1)', { simple: true }) === 'ok'
}

function notDebrief(folder: string): Problem {
  return new Problem('FILE_UNREADABLE', t`What lies in ${{ folder }} is no workspace of Debrief.`)
}

function damaged(folder: string): Problem {
  return new Problem(
    'WORKSPACE_DAMAGED',
    t`The workspace in ${{ folder }} is damaged or was copied only in part; copy it again while Debrief is closed there, or take a backup of it.`,
  )
}

/** Sentences of SQLite speak of this workspace; here they are about the other one. */
function sentenceOf(error: unknown, folder: string): unknown {
  if (error instanceof Problem)
    return error.code === 'KEY_NEEDED'
      ? new Problem(
          'KEY_NEEDED',
          t`The workspace in ${{ folder }} is encrypted; give its passphrase or its recovery key to merge it.`,
        )
      : error
  const problem = asProblem(error)
  if (problem?.code === 'WORKSPACE_DAMAGED') return damaged(folder)
  if (error instanceof Error && /no such (table|column|view|module)|malformed/.test(error.message))
    return damaged(folder)
  return problem ?? error
}
