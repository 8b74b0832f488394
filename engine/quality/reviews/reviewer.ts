import { t } from '#speech'
import { Problem } from '../../problem.ts'
import {
  deleteSetting,
  readSetting,
  writeSetting,
  type ReadableDatabase,
  type WritableDatabase,
} from '../../store/index.ts'
import { nameAtWork } from '../../working-as.ts'

const KEY = 'reviewer'
const UNNAMED = 'Reviewer'

/** Who scores in this workspace, or null while nobody said so. */
export function readReviewer(database: ReadableDatabase): string | null {
  return nameAtWork() ?? readSetting(database, KEY) ?? null
}

/** The name to put under a review. */
export function reviewerName(database: ReadableDatabase): string {
  return readReviewer(database) ?? UNNAMED
}

/** Says who scores from now on; null: nobody has said so. */
export function writeReviewer(database: WritableDatabase, name: string | null): void {
  const own = nameAtWork()
  if (own !== null && name !== own)
    throw new Problem(
      'NOT_ALLOWED',
      t`You score as ${{ own }}, whose profile was entered, and as nobody else.`,
    )
  if (own !== null) return
  if (name === null) deleteSetting(database, KEY)
  else writeSetting(database, KEY, name)
}
