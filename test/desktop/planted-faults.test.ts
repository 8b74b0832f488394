import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { evidenceOf, failingItems } from './double/checklist.ts'
import { launchDouble } from './double/launch.ts'

const root = join(import.meta.dirname, '..', '..')

/** Faults that a hurried change could bring into the built shell: what is written there, what it becomes, and the items that then fail. */
const faults: readonly (readonly [string, 'main' | 'preload', string | RegExp, string, string[]])[] = [
  [
    'a door without a look at who asks',
    'main',
    'isPage(event) ? chooseFiles(actions.window()) : []',
    'chooseFiles(actions.window())',
    ['Validate the sender of all IPC messages'],
  ],
  [
    'navigation allowed',
    'main',
    'if (!mayBeVisited(event.url)) event.preventDefault()',
    '',
    ['Disable or limit navigation'],
  ],
  [
    'windows allowed',
    'main',
    '({ action: "deny" })',
    '({ action: "allow" })',
    ['Disable or limit creation of new windows'],
  ],
  [
    'a permission granted',
    'main',
    /decide\(permissions\.has\(permission\)\)/,
    'decide(true)',
    ['Handle session permission requests from remote content'],
  ],
  [
    'loads from elsewhere allowed',
    'main',
    'cancel: !mayBeLoaded(url)',
    'cancel: false',
    ['Only load secure content'],
  ],
  ['web security off', 'main', 'webSecurity: true', 'webSecurity: false', ['Do not disable webSecurity']],
]

describe('faults planted into the built shell', () => {
  const folder = makeTemporaryFolder()
  const workspace = join(folder, 'own')
  let count = 0
  beforeAll(async () => (await createEngine({ workspace, takesPaths: true })).close())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** A copy of the built app with one place changed. */
  function appWith(file: 'main' | 'preload' | null, was: string | RegExp = '', becomes = ''): string {
    const app = join(folder, `app-${++count}`)
    for (const part of ['main', 'preload', 'engine', 'renderer'])
      cpSync(join(root, 'dist', part), join(app, 'dist', part), { recursive: true })
    symlinkSync(join(root, 'resources'), join(app, 'resources'))
    writeFileSync(join(app, 'package.json'), readFileSync(join(root, 'package.json')))
    if (file) {
      const path = join(app, 'dist', file, file === 'main' ? 'main.js' : 'preload.cjs')
      const text = readFileSync(path, 'utf8')
      const changed = text.replace(was, becomes)
      // a fault that is nowhere planted would be found by nobody
      expect(changed).not.toBe(text)
      writeFileSync(path, changed)
    }
    return app
  }
  const withModules = (app: string) => symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'))
  const environment = () => ({
    DEBRIEF_WORKSPACE: workspace,
    XDG_DATA_HOME: join(folder, 'data'),
    DOUBLE_CHOSEN_FILES: '/x/calls.csv',
  })

  test.each(faults)(
    '%s: the checklist says which item no longer holds',
    async (_name, file, was, becomes, expected) => {
      const app = appWith(file, was, becomes)
      withModules(app)
      const shell = await launchDouble(app, environment())
      try {
        expect(await failingItems(await evidenceOf(app, shell, null))).toEqual(expected)
      } finally {
        await shell.quit()
      }
    },
  )

  test.each([
    ['a page that is not isolated', 'contextIsolation: true', 'contextIsolation: false'],
    ['a page without a sandbox', 'sandbox: true', 'sandbox: false'],
  ])('%s does not come up', async (_name, was, becomes) => {
    const app = appWith('main', was, becomes)
    withModules(app)
    await expect(launchDouble(app, environment())).rejects.toThrow(
      /would not be isolated|opened no page|ended with|ECONN/,
    )
  })

  test('a preload that calls a wrong channel leaves the page without its engine', async () => {
    const app = appWith('preload', '"debrief:request-port"', '"debrief:request-prot"')
    withModules(app)
    const shell = await launchDouble(app, environment())
    const isAnswered = shell.page
      .getByText(/sample/i)
      .first()
      .waitFor({ timeout: 4000 })
    await expect(isAnswered).rejects.toThrow(/Timeout/)
    await shell.quit()
  })

  test('a package without the database for this platform does not open its workspace', async () => {
    const app = appWith(null)
    const database = join(app, 'node_modules', 'better-sqlite3-multiple-ciphers')
    mkdirSync(database, { recursive: true })
    for (const part of ['lib', 'package.json'])
      cpSync(join(root, 'node_modules', 'better-sqlite3-multiple-ciphers', part), join(database, part), {
        recursive: true,
      })
    await expect(launchDouble(app, environment())).rejects.toThrow(/The shell ended with 1/)
  })
})
