import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const electron = join(import.meta.dirname, '..', 'node_modules', 'electron')

/**
 * The Electron program on this machine, or null. Looked up by hand: asking the package for it would start a download of its own.
 */
export function findElectron(): string | null {
  const pathFile = join(electron, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist')
  const program = join(folder, name)
  return existsSync(program) ? program : null
}

/** Fetches Electron unless it is there; null when it cannot be had within `limitMs`. */
export async function fetchElectron(limitMs: number): Promise<string | null> {
  const installer = join(electron, 'install.js')
  if (findElectron() || !existsSync(installer)) return findElectron()
  try {
    await promisify(execFile)(process.execPath, [installer], { timeout: limitMs, killSignal: 'SIGKILL' })
  } catch {
    return null
  }
  return findElectron()
}
