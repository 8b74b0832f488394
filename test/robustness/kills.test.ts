import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { keepChildren, type Children } from './support/kills/children.ts'
import { killTarget, type Toll } from './support/kills/harness.ts'
import { targets } from './support/kills/targets/index.ts'

/** How many in all: 100 here, 2,000 and more with `npm run kills -- --count 2000`. */
const KILLS = Number(process.env['DEBRIEF_KILLS'] ?? 100)
const SEED = Number(process.env['DEBRIEF_KILLS_SEED'] ?? 20_261_128)
const chosen = targets.filter(({ name }) => name.includes(process.env['DEBRIEF_KILLS_OF'] ?? ''))
const shares = chosen.reduce((sum, { share }) => sum + share, 0)
const began = performance.now()
const tolls: Toll[] = []
let children: Children

beforeAll(() => {
  children = keepChildren(inject('children'))
})

afterAll(() => {
  children.close()
  const sum = (of: (toll: Toll) => number) => tolls.reduce((all, toll) => all + of(toll), 0)
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  process.stdout.write(
    `kills: ${sum(({ kills }) => kills)} over ${tolls.length} targets, ${chosen.length - tolls.length} lost (${sum(({ aimed }) => aimed)} between two writes, ${minutes} min)\n`,
  )
})

test.each(chosen.map((target) => [target.name, target] as const))(
  '%s, killed outright at any moment, loses nothing that was acknowledged and leaves nothing by halves',
  { timeout: 60_000 + KILLS * 6000 },
  async (name, target) => {
    const kills = Math.ceil((KILLS * target.share) / shares)
    const started = performance.now()
    const toll = await killTarget(target, children, { kills, seed: SEED })
    tolls.push(toll)
    const seconds = Math.round((performance.now() - started) / 1000)
    process.stdout.write(
      `kills of ${name}: ${toll.kills} (${toll.aimed} between two writes), last act standing ${JSON.stringify(toll.stood)}, ${seconds} s, seed ${SEED}\n`,
    )
    expect(toll.kills).toBe(kills)
  },
)
