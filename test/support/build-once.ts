import { ensureBuilt } from '../../scripts/ensure-built.ts'

/** Before the tests that use the build: makes it where it is missing or older than the sources. */
export async function setup(): Promise<void> {
  await ensureBuilt()
}
