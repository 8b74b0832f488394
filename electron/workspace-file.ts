import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exchangeKinds } from '../shared/domain/exchange-files.ts'

/** The file one opens to open the workspace it lies in. */
const name = `workspace.${exchangeKinds.workspace}`

/** Leaves it in a workspace's folder where it is missing. Nothing of it is ever read: that it is there is all it says. */
export function leaveWorkspaceFile(folder: string): void {
  try {
    writeFileSync(join(folder, name), 'Open this file to open the workspace in this folder with Debrief.\n', {
      flag: 'wx',
      mode: 0o600,
    })
  } catch {
    // there already, or a folder that takes no files: the workspace opens without
  }
}
