import type { MenuItemConstructorOptions } from 'electron'
import { msg, say, type MessageDescriptor } from '#speech'
import { languageAtHand } from '../../engine/speaking-in.ts'

const labels: Partial<Record<NonNullable<MenuItemConstructorOptions['role']>, MessageDescriptor>> = {
  about: msg`About Debrief`,
  services: msg`Services`,
  hide: msg`Hide Debrief`,
  hideOthers: msg`Hide others`,
  unhide: msg`Show all`,
  quit: msg`Quit Debrief`,
  help: msg`Help`,
  close: msg`Close window`,
  undo: msg`Undo`,
  redo: msg`Redo`,
  cut: msg`Cut`,
  copy: msg`Copy`,
  paste: msg`Paste`,
  selectAll: msg`Select all`,
  minimize: msg`Minimise`,
  zoom: msg`Zoom`,
  resetZoom: msg`Actual size`,
  zoomIn: msg`Zoom in`,
  zoomOut: msg`Zoom out`,
  togglefullscreen: msg`Full screen`,
}

/** What Electron would make of these by itself, with labels that can be translated. */
const menus: Partial<
  Record<NonNullable<MenuItemConstructorOptions['role']>, () => MenuItemConstructorOptions>
> = {
  editMenu: () => ({
    label: say(msg`Edit`),
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  }),
  windowMenu: () => ({
    label: say(msg`Window`),
    role: 'window',
    submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }],
  }),
}

/** A menu whose items that Electron names by their role are named in the language at hand. In English its own names stay: they differ by platform. */
export function withRoleLabels(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return languageAtHand() === 'en' ? items : items.map(labelled)
}

function labelled(item: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const menu = item.role && menus[item.role]?.()
  const label = item.role && labels[item.role]
  const said = menu ?? (label && item.label === undefined ? { ...item, label: say(label) } : item)
  return Array.isArray(said.submenu) ? { ...said, submenu: said.submenu.map(labelled) } : said
}
