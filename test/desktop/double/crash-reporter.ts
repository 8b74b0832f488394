import type * as Electron from 'electron'

/** Electron's crash reporter: nothing may ever be sent, so a shell that would send ends here. */
export const crashReporter = {
  start(options) {
    if (options.uploadToServer !== false) throw new Error('A crash report would be sent.')
  },
} satisfies Partial<Electron.CrashReporter>
