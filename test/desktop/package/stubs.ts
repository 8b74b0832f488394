import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

const root = join(import.meta.dirname, '..', '..', '..')

/** Where Electron's program keeps its fuses: this mark, a version, how many, and one character each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Electron's fuses in their order, and how Electron delivers them. */
const delivered = {
  runAsNode: 'on',
  cookieEncryption: 'off',
  nodeOptions: 'on',
  nodeInspect: 'on',
  asarIntegrity: 'off',
  onlyAsar: 'off',
  v8Snapshot: 'off',
  fileProtocolPrivileges: 'on',
  wasmTrapHandlers: 'on',
} as const

/** The platforms the app is packed for, as Node names them. */
export type PackedPlatform = 'linux' | 'win32' | 'darwin'

/** Writes what stands for Electron's distribution: everything the packer reads and changes in it, and no program that runs. */
export function writeStub(folder: string, platform: PackedPlatform, moreFuses = 0): string {
  mkdirSync(folder, { recursive: true })
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stub')
  const wire = Object.values(delivered).map((state) => (state === 'on' ? '1' : '0'))
  const fuses = `${fuseMark}\u0001${String.fromCharCode(wire.length + moreFuses)}${wire.join('')}${'0'.repeat(moreFuses)}`
  if (platform === 'darwin') writeBundle(folder, fuses)
  else {
    mkdirSync(join(folder, 'resources'), { recursive: true })
    const file = join(folder, platform === 'win32' ? 'electron.exe' : 'electron')
    writeFileSync(file, platform === 'win32' ? windowsProgram(fuses) : `#!/bin/sh\n# ${fuses}\n`)
    chmodSync(file, 0o755)
  }
  return folder
}

/** A Windows program without code: its resources are real, and the fuses lie in one. */
function windowsProgram(fuses: string): Uint8Array {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.entries.push({
    type: 10,
    id: 1,
    lang: 1033,
    codepage: 1200,
    bin: new TextEncoder().encode(fuses).buffer,
  })
  resources.outputResource(program)
  return new Uint8Array(program.generate())
}

function writeBundle(folder: string, fuses: string): void {
  const contents = join(folder, 'Electron.app', 'Contents')
  const frameworks = join(contents, 'Frameworks')
  writeProgram(contents, 'Electron')
  mkdirSync(join(contents, 'Resources'), { recursive: true })
  writeFileSync(join(contents, 'Resources', 'electron.icns'), 'stub')
  for (const suffix of ['', ' (Renderer)', ' (Plugin)', ' (GPU)']) {
    const name = `Electron Helper${suffix}`
    writeProgram(join(frameworks, `${name}.app`, 'Contents'), name)
  }
  const framework = join(frameworks, 'Electron Framework.framework')
  mkdirSync(framework, { recursive: true })
  writeFileSync(join(framework, 'Electron Framework'), fuses)
}

function writeProgram(contents: string, name: string): void {
  mkdirSync(join(contents, 'MacOS'), { recursive: true })
  writeFileSync(join(contents, 'MacOS', name), '#!/bin/sh\n')
  writeFileSync(
    join(contents, 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string><key>CFBundleIdentifier</key><string>com.github.Electron</string></dict></plist>`,
  )
}

/** What became of the fuses in a packed program, by their names. */
export function readFuses(program: string): Record<string, string> {
  const text = readFileSync(program, 'latin1')
  const start = text.indexOf(fuseMark) + fuseMark.length + 2
  return Object.fromEntries(
    Object.keys(delivered).map((name, index) => [name, text[start + index] === '1' ? 'on' : 'off']),
  )
}
