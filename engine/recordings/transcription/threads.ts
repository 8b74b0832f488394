import { availableParallelism } from 'node:os'

/** More than these bring nothing in whisper.cpp. */
const MOST_THREADS = 8

/** How many threads the recogniser gets: one core is left to the window and everything else. */
export function recogniserThreads(cores: number = availableParallelism()): number {
  return Math.max(1, Math.min(MOST_THREADS, cores - 1))
}
