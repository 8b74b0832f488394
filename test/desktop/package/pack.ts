import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { readFuses, writeStub, type PackedPlatform } from './stubs.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const run = promisify(execFile)

export interface PackedApp {
  /** What is in the archive, with `/` between folders. */
  files: string[]
  /** The archive unpacked, for running. */
  unpacked: string
  fuses: Record<string, string>
  archiveBytes: number
  /** The folder the packer laid the app out in. */
  folder: string
  /** The program, where the platform's own information about the app is. */
  program: string
}

/** Where the packer puts what is looked at, from the folder it lays the app out in. */
const places = {
  linux: {
    flag: '--linux',
    folder: 'linux-unpacked',
    resources: 'resources',
    program: 'debrief',
    fuses: 'debrief',
  },
  win32: {
    flag: '--win',
    folder: 'win-unpacked',
    resources: 'resources',
    program: 'Debrief.exe',
    fuses: 'Debrief.exe',
  },
  darwin: {
    flag: '--mac',
    folder: 'mac',
    resources: 'Debrief.app/Contents/Resources',
    program: 'Debrief.app/Contents/MacOS/Debrief',
    fuses: 'Debrief.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  },
} as const

/**
 * Packs the app with the project's own configuration around a stub of Electron's distribution: the packer's walk over dependencies, file
 * patterns, archive, integrity, native files and fuses are real; the program is not. `more` are options of the packer's own command line.
 */
export async function packWithStub(
  folder: string,
  platform: PackedPlatform = 'linux',
  more: readonly string[] = [],
  moreFuses = 0,
): Promise<PackedApp> {
  const output = join(folder, 'release')
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const stub = writeStub(join(folder, 'electron'), platform, moreFuses)
  const place = places[platform]
  // for another platform than this one the processor is named: a packer takes its own otherwise
  const cpu = platform === 'linux' ? [] : ['--x64']
  const options = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`, ...more]
  await run(process.execPath, [builder, '--dir', place.flag, ...cpu, '--publish', 'never', ...options], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
  })
  const packed = join(output, place.folder)
  const archive = join(packed, place.resources, 'app.asar')
  const unpacked = join(folder, 'unpacked')
  extractAll(archive, unpacked)
  return {
    files: listPackage(archive, { isPack: false }).map((file) =>
      file.replaceAll('\\', '/').replace(/^\//, ''),
    ),
    unpacked,
    fuses: readFuses(join(packed, place.fuses)),
    archiveBytes: readFileSync(archive).byteLength,
    folder: packed,
    program: join(packed, place.program),
  }
}
