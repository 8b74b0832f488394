import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { t } from '#speech'
import { createEngine } from '../../engine/index.ts'
import { speakingIn } from '../../engine/speaking-in.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { launchDouble, type RunningDouble } from './double/launch.ts'

// a busy machine takes its time over a page
const poll = { timeout: 15_000 }
const root = join(import.meta.dirname, '..', '..')

describe('what is opened from outside, on a double of Electron', () => {
  const folder = makeTemporaryFolder()
  const own = join(folder, 'own')
  const other = join(folder, 'other')
  const environment = { DEBRIEF_WORKSPACE: own, XDG_DATA_HOME: join(folder, 'data'), DOUBLE_MAXIMISED: 'yes' }
  let shell: RunningDouble
  const address = () => shell.page.evaluate(() => location.hash)
  beforeAll(async () => {
    for (const workspace of [own, other]) await (await createEngine({ workspace, takesPaths: true })).close()
    // a link at the start waits until the page is there
    shell = await launchDouble(root, environment, ['debrief://week/2026-11-23', '--some-switch'])
    await shell.page.waitForSelector('#root nav')
  })
  afterAll(async () => {
    await shell.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a link of the command line shows its place once the page is there', async () => {
    await expect.poll(address, poll).toBe('#/coaching/week?day=2026-11-23')
  })

  test('a second start hands its link to this window and brings it to the front; a link off the list changes nothing', async () => {
    shell.make({
      do: 'start-again',
      commandLine: ['debrief', 'app', 'debrief://patterns'],
      directory: folder,
    })
    await expect.poll(address, poll).toMatch(/^#\/patterns/)
    await shell.reported('focused')
    for (const url of ['debrief://settings/delete', 'debrief://agent/1?do=delete', 'javascript:alert(1)'])
      shell.make({ do: 'open-url', url })
    shell.make({ do: 'open-url', url: 'debrief://sessions' })
    await expect.poll(address, poll).toMatch(/^#\/coaching\/sessions/)
  })

  test('a file of another Debrief goes where it belongs, under its new name and its old', async () => {
    for (const name of ['a.debrief-calibration', 'b.calibration.json']) {
      shell.make({ do: 'open-url', url: 'debrief://coaching' })
      await expect.poll(address, poll).toMatch(/^#\/coaching/)
      writeFileSync(join(folder, name), '{ "format": "debrief-calibration" }')
      shell.make({ do: 'open-file', path: join(folder, name) })
      await expect.poll(address, poll).toContain('tab=calibration')
      await shell.page.getByText(`${name} was not taken in`).first().waitFor()
    }
  })

  test('any other file goes to the import page', async () => {
    const file = join(folder, 'calls.csv')
    writeFileSync(file, 'Agent,Call\nAda Berg,1\n')
    shell.make({ do: 'start-again', commandLine: ['debrief', 'app', 'calls.csv'], directory: folder })
    await expect.poll(address, poll).toContain('tab=import')
    await shell.page.getByText('calls.csv').first().waitFor()
  })

  test('the file in a workspace opens that workspace, which then is among the recent ones and can be cleared from them', async () => {
    await shell.page.evaluate(() => document.documentElement.setAttribute('data-page', 'before'))
    shell.make({ do: 'open-file', path: join(other, 'debrief.sqlite') })
    const marker = join(other, 'workspace.debrief')
    await expect
      .poll(() => shell.reports.filter((one) => one.type === 'recent').at(-1), poll)
      .toEqual({
        type: 'recent',
        path: marker,
      })
    expect(readFileSync(marker, 'utf8')).toMatch(/Open this file/)
    const kept = () =>
      JSON.parse(readFileSync(join(folder, 'data', 'shell', 'recent.json'), 'utf8')) as string[]
    expect(kept()).toEqual([other, own])
    const labels = () => shell.reports.filter((one) => one.type === 'menu').at(-1)?.labels
    await expect.poll(labels, poll).toEqual(expect.arrayContaining(['other', 'own', '&New workspace…']))
    // the page of the workspace before is gone, and that of the new one there
    await shell.page.waitForSelector(':root:not([data-page]) #root nav')
    shell.make({ do: 'click-menu', label: '&Clear this list' })
    await expect.poll(kept, poll).toEqual([])
    await expect.poll(labels, poll).not.toContain('other')
  })

  test('a path without a workspace is refused in one sentence, and the open one stays', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true })
    const refused = await shell.page.evaluate(
      (path) =>
        globalThis.debriefBridge?.openWorkspaceAt(path).then(
          () => 'opened',
          () => 'refused',
        ),
      join(folder, 'empty'),
    )
    expect(refused).toBe('refused')
    await shell.page.waitForSelector('#root nav')
  })

  test('the window comes back where it stood', async () => {
    await shell.quit()
    const again = await launchDouble(root, environment)
    await again.reported('maximised')
    expect((await again.reported('window')).options).toMatchObject({
      x: 100,
      y: 50,
      width: 1200,
      height: 700,
    })
    await again.quit()
    shell = await launchDouble(root, environment)
  })

  test('the menu speaks the language of the system, also what Electron would name by itself', async () => {
    const languages = { DOUBLE_LANGUAGES: 'de-AT en-US' }
    const german = await launchDouble(root, { ...environment, ...languages })
    const { labels } = await german.reported('menu')
    const said = speakingIn('de', () => [t`&New workspace…`, t`Undo`, t`Quit Debrief`])
    expect(labels).toEqual(expect.arrayContaining(said))
    await german.quit()
  })

  test('a second Debrief ends at once', async () => {
    await expect(launchDouble(root, { ...environment, DOUBLE_IS_SECOND: 'yes' })).rejects.toThrow(
      /The shell ended with 0/,
    )
  })

  test('a packed app with a door for another program open does not start', async () => {
    const start = launchDouble(root, { ...environment, DOUBLE_PACKED: 'yes' }, [
      '--remote-debugging-port=9222',
    ])
    await expect(start).rejects.toThrow(/The shell ended with 1/)
  })
})
