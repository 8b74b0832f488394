import { environmentSecrets } from '../../engine/index.ts'
import {
  changeRecoveryKey,
  changeWayIn,
  encryptWith,
  prepareKeys,
  protectionOf,
  unlock,
} from '../../engine/workspace-protection.ts'
import { command, type Outcome } from '../command.ts'
import { Failure } from '../errors.ts'
import { describeNewKeys, showSteps } from '../terminal/new-keys.ts'
import { passphraseToOpen, passphraseToSet } from '../terminal/passphrase.ts'
import type { Terminal } from '../terminal/terminal.ts'

export const key = command({
  name: 'key',
  usage: 'key [show | change | recover | recovery | new] [--new-passphrase-file FILE]',
  summary: 'Show how the workspace is protected, change its passphrase or recovery key, encrypt it anew.',
  options: { 'new-passphrase-file': { type: 'string' } },
  positionals: { least: 0, most: 1 },
  async run({ values, positionals, terminal, workspace, isJson }): Promise<Outcome> {
    const what = positionals[0] ?? 'show'
    if (what === 'show') return show(workspace)
    if (!['change', 'recover', 'recovery', 'new'].includes(what))
      throw new Failure(`"${what}" is none of show, change, recover, recovery and new.`)
    if (protectionOf(workspace).state === 'plain')
      throw new Failure('This workspace is not encrypted; "debrief encrypt" does that.')
    const text = await passphraseToOpen(values['passphrase-file'], terminal)
    await unlock(workspace, text)
    if (what === 'recovery') {
      const recoveryKey = await changeRecoveryKey(workspace, text)
      return { data: { recoveryKey }, text: describeNewKeys(recoveryKey).trimEnd() }
    }
    const way = {
      by: 'passphrase' as const,
      passphrase: await passphraseToSet(
        {
          file: values['new-passphrase-file'],
          fileOption: '--new-passphrase-file',
          variable: 'DEBRIEF_NEW_PASSPHRASE',
        },
        terminal,
      ),
    }
    if (what === 'new') return encryptAnew(workspace, way, terminal, isJson)
    await changeWayIn(workspace, text, way, environmentSecrets)
    return { data: { changed: true }, text: 'The passphrase is changed; the recovery key stays as it was.' }
  },
})

function show(workspace: string): Outcome {
  const { state, by } = protectionOf(workspace)
  const text =
    state === 'plain'
      ? 'This workspace is not encrypted.'
      : `This workspace is encrypted; ${by === 'keychain' ? 'the keychain of the computer it was made on' : 'a passphrase'} opens it, and its recovery key.`
  return { data: { encrypted: state !== 'plain', by }, text }
}

async function encryptAnew(
  workspace: string,
  way: { by: 'passphrase'; passphrase: string },
  terminal: Terminal,
  isJson: boolean,
): Promise<Outcome> {
  const prepared = await prepareKeys(workspace, way, environmentSecrets)
  if (!isJson) await terminal.write(describeNewKeys(prepared.recoveryKey))
  await encryptWith(workspace, prepared, environmentSecrets, showSteps(terminal))
  return {
    data: { encrypted: true, recoveryKey: prepared.recoveryKey },
    text: 'The workspace is encrypted with a new key; the former passphrase and recovery key open nothing any more.',
  }
}
