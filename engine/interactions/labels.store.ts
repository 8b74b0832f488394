import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

export type LabelKind = 'queue' | 'reason' | 'channel' | 'disposition'

/** The id of a label, made when it is new. Spelled as in the file, trimmed. */
export function labelId(database: WritableDatabase, kind: LabelKind, name: string): number {
  const known = one<{ id: number }>(database, 'SELECT id FROM labels WHERE kind = ? AND name = ?', kind, name)
  return known?.id ?? run(database, 'INSERT INTO labels (kind, name) VALUES (?, ?)', kind, name).id
}

/** The id of the stratum of a queue, a reason and a channel (0: unknown), made when it is new. */
export function stratumId(
  database: WritableDatabase,
  queueId: number,
  reasonId: number,
  channelId: number,
): number {
  const known = one<{ id: number }>(
    database,
    `SELECT id FROM strata WHERE ifnull(queue_id, 0) = ? AND ifnull(reason_id, 0) = ? AND ifnull(channel_id, 0) = ?`,
    queueId,
    reasonId,
    channelId,
  )
  return (
    known?.id ??
    run(
      database,
      'INSERT INTO strata (queue_id, reason_id, channel_id) VALUES (?, ?, ?)',
      queueId || null,
      reasonId || null,
      channelId || null,
    ).id
  )
}

/** A stratum with the names of its parts. */
export interface Stratum {
  id: number
  queueId: number | null
  queue: string | null
  reasonId: number | null
  reason: string | null
  channelId: number | null
  channel: string | null
}

/** Every stratum of the workspace. */
export function readStrata(database: ReadableDatabase): Stratum[] {
  return all<Stratum>(
    database,
    `SELECT strata.id, queue_id AS queueId, queues.name AS queue, reason_id AS reasonId, reasons.name AS reason,
            channel_id AS channelId, channels.name AS channel
     FROM strata LEFT JOIN labels AS queues ON queues.id = queue_id LEFT JOIN labels AS reasons ON reasons.id = reason_id
     LEFT JOIN labels AS channels ON channels.id = channel_id`,
  )
}
