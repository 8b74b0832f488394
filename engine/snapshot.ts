import path from 'node:path'
import type { EngineContext } from './context.ts'
import { readFactsRevision } from './metrics/index.ts'
import { connect, type ReadableDatabase } from './store/index.ts'
import { DATABASE_NAME } from './workspace/index.ts'

/**
 * A connection of its own that sees the workspace whole and as it is at this moment, whatever is imported meanwhile, and holds nobody up. Close its
 * `raw` when done.
 */
export function openSnapshot({ workspaceDir }: Pick<EngineContext, 'workspaceDir'>): ReadableDatabase {
  const snapshot = connect(path.join(workspaceDir, DATABASE_NAME), 'read')
  snapshot.raw.exec('BEGIN')
  // the first look fixes what is seen
  readFactsRevision(snapshot)
  return snapshot
}
