import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedApp } from './pack.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** 3 MB of it set the pages of reports, with their typeface, and 1 MB are the words of the page and the engine in two languages. */
export const LARGEST_ARCHIVE = 17_000_000

/** Every fuse of Electron, decided; the reasons are in electron-builder.yml. */
export const decidedFuses: Readonly<Record<string, string>> = {
  runAsNode: 'off',
  cookieEncryption: 'on',
  nodeOptions: 'off',
  nodeInspect: 'off',
  asarIntegrity: 'on',
  onlyAsar: 'on',
  v8Snapshot: 'off',
  fileProtocolPrivileges: 'off',
  wasmTrapHandlers: 'on',
}

const needed = [
  'package.json',
  'LICENSE',
  'THIRD_PARTY_NOTICES.md',
  'dist/main/main.js',
  'dist/engine/engine-process.js',
  'dist/engine/transcribe.worker.js',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'resources/icons/linux/32x32.png',
  'resources/icons/trayTemplate.png',
]

/** Everything that may lie in the archive beside folders, so that a file nobody thought of is found. */
const allowed = [
  /^(package\.json|LICENSE|THIRD_PARTY_NOTICES\.md)$/,
  /^dist\/(main|engine)\/[\w.-]+\.js$/,
  /^dist\/engine\/assets\/[\w.-]+$/,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|woff2?|png))$/,
  /^resources\/sample-calls\/[\w.-]+\.(opus|json)$/,
  /^resources\/icons\/(linux\/(16x16|32x32)|trayTemplate(@2x)?)\.png$/,
  /^resources\/update-key\.pem$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/(package\.json|LICENSE|README\.md|lib\/[\w/.-]+\.js|prebuilds\/[\w-]+\.node)$/,
  /^node_modules\/@fugood\/node-whisper-[\w-]+\/(package\.json|index\.node)$/,
]

/**
 * The native files of a platform's archive: the database, and the speech recogniser where it is installed: on another platform npm leaves
 * it out.
 */
export function nativeFilesOf(platform: string, cpu: string): string[] {
  const recogniser = `node_modules/@fugood/node-whisper-${platform}-${cpu}/index.node`
  return [
    ...(platform === process.platform || existsSync(join(root, recogniser)) ? [recogniser] : []),
    `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${platform}-${cpu}.node`,
  ]
}

/** What is wrong with a packed app, one sentence each; empty where it holds what it should and nothing else. */
export function faultsOf(
  app: Pick<PackedApp, 'files' | 'archiveBytes' | 'fuses'>,
  native: readonly string[],
): string[] {
  const isFolder = (file: string) => app.files.some((other) => other.startsWith(`${file}/`))
  const files = app.files.filter((file) => !isFolder(file))
  const found = files.filter((file) => file.endsWith('.node'))
  return [
    ...needed.filter((file) => !files.includes(file)).map((file) => `${file} is missing.`),
    ...native.filter((file) => !found.includes(file)).map((file) => `The native file ${file} is missing.`),
    ...found
      .filter((file) => !native.includes(file))
      .map((file) => `The native file ${file} is not this platform's.`),
    ...files
      .filter((file) => !allowed.some((pattern) => pattern.test(file)))
      .map((file) => `Nobody decided that ${file} goes along.`),
    ...Object.entries(decidedFuses)
      .filter(([name, state]) => app.fuses[name] !== state)
      .map(([name, state]) => `The fuse ${name} should be ${state}.`),
    ...(app.archiveBytes < LARGEST_ARCHIVE ? [] : [`The archive has ${app.archiveBytes} bytes.`]),
  ]
}
