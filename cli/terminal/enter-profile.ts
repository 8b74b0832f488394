import type { Client } from '../../engine/direct-client.ts'
import { Failure } from '../errors.ts'
import type { Terminal } from './terminal.ts'

const NAME = 'DEBRIEF_PROFILE'
/** Where the terminal takes a passphrase from: arguments stand in the list of processes for everybody to read. */
export const PASSPHRASE = 'DEBRIEF_PROFILE_PASSPHRASE'

/** Enters the profile that was named, or that the environment names; nothing where the workspace has none. */
export async function enterProfile(
  client: Client,
  named: string | undefined,
  { env }: Terminal,
): Promise<void> {
  const name = named ?? env[NAME]
  if (name === undefined) return
  const profiles = await client.profiles.list()
  const found = profiles.find((profile) => profile.name.toLowerCase() === name.toLowerCase())
  if (!found) throw new Failure(`There is no profile "${name}"; "debrief profile list" shows them.`)
  const passphrase = env[PASSPHRASE]
  if (found.hasPassphrase && passphrase === undefined)
    throw new Failure(`${found.name} has a passphrase: put it into ${PASSPHRASE}.`)
  await client.profiles.enter({ id: found.id, passphrase: passphrase ?? '' })
}
