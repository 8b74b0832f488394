import { t } from '#speech'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { findTieChanges, findUntied, writeTie, type TieScope, type Untied } from './ties.store.ts'

/**
 * Puts a recording and the transcript that lies beside it under its name together, where exactly these two may be meant. A function of
 * the facts alone: another file of that name, or one undone, decides anew.
 */
export function refreshTies(database: WritableDatabase, scope: TieScope): void {
  for (const change of findTieChanges(database, scope)) writeTie(database, change)
}

/** One sentence for each of these imports that brought a file which was not put with what lies beside it, by import. */
export function untiedRemarks(
  database: ReadableDatabase,
  importIds: readonly number[],
  layerCode: number,
): Map<number, string> {
  return new Map(findUntied(database, importIds, layerCode).map((one) => [one.importId, remark(one)]))
}

function remark({ isSound, fitting }: Untied): string {
  if (fitting === 0)
    return isSound === 1
      ? t`It was not put together with the transcript beside it: they differ in contact, day or length.`
      : t`It was not put together with the recording beside it: they differ in contact, day or length.`
  if (fitting === 1)
    return isSound === 1
      ? t`It was not put together with the transcript beside it: more files bear that name, and it is open which belong together.`
      : t`It was not put together with the recording beside it: more files bear that name, and it is open which belong together.`
  return isSound === 1
    ? t`It was not put together with what lies beside it: ${{ fitting }} transcripts bear its name, and it is open which is meant.`
    : t`It was not put together with what lies beside it: ${{ fitting }} recordings bear its name, and it is open which is meant.`
}
