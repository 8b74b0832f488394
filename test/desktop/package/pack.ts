import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'

const root = join(import.meta.dirname, '..', '..', '..')
const run = promisify(execFile)

/** Where Electron's program keeps its fuses: this mark, a version, how many, and one character each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeInspect',
  'asarIntegrity',
  'onlyAsar',
  'v8Snapshot',
  'fileProtocolPrivileges',
]

export interface PackedApp {
  /** What is in the archive, with `/` between folders. */
  files: string[]
  /** The archive unpacked, for running. */
  unpacked: string
  fuses: Record<string, string>
  archiveBytes: number
}

/**
 * Packs the app with the project's own configuration around a stub of Electron's distribution: the packer's walk over dependencies, file
 * patterns, archive, native files and fuses are real; the program is not.
 */
export async function packWithStub(folder: string): Promise<PackedApp> {
  const output = join(folder, 'release')
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const stub = writeStub(join(folder, 'electron'))
  const options = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`]
  await run(process.execPath, [builder, '--dir', '--linux', ...options], {
    cwd: root,
    env: { ...process.env, CI: 'true' },
  })
  const packed = join(output, 'linux-unpacked')
  const archive = join(packed, 'resources', 'app.asar')
  const unpacked = join(folder, 'unpacked')
  extractAll(archive, unpacked)
  return {
    files: listPackage(archive, { isPack: false }).map((file) =>
      file.replaceAll('\\', '/').replace(/^\//, ''),
    ),
    unpacked,
    fuses: readFuses(join(packed, 'debrief')),
    archiveBytes: readFileSync(archive).byteLength,
  }
}

function writeStub(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const wire = [...fuseNames].map(() => '1').join('')
  writeFileSync(
    join(folder, 'electron'),
    `#!/bin/sh\n# ${fuseMark}\u0001${String.fromCharCode(wire.length)}${wire}\n`,
  )
  chmodSync(join(folder, 'electron'), 0o755)
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stub')
  return folder
}

function readFuses(program: string): Record<string, string> {
  const text = readFileSync(program, 'latin1')
  const start = text.indexOf(fuseMark) + fuseMark.length + 2
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, text[start + index] === '1' ? 'on' : 'off']),
  )
}
