import { among, beyond, holds, neither, type AboutTable } from './conditions.store.ts'

const ofDisputes = `(${among('evaluation_id', 'evaluations')} OR ${among('review_id', 'reviews')})`
const ofResolutions = `dispute_id IN (SELECT id FROM disputes WHERE ${ofDisputes})`

/** A conversation that several score is in the workspace by its review, or came with the session as a copy that says what it is called. */
const items = `SELECT calibration_item_id FROM reviews WHERE ${among('id', 'reviews')}`
const ofItems = `(id IN (${items}) OR ${holds('conversation', 'references')})`
const ofSubmissions = `item_id IN (${items})`
const ofSettlements = ofSubmissions

/** Evaluations, reviews and what hangs on them. */
export const qualityTables = {
  evaluations: {
    columns:
      'id import_id row_number source_id review_id evaluation_ref content_key transcript_id scorecard_version_id identity_id contact_ref interaction_id evaluator evaluated_at day contact_day vendor_score computed_score score_before_fail is_calibration is_representative has_failed_critical origin comment scorer_id scorer_version weight',
    agent: among('id', 'evaluations'),
    customer: among('id', 'evaluations'),
    kind: 'evaluations',
    days: ['coalesce(contact_day, day)', 'coalesce(contact_day, day)'],
  },
  evaluation_edits: {
    columns: 'evaluation_id vendor_score computed_score score_before_fail has_failed_critical',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
  },
  answers: {
    columns:
      'evaluation_id question_id value score points max_points weight is_not_applicable has_failed_critical comment automated_value confidence abstained_because set_by root_causes',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
    kind: 'answers',
  },
  answer_edits: {
    columns:
      'evaluation_id question_id value score points max_points weight is_not_applicable has_failed_critical',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
  },
  answer_evidence: {
    columns: 'evaluation_id question_id position segment start_char end_char start_ms end_ms quote',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
  },
  model_answers: {
    columns: 'evaluation_id question_id outcome answer reason conversation_sha256 asked',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
  },
  rule_evaluations: {
    columns: 'evaluation_id scorecard_id transcript_id basis versions',
    agent: among('evaluation_id', 'evaluations'),
    customer: among('evaluation_id', 'evaluations'),
  },
  disputes: {
    columns:
      'id evaluation_id question_id review_id source_id evaluation_ref content_key evaluated_at evaluator round raised_by raised_as raised_at comment standing proposed moment file_key withdrawn_at',
    agent: ofDisputes,
    customer: ofDisputes,
    kind: 'disputes',
    instant: 'raised_at',
  },
  dispute_resolutions: {
    columns:
      'id dispute_id outcome answer resolved_by resolved_at remark fault may_lower score_before score_after undone_at',
    agent: ofResolutions,
    customer: ofResolutions,
  },
  reviews: {
    columns:
      'id scorecard_id scorecard_version_id interaction_id source_id contact_ref day selection draw_id why chance state reviewer created_at opened_at submitted_at skipped_at skip_reason active_ms comment calibration_item_id before_draw',
    agent: among('id', 'reviews'),
    customer: among('id', 'reviews'),
    kind: 'reviews',
    days: ['day', 'day'],
  },
  review_answers: {
    columns:
      'review_id question_key option_ids number text is_not_applicable set_by note root_causes answered_at',
    agent: among('review_id', 'reviews'),
    customer: among('review_id', 'reviews'),
  },
  review_moments: {
    columns: 'review_id question_key position segment start_char end_char start_ms end_ms quote',
    agent: among('review_id', 'reviews'),
    customer: among('review_id', 'reviews'),
  },
  double_scored: {
    columns:
      'review_id question_key scorer_id scorecard_id scorer_version automated confidence draw chance is_audit team language word_count recognition_confidence human answered_at counted_at filled_by automated_option human_option corrected corrected_option',
    agent: among('review_id', 'reviews'),
    customer: among('review_id', 'reviews'),
  },
  audit_picks: {
    columns: 'review_id question_key scorer_id draw chance',
    agent: among('review_id', 'reviews'),
    customer: among('review_id', 'reviews'),
  },
  sampling_chances: {
    columns: 'draw_id interaction_id chance',
    agent: among('interaction_id', 'interactions'),
    customer: among('interaction_id', 'interactions'),
  },
  calibration_items: {
    columns: 'id session_id uid position conversation',
    agent: ofItems,
    customer: ofItems,
    isShared: true,
  },
  calibration_submissions: {
    columns: 'id item_id reviewer digest submitted_at came_at file_name content',
    agent: ofSubmissions,
    customer: ofSubmissions,
    isShared: true,
  },
  calibration_settlements: {
    columns: 'item_id question_key basis answer taken_from remark settled_by settled_at',
    agent: ofSettlements,
    customer: ofSettlements,
    isShared: true,
  },
  calibration_sessions: neither(
    'id uid workspace_uid is_ours secret name mode expert scorecard_id scorecard_version_id state created_at revealed_at settled_at',
    'Which form is compared on; what was scored is in its items.',
  ),
  calibration_reviewers: neither(
    'session_id reviewer position is_left_out exported_at ticket',
    'Who scores: reviewers, not agents.',
  ),
  scorecards: neither('id name form_ref strategy', 'Forms.'),
  scorecard_versions: neither(
    'id scorecard_id version state definition based_on_id note edited_at published_at revision',
    'Forms.',
  ),
  questions: neither(
    'id scorecard_id stable_key label section position weight is_critical',
    'Questions of forms.',
  ),
  question_statements: neither(
    'question_id import_id label section weight',
    'What imports say of questions.',
  ),
  question_rules: {
    columns: 'scorecard_id question_key version state rule examples revision updated_at edited_by',
    agent: holds('examples', 'names'),
    customer: holds('examples', 'references'),
    isShared: true,
  },
  question_rule_events: neither(
    'id scorecard_id question_key at who kind from_version to_version',
    'Which version of a rule answers.',
  ),
  sampling_plans: neither(
    'id name kind scorecard_id settings created_at retired_at',
    'How conversations are picked.',
  ),
  sampling_draws: neither(
    'id plan_id scorecard_id kind name settings seed from_day to_day eligible picked drawn_at',
    'When conversations were picked, and how many; which ones stands in the chances.',
  ),
  trust_standings: neither(
    'scorecard_id question_key scorer_id standing',
    'How far a question is left to machines.',
  ),
  forms_kept_apart: neither('scorecard_id beside_id workspace_id', 'Forms.'),
  model_questions: neither('scorecard_id question_key', 'Which questions a model may be asked.'),
  model_requests: neither(
    'id run_id at purpose host model attempts tokens_in tokens_out sha256 outcome',
    'That a request was made; a hash tells of what.',
  ),
  model_runs: neither(
    'id job_id scorecard_id form from_day to_day question_keys host model started_at ended_at state sentence counts requests tokens_in tokens_out is_estimated request_ms money currency',
    'How many conversations were scored in a batch.',
  ),
  model_results: beyond(
    'key result at',
    'Answers of a language model with quotes, kept under a hash of all they rest on: none can be told to be about somebody, and all can be asked for again.',
  ),
} as const satisfies Record<string, AboutTable>
