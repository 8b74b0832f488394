import { createHash, randomInt } from 'node:crypto'
import { readSetting, writeSetting, type WritableDatabase } from '../../../store/index.ts'

const SEED = 'trust-seed'

/**
 * Numbers evenly in [0, 1) that belong to a purpose: the same seed of the workspace gives the same ones again, so that a draw can be checked,
 * and nobody who reads the seed's workspace twice draws twice. The first is for the uniform draw, the second for the other.
 */
export function drawNumbers(
  database: WritableDatabase,
  ...purpose: readonly (string | number)[]
): () => number {
  const digest = createHash('sha256')
    .update([seedOf(database), ...purpose].join('\n'))
    .digest()
  let at = 0
  return () => digest.readUInt32BE((at++ % 8) * 4) / 2 ** 32
}

/** Sets the seed, so that a workspace made again draws alike. For a workspace nobody has scored in: what was drawn before is not drawn anew. */
export function writeTrustSeed(database: WritableDatabase, seed: number): void {
  writeSetting(database, SEED, String(seed))
}

function seedOf(database: WritableDatabase): string {
  const known = readSetting(database, SEED)
  if (known !== undefined) return known
  const seed = String(randomInt(2 ** 47))
  writeSetting(database, SEED, seed)
  return seed
}
