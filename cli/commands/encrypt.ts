import { existsSync } from 'node:fs'
import { environmentSecrets } from '../../engine/index.ts'
import { encryptWith, prepareKeys, protectionOf } from '../../engine/workspace-protection.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { describeNewKeys, showSteps } from '../terminal/new-keys.ts'
import { passphraseToSet } from '../terminal/passphrase.ts'

export const encrypt = command({
  name: 'encrypt',
  usage: 'encrypt',
  summary: 'Encrypt the workspace and the recordings in it with a passphrase, while nobody has it open.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, workspace, isJson }) {
    if (!existsSync(workspace)) throw new Failure(`There is no workspace in ${workspace}.`)
    if (protectionOf(workspace).state !== 'plain')
      throw new Failure('This workspace is encrypted already; "debrief key new" encrypts it with a new key.')
    const passphrase = await passphraseToSet(
      { file: values['passphrase-file'], fileOption: '--passphrase-file', variable: 'DEBRIEF_PASSPHRASE' },
      terminal,
    )
    const prepared = await prepareKeys(workspace, { by: 'passphrase', passphrase }, environmentSecrets)
    // before anything is encrypted: a key nobody has seen would be none
    if (!isJson) await terminal.write(describeNewKeys(prepared.recoveryKey))
    await encryptWith(workspace, prepared, environmentSecrets, showSteps(terminal))
    return {
      data: { encrypted: true, recoveryKey: prepared.recoveryKey },
      text: 'The workspace is encrypted.',
    }
  },
})
