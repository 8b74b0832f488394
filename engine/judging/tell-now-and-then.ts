import type { ChangeEvent } from '../../shared/contract/jobs.ts'
import type { EngineContext } from '../context.ts'

const EVERY_MS = 2000

/** Tells listeners of changes that come by the dozen, at most every two seconds; `last` tells of what is left. */
export function tellNowAndThen(
  { events }: Pick<EngineContext, 'events'>,
  topics: ChangeEvent['topics'],
): { (): void; last(): void } {
  let toldAt = -Infinity
  const tell = () => {
    toldAt = performance.now()
    events.emit({ type: 'data.changed', topics, job: null })
  }
  return Object.assign(() => void (performance.now() - toldAt >= EVERY_MS && tell()), { last: tell })
}
