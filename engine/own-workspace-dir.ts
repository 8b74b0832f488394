import { homedir } from 'node:os'
import path from 'node:path'
import type { MachinePolicy } from './machine-policy.ts'
import { defaultWorkspaceDir } from './workspace/index.ts'

/** The folder of a person's own workspace on this machine. */
export function ownWorkspaceDir({ workspaceFolder }: MachinePolicy, environment = process.env): string {
  if (workspaceFolder === undefined) return defaultWorkspaceDir('workspace', environment)
  return path.resolve(workspaceFolder.replace(/^~(?=$|[\\/])/, homedir()))
}
