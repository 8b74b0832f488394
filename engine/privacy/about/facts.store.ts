import { among, either, holds, neither, type AboutTable } from './conditions.store.ts'

const ofRecordings = `recording_id IN (SELECT id FROM recordings WHERE ${among('transcript_id', 'transcripts')})`

/** What further imports say of facts: by the kinds of `imports/layers/fact-kinds.ts`. */
const layers = [
  `fact_kind = 1 AND ${among('fact_id', 'interactions')}`,
  `fact_kind = 2 AND ${among('fact_id', 'evaluations')}`,
  `fact_kind = 3 AND ${among('fact_id', 'surveys')}`,
  ...['shifts', 'period_summaries', 'roster_entries'].map(
    (table, at) =>
      `fact_kind = ${4 + at} AND fact_id IN (SELECT id FROM ${table} WHERE ${among('identity_id', 'identities')})`,
  ),
  `fact_kind = 7 AND ${among('fact_id', 'transcripts')}`,
]
  .map((one) => `(${one})`)
  .join(' OR ')

/** A file holds many people; its name and its warnings may name them. */
const imports = `id IN (SELECT import_id FROM identity_mentions WHERE ${among('identity_id', 'identities')}
  ${(['interactions', 'transcripts', 'surveys', 'evaluations'] as const).map((table) => `UNION SELECT import_id FROM ${table} WHERE ${among('id', table)}`).join(' ')})`

/** Facts and what is derived from them. */
export const factTables = {
  identities: {
    columns: 'id source_id key external_id name email other_ids person_id',
    agent: among('id', 'identities'),
    customer: null,
    kind: 'identities',
  },
  identity_mentions: {
    columns: 'import_id identity_id',
    agent: among('identity_id', 'identities'),
    customer: null,
  },
  identity_links: {
    columns: 'id identity_id other_identity_id state by reasons at undone_at',
    agent: either('identity_id', 'other_identity_id'),
    customer: null,
    isShared: true,
  },
  identity_proposals: {
    columns: 'person_id other_person_id confidence reasons against',
    agent: either('person_id', 'other_person_id'),
    customer: null,
    isShared: true,
  },
  merged_decisions: {
    columns: 'workspace_id identity_id other_identity_id state is_contested',
    agent: either('identity_id', 'other_identity_id'),
    customer: null,
    isShared: true,
  },
  team_spells: {
    columns: 'id import_id identity_id team_id site basis from_day to_day',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'teams',
    days: ['from_day', 'to_day'],
  },
  roster_entries: {
    columns:
      'id import_id row_number source_id identity_id role manager_name status hired_day left_day leave_from_day leave_to_day',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'rosters',
  },
  interactions: {
    columns:
      'id import_id row_number source_id contact_ref leg_ref content_key is_stub identity_id stratum_id day started_at ended_at direction wait_ms talk_ms hold_ms acw_ms stated_handle_ms handle_ms is_transferred is_answered is_resolved disposition_id customer_hash language',
    agent: among('id', 'interactions'),
    customer: among('id', 'interactions'),
    kind: 'contacts',
    days: ['day', 'day'],
  },
  interaction_texts: {
    columns: 'interaction_id subject description',
    agent: among('interaction_id', 'interactions'),
    customer: among('interaction_id', 'interactions'),
  },
  transcripts: {
    columns:
      'id import_id row_number source_id external_ref contact_ref content_key interaction_id identity_id vendor vendor_facts language channel started_at day contact_day duration_ms read_version stated_queue_id stated_reason_id stated_customer_hash stated_direction beside_id stated_consent lawful_basis sound_deleted_at words_deleted_at',
    agent: among('id', 'transcripts'),
    customer: among('id', 'transcripts'),
    kind: 'conversations',
    days: ['contact_day', 'contact_day'],
  },
  transcript_places: {
    columns: 'transcript_id place',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
  },
  segments: {
    columns: 'transcript_id position speaker role start_ms end_ms text confidence sentiment',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
    kind: 'turns',
  },
  segment_words: {
    columns: 'transcript_id position words',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
  },
  segment_corrections: {
    columns: 'id transcript_id position field before after at undone_at',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
  },
  segment_search: {
    columns: 'text segment_search rank',
    agent: among('rowid / 1048576', 'transcripts'),
    customer: among('rowid / 1048576', 'transcripts'),
    isCopy: true,
  },
  silenced_spans: {
    columns: 'transcript_id start_ms end_ms',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
  },
  conversation_measures: {
    columns: 'transcript_id metric_id value basis',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
    kind: 'measures',
  },
  conversation_marks: {
    columns: 'transcript_id position kind label first_segment last_segment start_ms end_ms',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
  },
  recordings: {
    columns:
      'id transcript_id sha256 name path media_name bytes format codec sample_rate channel_count duration_ms kind title stated_agent_channel agent_channel agent_channel_basis listened_version warnings problem transcription_key transcription transcribed_at heard_by heard_for',
    agent: among('transcript_id', 'transcripts'),
    customer: among('transcript_id', 'transcripts'),
    kind: 'recordings',
  },
  recording_sounds: {
    columns: 'recording_id activity peaks_per_second peaks',
    agent: ofRecordings,
    customer: ofRecordings,
  },
  surveys: {
    columns:
      'id import_id row_number source_id response_ref content_key identity_id contact_ref interaction_id stratum_id responded_at day contact_day csat csat_min csat_max nps is_resolved pertains_to_agent comment comment_sentiment',
    agent: among('id', 'surveys'),
    customer: among('id', 'surveys'),
    kind: 'surveys',
    days: ['coalesce(contact_day, day)', 'coalesce(contact_day, day)'],
  },
  shifts: {
    columns:
      'id import_id row_number source_id identity_id content_key day started_at ended_at scheduled_ms worked_ms in_adherence_ms exception_ms adherence conformance_scheduled_ms conformance_actual_ms conformance occupancy absence absence_reason status_times',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'shifts',
    days: ['day', 'day'],
  },
  period_summaries: {
    columns: 'id import_id row_number source_id identity_id from_day to_day n figures',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'summaries',
    days: ['from_day', 'to_day'],
  },
  interaction_days: {
    columns:
      'day identity_id stratum_id n handle_n handle_sum handle_sq handle_log handle_log_sq talk_n talk_sum talk_sq talk_log talk_log_sq hold_n hold_sum hold_sq acw_n acw_sum acw_sq transfer_n transfer_sum resolved_n resolved_sum',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'days',
    days: ['day', 'day'],
  },
  observation_days: {
    columns:
      'metric_id day identity_id stratum_id is_drawn n sum sum_sq numerator denominator weight weight_sq weight_sq_sum weight_sq_sum_sq',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'days',
    days: ['day', 'day'],
  },
  aggregated_contacts: {
    columns:
      'import_id day identity_id stratum_id n handle_n handle_sum handle_sq handle_log handle_log_sq talk_n talk_sum talk_sq talk_log talk_log_sq hold_n hold_sum hold_sq acw_n acw_sum acw_sq transfer_n transfer_sum resolved_n resolved_sum',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'days',
    days: ['day', 'day'],
  },
  aggregated_observations: {
    columns:
      'import_id metric_id day identity_id stratum_id is_drawn n sum sum_sq numerator denominator weight weight_sq weight_sq_sum weight_sq_sum_sq',
    agent: among('identity_id', 'identities'),
    customer: null,
    kind: 'days',
    days: ['day', 'day'],
  },
  fact_layers: {
    columns: 'fact_kind fact_id import_id row_number mask patch',
    agent: layers,
    customer: layers,
  },
  quarantine: {
    columns: 'id import_id sheet row_number code column_name message columns cells dismissed_at',
    agent: holds('cells', 'names'),
    customer: holds('cells', 'references'),
    kind: 'set-aside',
  },
  imports: {
    columns:
      'id source_id kind vendor confidence file_name file_path file_sha256 file_bytes mappings imported_at undone_at rows_read rows_added rows_updated rows_unchanged rows_quarantined facts warnings place',
    agent: imports,
    customer: imports,
    kind: 'imports',
    isShared: true,
  },
  sources: neither('id name time_zone created_at lawful_basis', 'Systems and their time zones.'),
  source_mappings: neither('source_id signature mapping updated_at', 'Which column means what.'),
  teams: neither('id name site', 'Names of groups.'),
  labels: neither('id kind name', 'Names of queues, reasons, channels and dispositions.'),
  strata: neither('id queue_id reason_id channel_id', 'Which queue, reason and channel go together.'),
} as const satisfies Record<string, AboutTable>
