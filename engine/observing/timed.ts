import type { CallTimes } from './call-times.ts'
import type { Log } from './log-event.ts'

/** A call that takes this long is told in the log. */
export const SLOW_MS = 500

/** Makes a call and keeps how long it took; a stream is timed until it is open. */
export async function timed<Result>(
  { calls, log }: { calls: CallTimes; log: Log },
  call: string,
  make: () => Promise<Result>,
): Promise<Result> {
  const from = performance.now()
  let rows: number | null = null
  try {
    const result = await make()
    rows = rowsOf((result as { output?: unknown } | undefined)?.output)
    return result
  } finally {
    const ms = performance.now() - from
    calls.note(call, ms)
    if (ms >= SLOW_MS) log({ event: 'call-slow', call, ms: Math.round(ms), rows })
  }
}

/** How many rows an answer has, where it is a list or has one. */
function rowsOf(answer: unknown): number | null {
  if (Array.isArray(answer)) return answer.length
  if (answer === null || typeof answer !== 'object') return null
  const lists = Object.values(answer).filter((value) => Array.isArray(value))
  return lists.length === 0 ? null : Math.max(...lists.map(({ length }) => length))
}
