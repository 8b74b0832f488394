import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron's program keeps its fuses: this mark, a version, how many, and one character each. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** All fuses of Electron 45. One more, and somebody has to decide it: the packing stops. */
const known = 9
/**
 * `WasmTrapHandlers`: on. Without, V8 checks the bounds of every access of WebAssembly by itself, which makes the decoders of recordings
 * slower and nothing safer. electron-builder has no name for it yet.
 */
const wasmTrapHandlers = 8

/** Called by electron-builder after the app is laid out and before it sets the other fuses. */
export default function decideFuses({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  const file = {
    darwin: join(
      `${name}.app`,
      'Contents',
      'Frameworks',
      'Electron Framework.framework',
      'Electron Framework',
    ),
    win32: `${name}.exe`,
    linux: packager.executableName,
  }[electronPlatformName]
  if (!file) throw new Error(`Nobody decided where the fuses of ${electronPlatformName} are.`)
  const path = join(appOutDir, file)
  const program = readFileSync(path)
  let at = program.indexOf(mark)
  if (at < 0) throw new Error(`${path} has no fuses.`)
  // a universal program holds them twice
  for (; at >= 0; at = program.indexOf(mark, at + 1)) {
    const count = program[at + mark.length + 1]
    if (count !== known)
      throw new Error(
        `Electron has ${count} fuses and ${known} are decided; decide the others in electron-builder.yml.`,
      )
    program[at + mark.length + 2 + wasmTrapHandlers] = '1'.charCodeAt(0)
  }
  writeFileSync(path, program)
}
