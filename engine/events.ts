import type { ChangeEvent } from '../shared/contract/jobs.ts'

/** Tells listeners what has changed. */
export interface EventHub {
  emit(event: ChangeEvent): void
  /** Every event from now on, until `signal` aborts. A slow listener gets all of them, in order. */
  listen(signal?: AbortSignal): AsyncGenerator<ChangeEvent>
}

/** A hub without listeners. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: ChangeEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    async *listen(signal) {
      const waiting: ChangeEvent[] = []
      let wake = () => {}
      const listener = (event: ChangeEvent) => {
        waiting.push(event)
        wake()
      }
      const stop = () => wake()
      listeners.add(listener)
      signal?.addEventListener('abort', stop)
      try {
        while (!signal?.aborted) {
          const event = waiting.shift()
          if (event) yield event
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        listeners.delete(listener)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
