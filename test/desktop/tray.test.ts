import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { writeCall } from '../support/a-call.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { launchDouble, type RunningDouble } from './double/launch.ts'

const root = join(import.meta.dirname, '..', '..')
const SWITCH = 'Go on in the tray when the window is closed'

describe('the tray, on a double of Electron', { timeout: 180_000 }, () => {
  const folder = makeTemporaryFolder()
  const watched = join(folder, 'watched')
  const workspace = join(folder, 'own')
  /** The desktop's bus, as the program that asks it tells of it. */
  const busSays = (said: string) => {
    mkdirSync(join(folder, 'bin'), { recursive: true })
    for (const program of ['gdbus', 'dbus-send']) {
      writeFileSync(join(folder, 'bin', program), `#!/bin/sh\n${said}\n`)
      chmodSync(join(folder, 'bin', program), 0o755)
    }
  }
  const launch = async () => {
    const shell = await launchDouble(root, {
      DEBRIEF_WORKSPACE: workspace,
      XDG_DATA_HOME: join(folder, 'data'),
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    })
    await shell.page.waitForSelector('#root nav')
    return shell
  }
  const toSettings = async ({ page }: RunningDouble) => {
    await page.evaluate(() => (location.hash = '#/data?tab=recordings'))
    const found = page.getByRole('switch', { name: SWITCH })
    await found.waitFor()
    return found
  }
  const trayOf = (shell: RunningDouble) => shell.reports.filter((one) => one.type === 'tray').at(-1)?.labels
  const count = (shell: RunningDouble, type: string) =>
    shell.reports.filter((one) => one.type === type).length
  const recordings = async () => {
    const engine = await createEngine({ workspace, takesPaths: true, readOnly: true })
    try {
      return (await directClient(engine).recordings.list()).length
    } finally {
      await engine.close()
    }
  }

  beforeAll(async () => {
    mkdirSync(watched)
    const engine = await createEngine({ workspace, takesPaths: true })
    await directClient(engine).recordings.setPreferences({ watchedFolder: watched })
    await engine.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('where nobody chose it, closing the window quits', async () => {
    busSays('echo "(true,)"')
    const shell = await launch()
    shell.make({ do: 'close-window' })
    expect(await shell.ended).toBe(0)
    expect(count(shell, 'tray')).toBe(0)
  })

  test('chosen, closing the window leaves Debrief there: it goes on importing, can be paused, opened and quit', async () => {
    const shell = await launch()
    const chosen = await toSettings(shell)
    expect(await chosen.isChecked()).toBe(false)
    await chosen.press('Space')
    await expect
      .poll(() => trayOf(shell), { timeout: 20_000 })
      .toEqual([
        'Open Debrief',
        'Watching for new recordings',
        'Nothing is being done',
        'Pause watching',
        'Quit Debrief',
      ])
    shell.make({ do: 'close-window' })
    await shell.reported('hidden')
    writeCall(join(watched, 'a.wav'))
    await expect.poll(recordings, { timeout: 30_000, interval: 500 }).toBe(1)
    shell.make({ do: 'click-tray', label: 'Pause watching' })
    await expect.poll(() => trayOf(shell) ?? [], { timeout: 20_000 }).toContain('Pause watching (on)')
    expect(trayOf(shell)).toContain('The watched folder is paused')
    writeCall(join(watched, 'b.wav'), { seed: 5 })
    await new Promise((resolve) => setTimeout(resolve, 6000))
    expect(await recordings()).toBe(1)
    const before = count(shell, 'shown')
    shell.make({ do: 'click-tray', label: 'Open Debrief' })
    await expect.poll(() => count(shell, 'shown'), { timeout: 20_000 }).toBe(before + 1)
    await shell.page.getByRole('button', { name: 'Watch again' }).click()
    await expect.poll(recordings, { timeout: 30_000, interval: 500 }).toBe(2)
    shell.make({ do: 'close-window' })
    await expect.poll(() => count(shell, 'hidden'), { timeout: 20_000 }).toBe(2)
    shell.make({ do: 'activate' })
    await expect.poll(() => count(shell, 'shown'), { timeout: 20_000 }).toBe(before + 2)
    shell.make({ do: 'close-window' })
    await expect.poll(() => count(shell, 'hidden'), { timeout: 20_000 }).toBe(3)
    shell.make({ do: 'start-again', commandLine: ['debrief', 'app'], directory: folder })
    await expect.poll(() => count(shell, 'shown'), { timeout: 20_000 }).toBe(before + 3)
    shell.make({ do: 'click-tray', label: 'Quit Debrief' })
    expect(await shell.ended).toBe(0)
    expect(shell.reports.at(-1)).toEqual({ type: 'quit', isEngineGone: true })
  })

  test('is there after the next start, and goes where no folder is watched any more', async () => {
    const shell = await launch()
    await expect.poll(() => trayOf(shell) ?? [], { timeout: 20_000 }).toContain('Watching for new recordings')
    await toSettings(shell)
    await shell.page.getByRole('textbox', { name: 'Watched folder' }).fill('')
    await shell.page.keyboard.press('Enter')
    await expect.poll(() => trayOf(shell), { timeout: 20_000 }).toBe(null)
    shell.make({ do: 'close-window' })
    expect(await shell.ended).toBe(0)
    expect(count(shell, 'hidden')).toBe(0)
    const engine = await createEngine({ workspace, takesPaths: true })
    await directClient(engine).recordings.setPreferences({ watchedFolder: watched })
    await engine.close()
  })

  test.each([
    ['shows no icons', 'echo "(false,)"'],
    ['cannot be asked', 'exit 1'],
  ])('on a desktop that %s it cannot be chosen, and closing the window quits', async (_name, said) => {
    busSays(said)
    const shell = await launch()
    const chosen = await toSettings(shell)
    await shell.page.getByText('This desktop shows no icons of programs.').waitFor()
    // it was chosen on another desktop, and can be taken back
    expect(await chosen.isChecked()).toBe(true)
    shell.make({ do: 'close-window' })
    expect(await shell.ended).toBe(0)
    expect(count(shell, 'tray')).toBe(0)
  })
})
