import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import type { GivenMergeOrder, MergeOrder } from '../../../shared/contract/merging.ts'
import type { Uploads } from '../../imports/index.ts'
import { Problem } from '../../problem.ts'
import { keys } from '../../store/index.ts'
import { DATABASE_NAME } from '../../workspace/index.ts'
import { placeOf, type Place } from './place.ts'

/** Keys this process has for merges alone, and how many of these need them. */
const lent = new Map<string, number>()
/** What gives back the keys a merge was started with, by the token in its payload: keys are in no payload. */
const held = new Map<string, () => void>()

/** The database of a workspace in a folder, or the backup of one. */
export function databaseIn(place: string): string {
  return statSync(place, { throwIfNoEntry: false })?.isFile() ? place : path.join(place, DATABASE_NAME)
}

/** The key file of another workspace: the one that came with the order, else the one beside it; null where it is plain. */
export function keyFileOfOther({ reference, keyFile }: MergeOrder, place: Place): keys.KeyFile | null {
  const database = databaseIn(place.path)
  if (!keys.isEncrypted(database)) return null
  if (keyFile !== undefined) return parsed(keyFile, place.shown)
  if ('uploadId' in reference && !existsSync(keys.keyFileOf(database)))
    throw new Problem(
      'FILE_UNREADABLE',
      t`${{ name: place.shown }} is encrypted; choose its key file, ${{ keyFile: keys.keyFileOf(place.shown) }}, together with it.`,
    )
  return keys.keyFileFor(database)
}

function parsed(text: string, name: string): keys.KeyFile {
  try {
    return keys.parseKeyFile(JSON.parse(text))
  } catch {
    throw new Problem('FILE_UNREADABLE', t`The key file that came with ${{ name }} is none, or is damaged.`)
  }
}

/**
 * Lets this process read the workspace of an order by what was given with it, until the answer is called; nothing where it is plain or open here anyway.
 * `KEY_WRONG` where the text does not open it.
 */
export async function openOther(uploads: Uploads, order: GivenMergeOrder): Promise<() => void> {
  const { text } = order
  if (text === undefined) return () => {}
  const place = placeOf(uploads, order)
  const keyFile = keyFileOfOther(order, place)
  return keyFile === null
    ? () => {}
    : lend(
        await keys.openWithText(keyFile, text).catch((error: unknown) => {
          throw error instanceof Problem
            ? new Problem(error.code, t`${{ place: place.shown }}: ${{ sentence: error.message }}`)
            : error
        }),
      )
}

function lend(opened: keys.OpenKeys): () => void {
  const { id } = opened
  const others = lent.get(id) ?? 0
  if (others === 0 && keys.keysOf(opened)) return () => {}
  keys.addKeys(opened)
  lent.set(id, others + 1)
  let isBack = false
  return () => {
    if (isBack) return
    isBack = true
    const left = (lent.get(id) ?? 1) - 1
    if (left > 0) return void lent.set(id, left)
    lent.delete(id)
    keys.forgetKeys(id)
  }
}

/** The same for all orders of a merge, until `giveBackKeys` is called with the token: the job has ended, or was not begun. */
export async function holdKeys(
  uploads: Uploads,
  orders: readonly GivenMergeOrder[],
  token: string,
): Promise<void> {
  const givingBack: (() => void)[] = []
  held.set(token, () => {
    for (const giveBack of givingBack) giveBack()
  })
  try {
    for (const order of orders) givingBack.push(await openOther(uploads, order))
  } catch (error) {
    giveBackKeys(token)
    throw error
  }
}

/** Forgets what `holdKeys` opened; nothing after a restart, where nothing is known. */
export function giveBackKeys(token: string): void {
  held.get(token)?.()
  held.delete(token)
}
