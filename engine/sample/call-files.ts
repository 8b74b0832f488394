import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The folder with the calls of the sample that can be heard, or null where it was not brought along. It lies two
 * folders above this file, in the source as in a build (`dist/host`, `dist/engine`); in the packed app it stands
 * beside the archive, so that programs of their own can read it too. `from` is the folder of the running code.
 */
export function sampleCallsFolder(from: string = import.meta.dirname): string | null {
  const folder = path.join(from, '..', '..', 'resources', 'sample-calls')
  const unpacked = folder.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  return existsSync(unpacked) ? unpacked : null
}
