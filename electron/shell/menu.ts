import { app, Menu } from 'electron'
import { menuTemplate, type MenuActions, type MenuState } from '../plain/menu-template.ts'

/** Sets the application's menu. Again whenever something in it changes: a menu cannot be changed once it is shown. */
export function setMenu(
  state: Omit<MenuState, 'platform' | 'hasDeveloperTools'>,
  actions: MenuActions,
): void {
  const all = { ...state, platform: process.platform, hasDeveloperTools: !app.isPackaged }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(all, actions)))
}
