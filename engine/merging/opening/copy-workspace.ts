import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { t } from '#speech'
import { asProblem, Problem } from '../../problem.ts'
import { connect, copyDatabase, goWithKey, putKeyFile, type keys } from '../../store/index.ts'
import { DATABASE_NAME } from '../../workspace/index.ts'
import { isLogSound, lengthOf } from './log-beside.ts'

/** A copy of a workspace's database in a temporary folder. */
export interface CopiedWorkspace {
  file: string
  remove(): void
}

const TRIES = 3

/**
 * Copies the database `source` of a workspace that may be in use (`folder`: what it is called in sentences), so that nothing is ever written beside it: not even the files SQLite keeps next to
 * an open database. Closed workspaces are copied as files; of one in use SQLite gives what is committed. Half-copied ones are refused.
 */
export async function copyWorkspace(
  source: string,
  folder: string,
  keyFile: keys.KeyFile | null,
): Promise<CopiedWorkspace> {
  const temporary = mkdtempSync(path.join(tmpdir(), 'debrief-merge-'))
  const file = path.join(temporary, DATABASE_NAME)
  const remove = () => rmSync(temporary, { recursive: true, force: true })
  try {
    await copyInto(source, file, folder, keyFile)
    return { file, remove }
  } catch (error) {
    remove()
    throw error
  }
}

async function copyInto(
  source: string,
  file: string,
  folder: string,
  keyFile: keys.KeyFile | null,
): Promise<void> {
  if (isInUse(source) && isLogSound(`${source}-wal`, source) && (await couldCopyWhileInUse(source, file)))
    return
  for (let attempt = 1; ; attempt++) {
    const before = lookOf(source)
    copyFileSync(source, file, constants.COPYFILE_FICLONE)
    if (sizeOf(`${source}-wal`) > 0) copyFileSync(`${source}-wal`, `${file}-wal`)
    if (keyFile) putKeyFile(file, keyFile)
    if (lookOf(source) === before) break
    if (attempt === TRIES)
      throw new Problem(
        'DATABASE_BUSY',
        t`The workspace in ${{ folder }} is being written just now; try again in a moment.`,
      )
  }
  if (lengthOf(file) === 'none')
    throw new Problem(
      'FILE_UNREADABLE',
      t`What lies in ${{ folder }} is no workspace of Debrief, or is damaged; copy it again from where it came.`,
    )
  const isWhole = sizeOf(`${file}-wal`) > 0 ? isLogSound(`${file}-wal`, file) : lengthOf(file) === 'whole'
  if (!isWhole)
    throw new Problem(
      'WORKSPACE_DAMAGED',
      t`The workspace in ${{ folder }} was copied only in part; copy the whole folder again while Debrief is closed there.`,
    )
}

/** Whether SQLite's shared memory says that a process has it open, or had and was ended. */
function isInUse(source: string): boolean {
  return sizeOf(`${source}-wal`) > 0 && existsSync(`${source}-shm`)
}

/** SQLite gives what is committed, page by page. Not where the folder may not be written: then the files are copied as they lie. */
async function couldCopyWhileInUse(source: string, file: string): Promise<boolean> {
  try {
    const open = connect(source, 'read')
    try {
      await copyDatabase(open, file)
      goWithKey(source, file)
      return true
    } finally {
      open.raw.close()
    }
  } catch (error) {
    if (asProblem(error)?.code !== 'WORKSPACE_READ_ONLY') throw error
    rmSync(file, { force: true })
    return false
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function lookOf(source: string): string {
  return ['', '-wal']
    .map((ending) => statSync(`${source}${ending}`, { throwIfNoEntry: false }))
    .map((entry) => (entry ? `${entry.size} ${entry.mtimeMs}` : '-'))
    .join(' ')
}
