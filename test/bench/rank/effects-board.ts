import { keptEffectsOf, type EffectRequest } from '../../../engine/coaching/index.ts'
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
  const timed = (sessions: number) => {
    const started = performance.now()
    keptEffectsOf(read, board(sessions))
    return performance.now() - started
  }
  await reportFigures(() => {
    const [first, again] = [timed(SESSIONS), timed(SESSIONS)]
    return Promise.resolve({ first, again, oneMore: timed(SESSIONS + 1) })
  })
} finally {
  await engine.close()
}
