/** What the double gives for `electron`: as much of the module as the shell uses, typed by Electron's own declarations. */
export { app } from './app.ts'
export { autoUpdater } from './auto-updater.ts'
export { crashReporter } from './crash-reporter.ts'
export { dialog, ipcMain, Menu, protocol, safeStorage, screen, session } from './shell.ts'
export { nativeImage, Tray } from './tray.ts'
export { MessageChannelMain, utilityProcess } from './utility-process.ts'
export { BrowserWindow } from './window.ts'
