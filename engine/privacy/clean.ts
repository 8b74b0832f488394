import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { t } from '#speech'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { freeSpace, putAside, standing } from '../backups/index.ts'
import { writable, writing, type EngineContext } from '../context.ts'
import { deletedKeys, isDeleted } from '../erasing/index.ts'
import { Problem } from '../problem.ts'
import { mediaFolders, removeUnneeded } from '../recordings/index.ts'
import { languageAtHand, type Language } from '../speaking-in.ts'
import { keys as storeKeys, waitForNobody } from '../store/index.ts'
import { DATABASE_NAME } from '../workspace/index.ts'
import { isAnythingLeft, markBackupsGone, markCleaned } from './deletions.store.ts'

export interface CleanOrder {
  database: string
  /** What opens it; null where it is not encrypted. */
  keys: string[] | null
  /** What its sentences are said in. */
  language: Language
}

export type CleanWord = { says: 'done' } | { says: 'failed'; code: ErrorCode | null; message: string }

/**
 * Sees deletions to their end: sound files nobody needs any more go, the file is written anew without what its free parts still hold, and where no
 * backup from before a deletion is left, its proof says so. Throws `DISK_FULL` where there is no room to write the file anew; it is tried again.
 */
export async function clean(context: EngineContext): Promise<void> {
  await removeSounds(context)
  await noteBackups(context)
  if (!isAnythingLeft(context.read, 'cleaning')) return
  const database = path.join(context.workspaceDir, DATABASE_NAME)
  const needed = statSync(database).size * 2
  const free = freeSpace(context.workspaceDir)
  if (free < needed)
    throw new Problem(
      'DISK_FULL',
      t`What was deleted is gone, but there is too little room on the disk to clean the free parts of the file, where traces of it may still lie. Free some space; Debrief tries again.`,
    )
  await context.writes.run(() =>
    waitForNobody(writable(context), () =>
      inThread({
        database,
        keys: storeKeys.databaseKeys(database),
        language: languageAtHand(),
      }),
    ),
  )
  await writing(context, (write) => markCleaned(write, context.now()))
}

/** Removes the files of deleted sounds, also those that a backup from before could still have used. */
async function removeSounds(context: EngineContext): Promise<void> {
  const keys = deletedKeys(context.read)
  if (keys !== null)
    for (const folder of mediaFolders(context.workspaceDir))
      for (const name of await readdir(folder).catch(() => []))
        if (/^[0-9a-f]{64}\./.test(name) && isDeleted(context.read, keys.audio(name.slice(0, 64))))
          await rm(path.join(folder, name), { force: true })
  await removeUnneeded(context, putAside(context))
}

/** Notes of which deletions no backup is left. */
async function noteBackups(context: EngineContext): Promise<void> {
  if (!isAnythingLeft(context.read, 'backups')) return
  const oldest =
    standing(context)
      .backups.map(({ at }) => at)
      .sort((a, b) => a - b)[0] ?? null
  await writing(context, (write) => markBackupsGone(write, oldest, context.now()))
}

function inThread(order: CleanOrder): Promise<void> {
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`clean.worker.${suffix}`, import.meta.url), { workerData: order })
    worker.on('message', (word: CleanWord) => {
      if (word.says === 'done') resolve()
      else reject(word.code === null ? new Error(word.message) : new Problem(word.code, word.message))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread that cleans ended before it was done.')))
  })
}
