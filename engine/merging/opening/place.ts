import path from 'node:path'
import { locate, type Uploads } from '../../imports/index.ts'
import type { MergeOrder } from '../../../shared/contract/merging.ts'

/** Where the workspace of an order lies, and what that is called: an upload has the name of its file. */
export interface Place {
  path: string
  shown: string
}

/** Where the workspace of an order lies; an upload that is gone is a sentence. */
export function placeOf(uploads: Uploads, { reference }: Pick<MergeOrder, 'reference'>): Place {
  const { path: file, name } = locate(uploads, reference)
  const resolved = path.resolve(file)
  return { path: resolved, shown: 'path' in reference ? resolved : name }
}
