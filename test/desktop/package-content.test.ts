import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { describeShellOnDouble } from './double/shell-behaviour.ts'
import { packWithStub, type PackedApp } from './package/pack.ts'

describe.skipIf(process.platform !== 'linux')('the packed app', () => {
  const folder = makeTemporaryFolder()
  let app: PackedApp
  beforeAll(async () => {
    app = await packWithStub(folder)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds the shell, the engine, the preload and the page', () => {
    expect(app.files).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'THIRD_PARTY_NOTICES.md',
        'dist/main/main.js',
        'dist/engine/engine-process.js',
        'dist/engine/transcribe.worker.js',
        'dist/preload/preload.cjs',
        'dist/renderer/index.html',
      ]),
    )
  })

  test('holds two native files: the speech recogniser and the database for this platform', () => {
    const native = app.files.filter((file) => file.endsWith('.node'))
    expect(native.toSorted()).toEqual([
      `node_modules/@fugood/node-whisper-linux-${process.arch}/index.node`,
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ])
  })

  test('holds no package but these two, no source, no map and no test', () => {
    const packages = new Set(
      app.files.flatMap((file) => /^node_modules\/(@[^/]+\/[^/]+|[^/@]+)(?:\/|$)/.exec(file)?.[1] ?? []),
    )
    expect([...packages].toSorted()).toEqual([`@fugood/node-whisper-linux-${process.arch}`, 'better-sqlite3'])
    expect(app.files.filter((file) => /\.(ts|tsx|map|cc|cpp|c|h|gyp|test\.js)$/.test(file))).toEqual([])
    expect(
      app.files.filter((file) => /^(engine|shared|renderer|electron|cli|test|scripts|docs)\//.test(file)),
    ).toEqual([])
  })

  test('stays small', () => {
    // 3 MB of it set the pages of reports, with their typeface
    expect(app.archiveBytes).toBeLessThan(16_000_000)
  })

  test('has every fuse set that keeps others from using it as a Node', () => {
    expect(app.fuses).toEqual({
      runAsNode: 'off',
      cookieEncryption: 'on',
      nodeOptions: 'off',
      nodeInspect: 'off',
      asarIntegrity: 'on',
      onlyAsar: 'on',
      v8Snapshot: 'off',
      fileProtocolPrivileges: 'off',
    })
  })

  describeShellOnDouble(() => app.unpacked)
})
