import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../../../engine/direct-client.ts'
import { print, seconds } from './print.ts'

const EVERY_MS = 20

/** Milliseconds that calls waited for their answers. */
export interface Waits {
  reading: number[]
  writing: number[]
}

/** Asks every 20 ms for a call that reads and one that writes, while `work` is done; gives what they waited, once all are answered. */
export async function waitsDuring(client: Client, work: () => Promise<unknown>): Promise<Waits> {
  const waits: Waits = { reading: [], writing: [] }
  const asked: Promise<void>[] = []
  const measure = async (into: number[], call: () => Promise<unknown>) => {
    const began = performance.now()
    await call()
    into.push(performance.now() - began)
  }
  let isOver = false
  const done = work().finally(() => (isOver = true))
  while (!isOver) {
    asked.push(measure(waits.reading, () => client.people.teams()))
    asked.push(measure(waits.writing, () => client.workspace.setPreferences({ fcrWindowDays: 7 })))
    await pause(EVERY_MS)
  }
  await done
  await Promise.all(asked)
  return waits
}

export function printWaits(name: string, waits: Waits): void {
  for (const [kind, all] of Object.entries(waits) as [string, number[]][]) {
    const sorted = all.toSorted((one, other) => one - other)
    const at = (share: number) =>
      seconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
    print(
      `${name}: ${kind}`,
      `${sorted.length} calls, median ${at(0.5)}, 99% within ${at(0.99)}, longest ${at(1)}`,
    )
  }
}
