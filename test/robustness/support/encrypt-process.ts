import { environmentSecrets } from '../../../engine/index.ts'
import { decrypt, encryptWith, prepareKeys, unlock } from '../../../engine/workspace-protection.ts'

// Encrypts, encrypts anew or opens for good the workspace argv[3], for tests that kill it: says when it begins, then each step.
const [way, workspace, passphrase, former] = process.argv.slice(2) as [string, string, string, string?]
const tell = (_share: number, step: string) => void process.stdout.write(`${step}\n`)
if (former !== undefined) await unlock(workspace, former)
if (way === 'decrypt') {
  process.stdout.write('begins\n')
  await decrypt(workspace, environmentSecrets, tell)
} else {
  const prepared = await prepareKeys(workspace, { by: 'passphrase', passphrase }, environmentSecrets)
  process.stdout.write('begins\n')
  await encryptWith(workspace, prepared, environmentSecrets, tell)
}
process.stdout.write('done\n')
