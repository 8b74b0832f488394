import { existsSync } from 'node:fs'
import { createEngine, Problem, type Engine } from '../engine/index.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import { logFile } from '../engine/log-file.ts'
import type { OpenMode } from './command.ts'
import { protectionOf, unlock } from '../engine/workspace-protection.ts'
import { Failure } from './errors.ts'
import { passphraseToOpen } from './terminal/passphrase.ts'
import type { Terminal } from './terminal/terminal.ts'

/**
 * Opens the engine on a workspace folder for a command. Reading takes no lease, so it works while the app is open; a workspace that
 * must be upgraded first is opened for writing instead.
 */
export async function openEngine(
  workspace: string,
  mode: OpenMode,
  machinePolicy: MachinePolicy = {},
): Promise<Engine> {
  if (mode !== 'create' && !existsSync(workspace))
    throw new Failure(
      `There is no workspace in ${workspace}: make one with "debrief init", or import a file.`,
    )
  const options = { workspace, takesPaths: true, machinePolicy, log: logFile(workspace) }
  if (mode !== 'read') return createEngine(options)
  try {
    return await createEngine({ ...options, readOnly: true })
  } catch (error) {
    const needsUpgrade = error instanceof Problem && error.code === 'WORKSPACE_READ_ONLY'
    if (!needsUpgrade) throw error
    return createEngine(options)
  }
}

/** Opens what is encrypted with the passphrase that was given, or asks for it; nothing for a plain workspace. */
export async function unlockForCommand(
  workspace: string,
  passphraseFile: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (protectionOf(workspace).state === 'locked')
    await unlock(workspace, await passphraseToOpen(passphraseFile, terminal))
}
