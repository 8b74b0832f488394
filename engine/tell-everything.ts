import type { ChangeEvent } from '../shared/contract/jobs.ts'
import type { EngineContext } from './context.ts'

/** All that an import, its undo or a reading may have changed. */
const topics: ChangeEvent['topics'] = [
  'imports',
  'people',
  'coaching',
  'conversations',
  'search',
  'metrics',
  'recordings',
  'scorecards',
  'reviews',
  'trust',
  'calibration',
  'disputes',
  'judge',
  'merging',
  'workspace',
]

/** Tells whoever shows something that it may be out of date. */
export function tellEverything({ events }: Pick<EngineContext, 'events'>): void {
  events.emit({ type: 'data.changed', topics, job: null })
}
