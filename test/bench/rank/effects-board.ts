import { setImmediate as breathe } from 'node:timers/promises'
import { keptEffectsInPieces, type EffectRequest } from '../../../engine/coaching/index.ts'
import { createEngine } from '../../../engine/index.ts'
import { newestDay } from '../../../engine/workspace/index.ts'
import { reportFigures } from '../lib/in-child.ts'

// The effects of forty sessions of the last twelve weeks, each on another person and one of three drivers, in the workspace argv[2]; then the same again, and with
// one session more.
const SESSIONS = 40
const engine = await createEngine({ workspace: process.argv[2]!, takesPaths: true })
try {
  const { read } = engine.context
  const newest = newestDay(read)!
  const drivers = ['transfer_rate', 'hold_time', 'acw_time']
  const board = (sessions: number): EffectRequest[] => {
    const personIds = Array.from({ length: sessions }, (_, i) => 1 + 17 * i)
    return personIds.map((personId, i) => ({
      personId,
      driverId: drivers[i % drivers.length]!,
      heldDay: newest - 2 * (i % SESSIONS),
      selecting: null,
      coachedIds: new Set(personIds.filter((_, j) => j % drivers.length === i % drivers.length)),
    }))
  }
  const timed = async (sessions: number) => {
    const started = performance.now()
    await keptEffectsInPieces(read, board(sessions))
    return performance.now() - started
  }
  await reportFigures(async () => {
    let isDone = false
    let longestWait = 0
    // how long another call waits for its turn
    const waiting = (async () => {
      while (!isDone) {
        const since = performance.now()
        await breathe()
        longestWait = Math.max(longestWait, performance.now() - since)
      }
    })()
    const first = await timed(SESSIONS)
    isDone = true
    await waiting
    const again = await timed(SESSIONS)
    return { first, longestWait, again, oneMore: await timed(SESSIONS + 1) }
  })
} finally {
  await engine.close()
}
