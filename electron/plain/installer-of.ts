import type { Installer } from '../../engine/updating.ts'

/** How this installation is brought up to date. On Linux an AppImage says where it lies; anything else was put there by a package. */
export function installerOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Installer {
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'mac-zip'
  return environment['APPIMAGE'] ? 'appimage' : 'deb'
}
