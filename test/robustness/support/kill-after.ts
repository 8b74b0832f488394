import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'

/**
 * Runs one of the children's scripts in a process of its own and kills it so long after the first thing it said; null: lets it end. Gives how long
 * it took from then on; rejects with what it said where it failed by itself.
 */
export function killAfter(
  script: string,
  args: readonly string[],
  killAfterMs: number | null,
): Promise<number> {
  const child = spawn(process.execPath, [join(inject('children'), script), ...args])
  let began = 0
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece))
  child.stdout.once('data', () => {
    began = performance.now()
    if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  })
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 || killAfterMs !== null ? resolve(performance.now() - began) : reject(new Error(said)),
    )
  })
}
