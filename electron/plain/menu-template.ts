import type { MenuItemConstructorOptions } from 'electron'
import { msg, say, t } from '#speech'
import type { RecentEntry } from './recent.ts'
import { withRoleLabels } from './role-labels.ts'

/** What the menu's own items do. */
export interface MenuActions {
  importFiles(): void
  newWorkspace(): void
  chooseWorkspace(): void
  openOwn(): void
  openSample(): void
  openRecent(folder: string): void
  clearRecent(): void
  show(place: string): void
  checkForUpdates(): void
}

export interface MenuState {
  platform: NodeJS.Platform
  recent: readonly RecentEntry[]
  /** Only where the app is not packed: a supervisor has no use for the tools of developers, and a script that is pasted there would. */
  hasDeveloperTools: boolean
  /** False where IT has turned updates off. */
  hasUpdates: boolean
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The views of the app, in the order of the rail. */
const views = [
  [msg`Coaching`, '/coaching'],
  [msg`Conversations`, '/conversations'],
  [msg`Patterns`, '/patterns'],
  [msg`Quality`, '/quality'],
  [msg`Data`, '/data'],
] as const

/** The whole menu of a platform. macOS has the app's own menu first, and closes a window where the others quit. */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = state.platform === 'darwin'
  const updates: MenuItemConstructorOptions[] = state.hasUpdates
    ? [{ label: t`Check for updates…`, click: () => actions.checkForUpdates() }]
    : []
  const appMenu: MenuItemConstructorOptions = {
    label: 'Debrief',
    submenu: [
      { role: 'about' },
      ...updates,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [...updates, { role: 'about' }] }
  return withRoleLabels([
    ...(isMac ? [appMenu] : []),
    {
      label: t`&File`,
      submenu: [...fileItems(state, actions), separator, { role: isMac ? 'close' : 'quit' }],
    },
    { role: 'editMenu' },
    {
      label: t`&View`,
      submenu: [
        ...views.map(([label, place], index) => ({
          label: say(label),
          accelerator: `CmdOrCtrl+${index + 1}`,
          click: () => actions.show(place),
        })),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(state.hasDeveloperTools ? [{ role: 'toggleDevTools' as const }] : []),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [help]),
  ])
}

function fileItems({ recent }: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: t`&Import…`, accelerator: 'CmdOrCtrl+I', click: () => actions.importFiles() },
    separator,
    { label: t`&New workspace…`, accelerator: 'CmdOrCtrl+Shift+N', click: () => actions.newWorkspace() },
    { label: t`&Open a workspace…`, accelerator: 'CmdOrCtrl+O', click: () => actions.chooseWorkspace() },
    {
      label: t`Open &recent`,
      enabled: recent.length > 0,
      submenu: [
        ...recent.map(({ folder, label, isThere }) => ({
          label: label.replaceAll('&', '&&'),
          enabled: isThere,
          click: () => actions.openRecent(folder),
        })),
        separator,
        { label: t`&Clear this list`, click: () => actions.clearRecent() },
      ],
    },
    { label: t`Open &my workspace`, click: () => actions.openOwn() },
    { label: t`Open the &sample workspace`, click: () => actions.openSample() },
  ]
}
