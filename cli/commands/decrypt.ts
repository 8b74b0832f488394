import { environmentSecrets } from '../../engine/index.ts'
import { decrypt as makePlain, protectionOf, unlock } from '../../engine/workspace-protection.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { showSteps } from '../terminal/new-keys.ts'
import { passphraseToOpen } from '../terminal/passphrase.ts'

export const decrypt = command({
  name: 'decrypt',
  usage: 'decrypt',
  summary: 'Make an encrypted workspace plain again, while nobody has it open.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, workspace }) {
    if (protectionOf(workspace).state === 'plain') throw new Failure('This workspace is not encrypted.')
    await unlock(workspace, await passphraseToOpen(values['passphrase-file'], terminal))
    await makePlain(workspace, environmentSecrets, showSteps(terminal))
    return { data: { encrypted: false }, text: 'The workspace is not encrypted any more.' }
  },
})
