import { readFile } from 'node:fs/promises'
import { Failure } from '../errors.ts'
import type { Terminal } from './terminal.ts'

/** Where a passphrase may come from: a file, a variable of the environment, or the person at the terminal. */
interface Sources {
  file: string | undefined
  fileOption: string
  variable: string
  question: string
}

async function fromFile(file: string, terminal: Terminal): Promise<string> {
  const text = await readFile(terminal.resolve(file), 'utf8')
  // editors end a file with a line end that nobody means
  return text.replace(/\r?\n$/, '')
}

async function given({ file, variable }: Sources, terminal: Terminal): Promise<string | null> {
  if (file !== undefined) return fromFile(file, terminal)
  return terminal.env[variable] || null
}

/** A passphrase that was given without being asked for; null where none was. */
export function givenPassphrase(
  sources: Pick<Sources, 'file' | 'fileOption' | 'variable'>,
  terminal: Terminal,
): Promise<string | null> {
  return given({ ...sources, question: '' }, terminal)
}

function missing({ fileOption, variable, question }: Sources): Failure {
  return new Failure(
    `${question} is needed: set ${variable}, name a file with ${fileOption}, or run this where it can ask.`,
  )
}

/** The passphrase (or recovery key) that opens a workspace. */
export async function passphraseToOpen(file: string | undefined, terminal: Terminal): Promise<string> {
  const sources = {
    file,
    fileOption: '--passphrase-file',
    variable: 'DEBRIEF_PASSPHRASE',
    question: 'The passphrase or recovery key of this workspace',
  }
  const text = (await given(sources, terminal)) ?? (await terminal.askHidden?.(sources.question)) ?? null
  if (text === null || text === '') throw missing(sources)
  return text
}

/** What opened the workspace when a backup was made, where it was given: null leaves it to `askForBackup`. */
export function givenForBackup(file: string | undefined, terminal: Terminal): Promise<string | null> {
  return given(ofBackup(file), terminal)
}

/** The same asked of the person at the terminal. */
export async function askForBackup(terminal: Terminal): Promise<string> {
  const sources = ofBackup(undefined)
  const text = (await terminal.askHidden?.(sources.question)) ?? null
  if (text === null || text === '') throw missing(sources)
  return text
}

const ofBackup = (file: string | undefined): Sources => ({
  file,
  fileOption: '--backup-passphrase-file',
  variable: 'DEBRIEF_BACKUP_PASSPHRASE',
  question: 'The passphrase or recovery key that opened the workspace when this backup was made',
})

/** What opens another workspace that is to be merged: what was given for all of them, else asked of the person for this one. */
export async function passphraseOfOther(
  place: string,
  file: string | undefined,
  terminal: Terminal,
): Promise<string> {
  const sources = {
    file,
    fileOption: '--other-passphrase-file',
    variable: 'DEBRIEF_OTHER_PASSPHRASE',
    question: `The passphrase or recovery key of the workspace in ${place}`,
  }
  const text = (await given(sources, terminal)) ?? (await terminal.askHidden?.(sources.question)) ?? null
  if (text === null || text === '') throw missing(sources)
  return text
}

/** A passphrase that is chosen now; a person types it twice. */
export async function passphraseToSet(
  { file, fileOption, variable }: Pick<Sources, 'file' | 'fileOption' | 'variable'>,
  terminal: Terminal,
): Promise<string> {
  const sources = { file, fileOption, variable, question: 'A new passphrase' }
  const text = await given(sources, terminal)
  if (text !== null) return text
  const first = (await terminal.askHidden?.(sources.question)) ?? null
  if (first === null || first === '') throw missing(sources)
  if ((await terminal.askHidden?.('The same once more')) !== first)
    throw new Failure('The two passphrases are not the same; nothing was changed.')
  return first
}
