import { z } from 'zod'
import { call } from './base.ts'

const text = z.string().min(1).max(1000)

/** What opens an encrypted workspace day by day. */
const wayIn = z.discriminatedUnion('by', [
  z.object({ by: z.literal('passphrase'), passphrase: text }),
  z.object({ by: z.literal('keychain') }),
])

/** How a workspace is protected. The only calls that are answered while it is locked, or is just being encrypted. */
export const protectionView = z.object({
  /** `locked`: encrypted, and nobody has given its passphrase. `working`: being encrypted or made plain. */
  state: z.enum(['plain', 'open', 'locked', 'working']),
  by: z.enum(['passphrase', 'keychain']).nullable(),
  /** Whether this door can encrypt it and make it plain; at the terminal commands do. */
  canChange: z.boolean(),
  /** Whether this door reaches a keychain of the system. */
  hasKeychain: z.boolean(),
  /** While it works. */
  progress: z.object({ share0to1: z.number(), step: z.string() }).nullable(),
  /** Why what was begun last did not come to its end. */
  problem: z.string().nullable(),
})
export type ProtectionView = z.infer<typeof protectionView>

export const protectionContract = {
  status: call.output(protectionView),
  /** Opens a locked workspace by its passphrase or recovery key. */
  unlock: call.input(z.object({ text })).output(z.object({ opened: z.literal(true) })),
  /** Makes keys to encrypt with, and gives the recovery key to be shown once; nothing is changed until `start`. */
  prepare: call.input(z.object({ way: wayIn })).output(z.object({ recoveryKey: z.string() })),
  /** Begins to encrypt with the prepared keys, once the last group of the recovery key was typed back. */
  start: call.input(z.object({ lastGroup: text })).output(z.object({ begun: z.literal(true) })),
  /** Begins to make the workspace plain; its passphrase or recovery key is asked once more. */
  turnOff: call.input(z.object({ text })).output(z.object({ begun: z.literal(true) })),
  /** Lets another passphrase, or the keychain, open the workspace. */
  changeWayIn: call.input(z.object({ text, way: wayIn })).output(protectionView),
  /** Makes another recovery key, to be shown once. */
  newRecoveryKey: call.input(z.object({ text })).output(z.object({ recoveryKey: z.string() })),
}
