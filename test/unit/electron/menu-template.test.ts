import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuTemplate, type MenuActions, type MenuState } from '../../../electron/plain/menu-template.ts'

const actions: MenuActions = {
  importFiles: vi.fn<() => void>(),
  newWorkspace: vi.fn<() => void>(),
  chooseWorkspace: vi.fn<() => void>(),
  openOwn: vi.fn<() => void>(),
  openSample: vi.fn<() => void>(),
  openRecent: vi.fn<(folder: string) => void>(),
  clearRecent: vi.fn<() => void>(),
  show: vi.fn<(place: string) => void>(),
  checkForUpdates: vi.fn<() => void>(),
}
const state: MenuState = { platform: 'linux', recent: [], hasDeveloperTools: false, hasUpdates: true }

const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
const rolesOf = (of: MenuState) => itemsOf(menuTemplate(of, actions)).flatMap(({ role }) => role ?? [])

test('macOS has the menu of the app and closes a window; the others quit from the first menu', () => {
  const mac = { ...state, platform: 'darwin' as const }
  expect(menuTemplate(mac, actions)[0]?.label).toBe('Debrief')
  expect(rolesOf(mac)).toEqual(expect.arrayContaining(['hide', 'services', 'close', 'quit']))
  expect(menuTemplate(state, actions)[0]?.label).toBe('&File')
  expect(rolesOf(state)).not.toContain('close')
  expect(rolesOf(state)).toContain('quit')
})

test('no two items have one accelerator, and none takes a key of editing', () => {
  const keys = itemsOf(menuTemplate(state, actions)).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.filter((key) => /^CmdOrCtrl\+[ZXCVAK]$/.test(key))).toEqual([])
})

test('a packed app has no tools for developers, and no updates where they are off', () => {
  expect(rolesOf(state)).not.toContain('toggleDevTools')
  expect(rolesOf({ ...state, hasDeveloperTools: true })).toContain('toggleDevTools')
  const labels = (of: MenuState) => itemsOf(menuTemplate(of, actions)).map(({ label }) => label)
  expect(labels(state)).toContain('Check for updates…')
  expect(labels({ ...state, hasUpdates: false })).not.toContain('Check for updates…')
})

test('recent workspaces can be opened, missing ones not, and the list can be cleared', () => {
  const recent = [
    { folder: '/a/R&D', label: 'R&D', isThere: true },
    { folder: '/b', label: 'b (not found)', isThere: false },
  ]
  const items = itemsOf(menuTemplate({ ...state, recent }, actions))
  const found = items.find(({ label }) => label === 'R&&D')
  ;(found?.click as (() => void) | undefined)?.()
  expect(actions.openRecent).toHaveBeenCalledWith('/a/R&D')
  expect(items.find(({ label }) => label === 'b (not found)')?.enabled).toBe(false)
  expect(items.find(({ label }) => label === 'Open &recent')?.enabled).toBe(true)
  const none = itemsOf(menuTemplate(state, actions))
  expect(none.find(({ label }) => label === 'Open &recent')?.enabled).toBe(false)
})
