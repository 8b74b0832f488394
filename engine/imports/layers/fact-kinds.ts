/** A value as it stands in a column. */
export type FactValue = string | number

/**
 * What an import states of one fact: column to value, and `answer:<question id>:<part>` or `figure:<metric>:<of>` for what has several
 * parts. A blank cell states nothing.
 */
export type Statement = Map<string, FactValue>

/** The kinds of facts that several imports may state. Codes and the places of columns are stored: never change one, only add. */
export const factKinds = {
  interactions: {
    code: 1,
    table: 'interactions',
    columns: [
      'contact_ref',
      'leg_ref',
      'content_key',
      'identity_id',
      'queue_id',
      'reason_id',
      'channel_id',
      'day',
      'started_at',
      'ended_at',
      'direction',
      'wait_ms',
      'talk_ms',
      'hold_ms',
      'acw_ms',
      'stated_handle_ms',
      'is_transferred',
      'is_answered',
      'is_resolved',
      'disposition_id',
      'customer_hash',
      'language',
      'subject',
      'description',
    ],
  },
  evaluations: {
    code: 2,
    table: 'evaluations',
    columns: [
      'evaluation_ref',
      'content_key',
      'scorecard_version_id',
      'identity_id',
      'contact_ref',
      'evaluator',
      'evaluated_at',
      'day',
      'vendor_score',
      'is_calibration',
      'has_failed_critical',
      'origin',
      'comment',
    ],
  },
  surveys: {
    code: 3,
    table: 'surveys',
    columns: [
      'response_ref',
      'content_key',
      'identity_id',
      'contact_ref',
      'queue_id',
      'reason_id',
      'channel_id',
      'responded_at',
      'day',
      'csat',
      'csat_min',
      'csat_max',
      'nps',
      'is_resolved',
      'pertains_to_agent',
      'comment',
      'comment_sentiment',
    ],
  },
  shifts: {
    code: 4,
    table: 'shifts',
    columns: [
      'identity_id',
      'content_key',
      'day',
      'started_at',
      'ended_at',
      'scheduled_ms',
      'worked_ms',
      'in_adherence_ms',
      'exception_ms',
      'adherence',
      'conformance_scheduled_ms',
      'conformance_actual_ms',
      'conformance',
      'occupancy',
      'absence',
      'absence_reason',
      'status_times',
    ],
  },
  periodSummaries: {
    code: 5,
    table: 'period_summaries',
    columns: ['identity_id', 'from_day', 'to_day', 'n'],
  },
  rosterEntries: {
    code: 6,
    table: 'roster_entries',
    columns: [
      'identity_id',
      'role',
      'manager_name',
      'status',
      'hired_day',
      'left_day',
      'leave_from_day',
      'leave_to_day',
    ],
  },
  transcripts: {
    code: 7,
    table: 'transcripts',
    columns: [
      'external_ref',
      'contact_ref',
      'content_key',
      'identity_id',
      'vendor',
      'vendor_facts',
      'language',
      'channel',
      'started_at',
      'day',
      'duration_ms',
      'segments',
    ],
  },
} as const satisfies Record<string, { code: number; table: string; columns: readonly string[] }>

export type FactKind = keyof typeof factKinds

/** Every kind, in the order of its code. */
export const allFactKinds = Object.keys(factKinds) as FactKind[]

/** What columns that must not be empty hold while nothing states them. */
export const unstated: Partial<Record<FactKind, Readonly<Record<string, FactValue>>>> = {
  evaluations: { is_calibration: 0, has_failed_critical: 0, origin: 'human' },
}

/**
 * What makes rows of a kind the same fact: equal keys in one source. Several rows of one file under a key are told apart by the
 * `telling` columns, the strongest first, and by their order where these agree too. Where `isDecisive`, the first settles it alone.
 */
export const matchRules: Partial<
  Record<FactKind, { key: readonly string[]; telling: readonly string[]; isDecisive?: boolean }>
> = {
  interactions: {
    key: ['contact_ref'],
    telling: ['leg_ref', 'started_at', 'identity_id'],
    isDecisive: true,
  },
  evaluations: {
    key: ['evaluation_ref'],
    telling: ['evaluated_at', 'identity_id', 'contact_ref', 'evaluator'],
  },
  surveys: { key: ['response_ref'], telling: ['responded_at', 'identity_id', 'contact_ref'] },
  shifts: { key: ['identity_id', 'day', 'started_at'], telling: [] },
  periodSummaries: { key: ['identity_id', 'from_day', 'to_day'], telling: [] },
  rosterEntries: { key: ['identity_id'], telling: [] },
  transcripts: { key: ['external_ref'], telling: ['started_at', 'contact_ref'] },
}
