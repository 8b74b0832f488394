import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** What a child process measured of itself. */
export interface ChildFigures {
  milliseconds: number
  processorMs: number
  /** Highest resident memory of the whole process, in MB. */
  peakMb: number
  result: unknown
}

/** What the product's own commands are started with: code compiled once is kept between starts. */
const START = path.join(import.meta.dirname, '../../../cli/require-node.cjs')

/** Runs `module` with `arguments_` in a process of its own: memory and compiled code of one run say nothing of the next. */
export function inChild(module: string, arguments_: readonly string[]): ChildFigures {
  const child = spawnSync(process.execPath, ['--require', START, module, ...arguments_], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (child.status !== 0) throw new Error(`${module} ${arguments_.join(' ')}\n${child.stderr}`)
  return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as ChildFigures
}

/** In the child: runs `work` and prints what it took. */
export async function reportFigures(work: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const result = await work()
  const milliseconds = performance.now() - started
  const used = process.cpuUsage(cpu)
  const figures: ChildFigures = {
    milliseconds,
    processorMs: (used.user + used.system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    result,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
