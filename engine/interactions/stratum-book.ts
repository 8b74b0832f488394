import { redact } from '../language/index.ts'
import type { WritableDatabase } from '../store/index.ts'
import { labelId, stratumId, type LabelKind } from './labels.store.ts'

/** Ids of a queue, a reason and a channel, null where nothing is named, and of their stratum. */
export interface Place {
  stratumId: number
  queueId: number | null
  reasonId: number | null
  channelId: number | null
}

/** Turns the names of queues, reasons and channels into ids; made for one import, so that each is looked up once. */
export interface StratumBook {
  place(queue: string | null, reason: string | null, channel: string | null): Place
  label(kind: LabelKind, name: string): number
}

/** Labels that agents may type themselves; queues and channels are names of systems, where a number tells two of them apart. */
const isTypedByHand: Record<LabelKind, boolean> = {
  queue: false,
  channel: false,
  reason: true,
  disposition: true,
}

/** A book writing new labels and strata through `database`, redacted where people wrote them. */
export function createStratumBook(database: WritableDatabase): StratumBook {
  const labels = new Map<string, number>()
  const places = new Map<string | null, Map<string | null, Map<string | null, Place>>>()
  const label = (kind: LabelKind, name: string) => {
    const key = `${kind}\u001f${name}`
    let id = labels.get(key)
    if (id === undefined)
      labels.set(key, (id = labelId(database, kind, isTypedByHand[kind] ? redact(name).text : name)))
    return id
  }
  const makePlace = (queue: string | null, reason: string | null, channel: string | null): Place => {
    const [queueId, reasonId, channelId] = [
      queue ? label('queue', queue) : null,
      reason ? label('reason', reason) : null,
      channel ? label('channel', channel) : null,
    ]
    const id = stratumId(database, queueId ?? 0, reasonId ?? 0, channelId ?? 0)
    return { stratumId: id, queueId, reasonId, channelId }
  }
  return {
    label,
    place(queue, reason, channel) {
      let byReason = places.get(queue)
      if (!byReason) places.set(queue, (byReason = new Map()))
      let byChannel = byReason.get(reason)
      if (!byChannel) byReason.set(reason, (byChannel = new Map()))
      let place = byChannel.get(channel)
      if (!place) byChannel.set(channel, (place = makePlace(queue, reason, channel)))
      return place
    },
  }
}
