import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { z } from 'zod'

/** Keys of other systems, encrypted by a key of the system's keychain, in a file of the person's own folder. */
export interface Keychain {
  all(): Record<string, string>
  /** Null forgets it. Throws where the file cannot be written. */
  set(name: string, value: string | null): void
}

const contents = z.record(z.string(), z.string())

/** Null where the system has no keychain, or would only pretend to encrypt. */
export function openKeychain(): Keychain | null {
  const isReal =
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  if (!isReal) return null
  const folder = app.getPath('userData')
  const file = join(folder, 'keys')
  const read = (): Record<string, string> => {
    try {
      return contents.parse(JSON.parse(safeStorage.decryptString(readFileSync(file))))
    } catch {
      // none yet, or of another keychain: what cannot be read has to be given again
      return {}
    }
  }
  return {
    all: read,
    set(name, value) {
      const next = new Map(Object.entries(read()))
      if (value === null) next.delete(name)
      else next.set(name, value)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.part`, safeStorage.encryptString(JSON.stringify(Object.fromEntries(next))), {
        mode: 0o600,
      })
      renameSync(`${file}.part`, file)
    },
  }
}
