import { resolve } from 'node:path'

/** What a start of the app was asked to open. */
export interface Asked {
  files: string[]
  links: string[]
}

/** More than that at once is a mistake. */
const MOST_FILES = 200

/**
 * Files and links out of a command line: of the arguments after the program (and, unpacked, the app's folder) those that are no switches.
 * Relative paths are of `directory`; whether a file is there is found out where it is read.
 */
export function askedBy(commandLine: readonly string[], directory: string, isPackaged: boolean): Asked {
  const asked = commandLine
    .slice(isPackaged ? 1 : 2)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .slice(0, MOST_FILES)
  const isLink = (argument: string) => /^debrief:/i.test(argument)
  return {
    files: asked.filter((argument) => !isLink(argument)).map((argument) => resolve(directory, argument)),
    links: asked.filter(isLink),
  }
}

/** Switches that would let another program into the page or the shell. */
const doors = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'load-extension',
  'disable-web-security',
  'no-sandbox',
]

/** The switches of a start that a packed app does not take. */
export function refusedSwitches(hasSwitch: (name: string) => boolean): string[] {
  return doors.filter(hasSwitch)
}
