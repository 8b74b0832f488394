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
      'weight',
      'is_representative',
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
      'stated_queue_id',
      'stated_reason_id',
      'stated_customer_hash',
      'stated_direction',
      'stated_consent',
    ],
  },
} as const satisfies Record<string, { code: number; table: string; columns: readonly string[] }>

export type FactKind = keyof typeof factKinds

/** Every kind, in the order of its code. */
export const allFactKinds = Object.keys(factKinds) as FactKind[]

/** What columns that must not be empty hold while nothing states them. */
export const unstated: Partial<Record<FactKind, Readonly<Record<string, FactValue>>>> = {
  evaluations: { is_calibration: 0, has_failed_critical: 0, origin: 'human', is_representative: 1 },
}

/** What makes rows of a kind the same fact: equal keys in one source. */
export interface MatchRule {
  key: readonly string[]
  /** What tells several rows of one file under a key apart, the strongest first; their order where these agree too. */
  telling: readonly string[]
  /** The first of the telling columns settles it alone. */
  isDecisive?: boolean
  /** A row that contradicts the only fact with its key corrects it only where it fills this column; else it is another fact. */
  correctsWith?: string
}

export const matchRules: Partial<Record<FactKind, MatchRule>> = {
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

/**
 * The rules for rows without an id of their own, where what they say beside their content key may still tell that a row with fewer or
 * more columns is about the same fact. Kinds that are not listed have one fact for a content key.
 */
const unnamedRules: Partial<Record<FactKind, MatchRule>> = {
  surveys: {
    key: ['content_key'],
    telling: ['identity_id', 'contact_ref', 'responded_at', 'csat', 'nps', 'is_resolved', 'comment'],
    correctsWith: 'contact_ref',
  },
}

/** Every rule of a kind. */
export function rulesOf(kind: FactKind): MatchRule[] {
  return [matchRules[kind], unnamedRules[kind]].filter((rule) => rule !== undefined)
}

/** The rule for a row, or for the key of one; undefined where its content key is the whole of it. */
export function ruleFor(kind: FactKind, statement: Statement): MatchRule | undefined {
  const isUnnamed = statement.has('content_key')
  return isUnnamed ? unnamedRules[kind] : matchRules[kind]
}
