import { execFile } from 'node:child_process'

/** The programs that can ask the desktop's bus, and what to ask: whether anybody shows icons of other programs. */
const WATCHER = 'org.kde.StatusNotifierWatcher'
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      'org.freedesktop.DBus',
      '--object-path',
      '/org/freedesktop/DBus',
      '--method',
      'org.freedesktop.DBus.NameHasOwner',
      WATCHER,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${WATCHER}`,
    ],
  ],
]

/**
 * Whether the system shows icons of programs. Windows and macOS do; of desktops on Linux some do not, and Electron does not tell: there the
 * desktop's bus is asked, and where that gives no answer there is none.
 */
export async function isTrayThere(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [program, options] of questions) {
    const answer = await answerOf(program, options)
    if (answer !== null) return answer
  }
  return false
}

/** Null where the program is not there or says nothing of use. */
function answerOf(program: string, options: readonly string[]): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(program, options, { timeout: 2000 }, (error, stdout) => {
      const [, said] = /\b(true|false)\b/.exec(stdout) ?? []
      resolve(error || said === undefined ? null : said === 'true')
    })
  })
}
