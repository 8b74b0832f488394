/**
 * Does the steps of one target in a process of its own, to be killed in the middle of it. Says `ready` once the engine is loaded, waits for an
 * order as a line of JSON, says `did` whenever an act has returned, and `done` with its milliseconds and the places it passed.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { aimAt, pointsPassed, watchWrites } from './aim.ts'
import { doSteps } from './do-steps.ts'
import type { Order } from './target.ts'
import { targets } from './targets/index.ts'

watchWrites()
const say = (line: string) => writeSync(1, `${line}\n`)
say('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const { target, folder, seed, aimedAt } = JSON.parse(line) as Order
  const chosen = targets.find(({ name }) => name === target)!
  aimAt(aimedAt)
  const began = performance.now()
  await doSteps(chosen, chosen.steps(folder, seed), folder, () => say('did'))
  say(`done ${Math.round(performance.now() - began)} ${pointsPassed()}`)
  process.exit()
}
