import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Log } from './log-event.ts'
import { SLOW_MS } from './timed.ts'

/** How long the engine's process answered nothing, since it looked first; milliseconds. */
export interface Stalls {
  longest(): number
  close(): void
}

const LOOK_EVERY_MS = 10_000
const RESOLUTION_MS = 20

/** Looks at how long everything else waits for its turn in this process, and tells of long waits in the log. */
export function watchStalls(log: Log): Stalls {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  let longest = 0
  const look = () => {
    const ms = Math.round(delays.max / 1e6)
    delays.reset()
    longest = Math.max(longest, ms)
    if (ms >= SLOW_MS) log({ event: 'stalled', ms })
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return {
    longest: () => Math.max(longest, Math.round(delays.max / 1e6)),
    close() {
      clearInterval(timer)
      delays.disable()
    },
  }
}
