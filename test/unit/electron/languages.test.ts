import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test } from 'vitest'
import { menuTemplate, type MenuActions } from '../../../electron/plain/menu-template.ts'
import { languageAtHand, speakingIn, speakUsually } from '../../../engine/speaking-in.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'

afterEach(() => speakUsually([]))

const nothing = () => {}
const actions: MenuActions = {
  importFiles: nothing,
  newWorkspace: nothing,
  chooseWorkspace: nothing,
  openOwn: nothing,
  openSample: nothing,
  openRecent: nothing,
  clearRecent: nothing,
  show: nothing,
  checkForUpdates: nothing,
}
const unnamed = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ role, label, type, submenu }) => [
    ...(label === undefined && type !== 'separator' ? [String(role)] : []),
    ...(Array.isArray(submenu) ? unnamed(submenu) : []),
  ])

test.each([
  [['de-AT', 'en-GB'], 'de', '1,5'],
  [['fr-FR', 'de'], 'de', '1,5'],
  [['en-US', 'de-DE'], 'en', '1.5'],
  [['ja'], 'en', '1.5'],
  [[], 'en', '1.5'],
])('where the system prefers %j, what no call asked for is said in %s', (preferred, language, number) => {
  speakUsually(preferred)
  expect([languageAtHand(), formatNumber(1.5, 1)]).toEqual([language, number])
  expect(speakingIn('en', languageAtHand)).toBe('en')
})

test.each(['darwin', 'win32', 'linux'] as const)(
  'the menu of %s leaves no name to Electron where the system is not English, which names them in English',
  (platform) => {
    const state = { platform, recent: [], hasDeveloperTools: false, hasUpdates: true }
    expect(unnamed(menuTemplate(state, actions))).toContain('editMenu')
    speakUsually(['de'])
    expect(unnamed(menuTemplate(state, actions))).toEqual([])
  },
)
