import type { EngineContext } from '../context.ts'
import { revisionOf } from '../store/index.ts'
import { assessHealth, type Assessed } from './assess.ts'

const kept = new WeakMap<object, { revision: number; assessed: Assessed }>()

/** What is missing, found once for each state of the workspace: any commit makes it forget, unless it was a quiet one. */
export function assessedHealth({ read }: Pick<EngineContext, 'read'>): Assessed {
  const revision = revisionOf(read)
  let known = kept.get(read)
  if (known?.revision !== revision) kept.set(read, (known = { revision, assessed: assessHealth(read) }))
  return known.assessed
}
