import type { EngineContext } from './context.ts'
import { tellDamage } from './salvage/index.ts'
import { refuseWrites } from './store/index.ts'

const isolated = new WeakSet<object>()

/** Whether a workspace was found damaged while it is open: it can be looked at, and nothing is written to it any more. */
export function isIsolated({ write }: Pick<EngineContext, 'write'>): boolean {
  return write !== null && isolated.has(write)
}

/** Stops every write to a workspace that turned out to be damaged, notes that beside it, and says so on every page. */
export function isolate(context: EngineContext): void {
  const { write, workspaceDir, warnings, events, now, log } = context
  // what is closed by now is looked over by whoever opens it next
  if (write === null || !write.raw.open || isolated.has(write)) return
  isolated.add(write)
  refuseWrites(write)
  const { message } = tellDamage(workspaceDir, now())
  log({ event: 'isolated' })
  warnings.push(() => [message])
  events.emit({ type: 'data.changed', topics: ['workspace'], job: null })
}
