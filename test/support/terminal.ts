import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Ended {
  exitCode: number | null
  stdout: string
  stderr: string
}

interface TerminalOptions {
  /** Where the person stands. */
  standsIn: string
  input?: string
  env?: Record<string, string>
}

/** Runs `debrief` with these arguments in a process of its own, as the npm script does. */
export function debrief(args: string[], { standsIn, input, env }: TerminalOptions): Promise<Ended> {
  const guard = join(root, 'cli', 'require-node.cjs')
  const child = spawn(process.execPath, ['--require', guard, join(root, 'cli', 'debrief.ts'), ...args], {
    cwd: root,
    env: { ...process.env, XDG_DATA_HOME: join(standsIn, 'data'), ...env, INIT_CWD: standsIn },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece))
  child.stdin.end(input ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}
