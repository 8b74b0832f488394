import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { environmentSecrets } from '../../engine/index.ts'
import { keys } from '../../engine/store/index.ts'
import { encryptWith, prepareKeys } from '../../engine/workspace-protection.ts'

export const PASSPHRASE = 'seven green boilers sing'

/** Encrypts a closed workspace with a passphrase; gives its recovery key. */
export async function encryptWorkspace(workspace: string, passphrase = PASSPHRASE): Promise<string> {
  const prepared = await prepareKeys(workspace, { by: 'passphrase', passphrase }, environmentSecrets)
  await encryptWith(workspace, prepared, environmentSecrets)
  return prepared.recoveryKey
}

/** Takes the keys of a workspace from this process, as if it had just started. */
export function lock(workspace: string): void {
  const file = keys.keyFileFor(join(workspace, 'debrief.sqlite'))
  if (file) keys.forgetKeys(file.id)
}

/** Every file in a folder, with those in its folders. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}

/** Files in whose bytes one of the words stands, in UTF-8 or UTF-16. */
export function filesWith(folder: string, words: readonly (string | Buffer)[]): string[] {
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(file)
    return words.some((word) =>
      typeof word === 'string'
        ? bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))
        : bytes.includes(word),
    )
  })
}
