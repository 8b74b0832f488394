import type { Terminal } from './terminal/terminal.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import { ownWorkspaceDir } from '../engine/own-workspace-dir.ts'

/** The workspace meant: `--workspace`, else `DEBRIEF_WORKSPACE`, else the person's own, where the machine's policy or the system has it. */
export function workspaceFolder(
  given: string | undefined,
  terminal: Terminal,
  policy: MachinePolicy = {},
): string {
  const chosen = given ?? (terminal.env['DEBRIEF_WORKSPACE'] || undefined)
  return chosen === undefined ? ownWorkspaceDir(policy, terminal.env) : terminal.resolve(chosen)
}
