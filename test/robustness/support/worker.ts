/**
 * One piece of work on a workspace in a process of its own, to be killed in the middle of it. Loads the engine, says `ready`, waits for
 * a line with the work as JSON, and says `done` when it has come to its end.
 */
import { createInterface } from 'node:readline'
import { perform, type Work } from './perform.ts'

/** What a worker says of itself: that it waits for its work, or how many milliseconds that took. */
export type Word = 'ready' | `done ${number}`

const tell = (word: Word) => process.stdout.write(`${word}\n`)

tell('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const started = performance.now()
  await perform(JSON.parse(line) as Work)
  tell(`done ${Math.round(performance.now() - started)}`)
}
