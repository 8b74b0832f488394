import { effectsOf } from '../../../engine/coaching/index.ts'
import { createEngine } from '../../../engine/index.ts'
import { newestDay } from '../../../engine/workspace/index.ts'
import { reportFigures } from '../lib/in-child.ts'

// The effects of forty sessions of the last twelve weeks, each on another person and one of three drivers, in the workspace argv[2].
const SESSIONS = 40
const engine = await createEngine({ workspace: process.argv[2]!, takesPaths: true })
try {
  const { read } = engine.context
  const newest = newestDay(read)!
  const drivers = ['transfer_rate', 'hold_time', 'acw_time']
  const personIds = Array.from({ length: SESSIONS }, (_, i) => 1 + 17 * i)
  const requests = personIds.map((personId, i) => ({
    personId,
    driverId: drivers[i % drivers.length]!,
    heldDay: newest - 2 * i,
    selecting: null,
    coachedIds: new Set(personIds),
  }))
  await reportFigures(() => Promise.resolve(effectsOf(read, requests).map(({ state }) => state)))
} finally {
  await engine.close()
}
