import type { Terminal } from './terminal/terminal.ts'
import { defaultWorkspaceDir } from '../engine/index.ts'

/** The workspace meant: `--workspace`, else `DEBRIEF_WORKSPACE`, else the person's own in the application-data folder. */
export function workspaceFolder(given: string | undefined, terminal: Terminal): string {
  const chosen = given ?? (terminal.env['DEBRIEF_WORKSPACE'] || undefined)
  return chosen === undefined ? defaultWorkspaceDir('workspace', terminal.env) : terminal.resolve(chosen)
}
