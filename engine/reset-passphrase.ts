import { writing } from './context.ts'
import {
  actingAs,
  keepPassphrase,
  mustProfile,
  policyInForce,
  policyLabel,
  replacePassphrase,
  userOfComputer,
} from './governance/index.ts'
import type { Engine } from './index.ts'

/**
 * Gives a profile another passphrase with nothing but access to the workspace file: for a forgotten one, when no other administrator is there. Whoever can
 * write the file could change anything in it, so this opens no new door; the audit log tells it loudly, under the name this computer knows its user by.
 */
export async function resetPassphrase(
  { context }: Pick<Engine, 'context'>,
  id: number,
  passphrase: string,
): Promise<void> {
  const kept = await keepPassphrase(passphrase)
  const policy = policyLabel(policyInForce(context.read))
  const act = {
    who: userOfComputer(),
    role: 'owner of the file',
    act: 'profile reset',
    record: `id ${id}`,
    policy,
    isToldOnce: false,
  }
  await actingAs(act, () =>
    writing(context, (database) => replacePassphrase(database, mustProfile(database, id), kept)),
  )
}
