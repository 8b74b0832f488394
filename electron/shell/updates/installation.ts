import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { InstalledAs } from '../../engine-messages.ts'
import { installerOf } from '../../plain/installer-of.ts'

/** What the engine's process needs to look for updates; null where the app runs from its sources. `resources` is the app's folder of that name. */
export function installation(resources: string): InstalledAs | null {
  if (!app.isPackaged) return null
  // in the archive, which the program holds to its hash on Windows and macOS
  const key = join(resources, 'update-key.pem')
  return {
    folder: join(app.getPath('userData'), 'updates'),
    keys: existsSync(key) ? readFileSync(key, 'utf8') : '',
    installer: installerOf(process.platform, process.env),
  }
}
