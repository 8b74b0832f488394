import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', 'built')
const sources = [
  'renderer',
  'shared',
  'engine',
  'cli',
  'electron',
  'resources',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds everything unless the build is newer than every source. Resolves to whether it built; throws what the build said. */
export async function ensureBuilt(): Promise<boolean> {
  const startedAt = new Date()
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newestSourceMs()) return false
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--app', '--logLevel', 'warn']
  // The same build wherever it is asked for: a test runner's own NODE_ENV would bundle React for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, args, { cwd: root, env }).catch((error: { stderr: string }) => {
    throw new Error(`The build failed: ${error.stderr}`)
  })
  writeFileSync(stamp, '')
  // As of the start: what changed while it was building is built the next time.
  utimesSync(stamp, startedAt, startedAt)
  return true
}

function newestSourceMs(): number {
  const files = sources.flatMap((name) => {
    const path = join(root, name)
    if (!existsSync(path) || !statSync(path).isDirectory()) return existsSync(path) ? [path] : []
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  })
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}
