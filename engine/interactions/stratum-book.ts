import type { WritableDatabase } from '../store/index.ts'
import { labelId, stratumId, type LabelKind } from './labels.store.ts'

/** Turns the names of queues, reasons and channels into ids; made for one import, so that each is looked up once. */
export interface StratumBook {
  stratum(queue: string | null, reason: string | null, channel: string | null): number
  label(kind: LabelKind, name: string): number
}

/** A book writing new labels and strata through `database`. */
export function createStratumBook(database: WritableDatabase): StratumBook {
  const labels = new Map<string, number>()
  const strata = new Map<string, number>()
  const label = (kind: LabelKind, name: string) => {
    const key = `${kind}\u001f${name}`
    let id = labels.get(key)
    if (id === undefined) labels.set(key, (id = labelId(database, kind, name)))
    return id
  }
  return {
    label,
    stratum(queue, reason, channel) {
      const key = `${queue ?? ''}\u001f${reason ?? ''}\u001f${channel ?? ''}`
      let id = strata.get(key)
      if (id === undefined) {
        id = stratumId(
          database,
          queue ? label('queue', queue) : 0,
          reason ? label('reason', reason) : 0,
          channel ? label('channel', channel) : 0,
        )
        strata.set(key, id)
      }
      return id
    },
  }
}
