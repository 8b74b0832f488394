import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { makeTemporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A workspace with the sample, to be copied and never opened. */
    sampleWorkspace: string
  }
}

/** Before the browser tests, and after the build: loads the sample once, for all that start from it. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = makeTemporaryFolder()
  const workspace = join(folder, 'workspace')
  const debrief = join(import.meta.dirname, '..', '..', 'dist', 'host', 'debrief.js')
  await promisify(execFile)(process.execPath, [debrief, 'init', '--sample', '--workspace', workspace])
  project.provide('sampleWorkspace', workspace)
  return () => rmSync(folder, { recursive: true, force: true })
}
