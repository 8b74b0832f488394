import type { FactValue, Statement } from '../../fact-kinds.ts'

/** One contact as it goes into the table: null where nothing is stated. Columns as in `interactions`. */
export interface InteractionRow {
  contactRef: string | null
  legRef: string | null
  contentKey: string | null
  identityId: number | null
  stratumId: number
  queueId: number | null
  reasonId: number | null
  channelId: number | null
  day: number | null
  startedAt: number | null
  endedAt: number | null
  direction: number | null
  waitMs: number | null
  talkMs: number | null
  holdMs: number | null
  acwMs: number | null
  /** Null where it is the sum of its parts. */
  statedHandleMs: number | null
  isTransferred: number | null
  isAnswered: number | null
  isResolved: number | null
  dispositionId: number | null
  customerHash: number | null
  language: string | null
  subject: string | null
  description: string | null
}

/** What the row states, column by column. */
export function interactionStatement(row: InteractionRow): Statement {
  const values: [string, FactValue | null][] = [
    ['contact_ref', row.contactRef],
    ['leg_ref', row.legRef],
    ['content_key', row.contentKey],
    ['identity_id', row.identityId],
    ['queue_id', row.queueId],
    ['reason_id', row.reasonId],
    ['channel_id', row.channelId],
    ['day', row.day],
    ['started_at', row.startedAt],
    ['ended_at', row.endedAt],
    ['direction', row.direction],
    ['wait_ms', row.waitMs],
    ['talk_ms', row.talkMs],
    ['hold_ms', row.holdMs],
    ['acw_ms', row.acwMs],
    ['stated_handle_ms', row.statedHandleMs],
    ['is_transferred', row.isTransferred],
    ['is_answered', row.isAnswered],
    ['is_resolved', row.isResolved],
    ['disposition_id', row.dispositionId],
    ['customer_hash', row.customerHash],
    ['language', row.language],
    ['subject', row.subject],
    ['description', row.description],
  ]
  return new Map(values.filter((entry): entry is [string, FactValue] => entry[1] !== null))
}
