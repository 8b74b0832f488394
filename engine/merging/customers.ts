import { t } from '#speech'
import { Problem } from '../problem.ts'

const BITS_OF_A_HASH = 44
const MOST_WORKSPACES = 2 ** (53 - BITS_OF_A_HASH)

/**
 * Numbers for the customers of one merged workspace. Their hashes were made with that workspace's own key, so who is who across workspaces
 * cannot be told, and must not come out equal by chance: each workspace has a range of negative numbers to itself, and those of this
 * workspace are positive. Of the 53 bits of a hash the upper 44 are kept.
 */
export function customersOf(workspaceId: number): (hash: number) => number {
  if (workspaceId >= MOST_WORKSPACES)
    throw new Problem('CONFLICT', t`More than ${{ MOST_WORKSPACES }} workspaces cannot be merged into one.`)
  const start = workspaceId * 2 ** BITS_OF_A_HASH
  return (hash) => -(start + Math.floor(Math.abs(hash) / 2 ** (53 - BITS_OF_A_HASH))) - 1
}
