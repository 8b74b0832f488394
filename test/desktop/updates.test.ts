import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import type { CheckedUpdate } from '../../engine/updates/index.ts'
import {
  aFeed,
  aFeedKey,
  installerName,
  signedFeed,
  startFeedServer,
  type FeedServer,
} from '../support/feed-server.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { launchDouble, type RunningDouble } from './double/launch.ts'

const root = join(import.meta.dirname, '..', '..')
const installer = Buffer.from('the program of 9.1.0'.repeat(50_000))
const key = aFeedKey()

describe('an update, on a double of Electron', { timeout: 120_000 }, () => {
  const folder = makeTemporaryFolder()
  const app = join(folder, 'app')
  const appImage = join(folder, 'Debrief.AppImage')
  const fetched = join(folder, 'data', 'shell', 'updates', installerName)
  let server: FeedServer
  beforeAll(async () => {
    // the built app as an installer brings it: with the key of whoever made it
    for (const part of ['main', 'preload', 'engine', 'renderer'])
      cpSync(join(root, 'dist', part), join(app, 'dist', part), { recursive: true })
    cpSync(join(root, 'resources', 'icons'), join(app, 'resources', 'icons'), { recursive: true })
    writeFileSync(join(app, 'resources', 'update-key.pem'), key.publicKey)
    writeFileSync(join(app, 'package.json'), readFileSync(join(root, 'package.json')))
    symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'))
    await (await createEngine({ workspace: join(folder, 'own'), takesPaths: true })).close()
    server = await startFeedServer({
      ...signedFeed(aFeed(installer), key.privateKey),
      [installerName]: installer,
    })
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function launch(): Promise<RunningDouble> {
    writeFileSync(appImage, 'the old program')
    const shell = await launchDouble(app, {
      DEBRIEF_WORKSPACE: join(folder, 'own'),
      XDG_DATA_HOME: join(folder, 'data'),
      DOUBLE_PACKED: 'yes',
      APPIMAGE: appImage,
    })
    await shell.page.waitForSelector('#root nav')
    // the double's own program stands where a packed app is given files, and is taken for one
    await expect
      .poll(() => shell.page.evaluate(() => location.hash), { timeout: 30_000 })
      .toContain('tab=import')
    shell.make({ do: 'click-menu', label: 'Check for updates…' })
    return shell
  }
  const button = (shell: RunningDouble, name: string) => shell.page.getByRole('button', { name, exact: true })

  async function fetchIt(shell: RunningDouble): Promise<void> {
    await button(shell, 'Check now').click()
    await shell.page.getByText('<b>No</b> markup.').waitFor()
    expect(await shell.page.locator('b').count()).toBe(0)
    await button(shell, 'Fetch it').click()
    await shell.page.getByText('Fetched and checked.').waitFor()
  }

  test('is off until somebody names a feed; then it is found, fetched, asked about and installed, and Debrief starts again', async () => {
    const shell = await launch()
    await shell.page.getByText('Nobody has said where new versions are to be looked for.').waitFor()
    await shell.page.getByLabel('Address of the feed').fill(server.address)
    await button(shell, 'Set').click()
    await shell.page.getByText('Never looked for yet.').waitFor()
    await fetchIt(shell)
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
    await button(shell, 'Restart and install').click()
    const dialog = shell.page.getByRole('dialog', { name: 'Install Debrief 9.1.0?' })
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await button(shell, 'Restart and install').click()
    await dialog.getByRole('button', { name: 'Restart and install' }).click()
    expect(await shell.ended).toBe(0)
    expect(readFileSync(appImage).equals(installer)).toBe(true)
    expect(statSync(appImage).mode & 0o777).toBe(0o755)
    expect(readdirSync(folder)).not.toContain('Debrief.AppImage.new')
    expect(shell.reports).toContainEqual({ type: 'relaunch', program: appImage })
    expect(shell.reports.filter(({ type }) => type === 'dialog')).toEqual([])
    expect(shell.reports.at(-1)).toEqual({ type: 'quit', isEngineGone: true })
  })

  test('that was changed after it was fetched is not installed: Debrief comes back as it was and says why', async () => {
    rmSync(fetched, { force: true })
    const shell = await launch()
    await fetchIt(shell)
    appendFileSync(fetched, 'and more')
    await button(shell, 'Restart and install').click()
    await shell.page.getByRole('dialog').getByRole('button', { name: 'Restart and install' }).click()
    expect(await shell.ended).toBe(0)
    expect(readFileSync(appImage, 'utf8')).toBe('the old program')
    expect(shell.reports).toContainEqual({ type: 'relaunch', program: null })
    expect(shell.reports).toContainEqual({
      type: 'dialog',
      kind: 'error',
      text: 'Debrief 9.1.0 was not installed: The update was changed after it was fetched, so it was not installed.',
    })
  })

  test('of a feed that is signed wrongly is refused on the page in one sentence', async () => {
    const wrong = signedFeed(aFeed(installer), aFeedKey().privateKey)
    server.files.set('debrief-update.json.sig', wrong['debrief-update.json.sig'])
    const shell = await launch()
    await button(shell, 'Check now').click()
    await shell.page.getByText('is not signed with the key of this Debrief; nothing was fetched.').waitFor()
    expect(await button(shell, 'Fetch it').count()).toBe(0)
    await shell.quit()
  })
})

test('run from its sources it says that npm or git bring it up to date', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'own')
  await (await createEngine({ workspace, takesPaths: true })).close()
  const shell = await launchDouble(root, {
    DEBRIEF_WORKSPACE: workspace,
    XDG_DATA_HOME: join(folder, 'data'),
  })
  await shell.page.waitForSelector('#root nav')
  shell.make({ do: 'click-menu', label: 'Check for updates…' })
  await shell.page.getByText('it came with npm or git, and they bring it up to date').waitFor()
  expect(await shell.page.getByLabel('Address of the feed').count()).toBe(0)
  await shell.quit()
})

describe('what installs a checked file', () => {
  interface Told {
    type: string
    problem?: string | null
    sha512?: string
  }

  /** Has the shell install it; what was said until then. */
  function install(update: CheckedUpdate): Promise<Told[]> {
    const child = fork(join(import.meta.dirname, 'double', 'install.ts'), [], {
      execArgv: ['--import', join(import.meta.dirname, 'double', 'register.ts')],
    })
    const told: Told[] = []
    return new Promise((resolve, reject) => {
      child.on('message', (message: Told) => {
        told.push(message)
        if (message.type !== 'installed') return
        child.kill()
        resolve(told)
      })
      // the system's updater ends the app itself
      child.on('exit', () => resolve(told))
      child.on('error', reject)
      child.send(update)
    })
  }
  const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex')

  test('on Windows is started silently, and starts Debrief afterwards (a script stands for the installer)', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'setup.exe')
    const script = Buffer.from(
      `#!/bin/sh\necho "$@" > ${join(folder, 'options.part')}\nmv ${join(folder, 'options.part')} ${join(folder, 'options')}\n`,
    )
    writeFileSync(path, script)
    chmodSync(path, 0o755)
    const update = { path, version: '9.1.0', installer: 'nsis', bytes: script.length } as const
    expect(await install({ ...update, sha512: sha512(script) })).toEqual([
      { type: 'installed', problem: null },
    ])
    await expect.poll(() => existsSync(join(folder, 'options')), { timeout: 10_000 }).toBe(true)
    expect(readFileSync(join(folder, 'options'), 'utf8')).toBe('--updated /S --force-run\n')
    rmSync(join(folder, 'options'))
    const [told] = await install({ ...update, sha512: sha512(Buffer.from('another')) })
    expect(told?.problem).toMatch(/was changed after it was fetched/)
    expect(existsSync(join(folder, 'options'))).toBe(false)
  })

  test('on macOS hands the archive to the system’s updater, and to nobody who does not know the word', async () => {
    const path = join(temporaryFolder(), 'Debrief.zip')
    writeFileSync(path, installer)
    const told = await install({
      path,
      version: '9.1.0',
      installer: 'mac-zip',
      bytes: installer.length,
      sha512: sha512(installer),
    })
    expect(told).toContainEqual({ type: 'squirrel', sha512: sha512(installer) })
  })

  test('leaves a package of Debian to the system', async () => {
    const path = join(temporaryFolder(), 'debrief.deb')
    writeFileSync(path, installer)
    const [told] = await install({
      path,
      version: '9.1.0',
      installer: 'deb',
      bytes: installer.length,
      sha512: sha512(installer),
    })
    expect(told?.problem).toBe("The system's package manager installs this Debrief.")
  })

  test('leaves the old program where the new one cannot be put beside it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'new')
    writeFileSync(path, installer)
    mkdirSync(join(folder, 'Debrief.AppImage.new'))
    writeFileSync(join(folder, 'Debrief.AppImage'), 'the old program')
    const before = process.env['APPIMAGE']
    process.env['APPIMAGE'] = join(folder, 'Debrief.AppImage')
    try {
      const told = await install({
        path,
        version: '9.1.0',
        installer: 'appimage',
        bytes: installer.length,
        sha512: sha512(installer),
      })
      expect(told.at(-1)?.problem).not.toBeNull()
    } finally {
      if (before === undefined) delete process.env['APPIMAGE']
      else process.env['APPIMAGE'] = before
    }
    expect(readFileSync(join(folder, 'Debrief.AppImage'), 'utf8')).toBe('the old program')
  })
})
