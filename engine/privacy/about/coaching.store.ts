import { among, holds, neither, type AboutTable } from './conditions.store.ts'

/** Moments quote conversations. */
const quotedInMoments = `EXISTS (SELECT 1 FROM json_each(moments) AS moment WHERE ${among("json_extract(moment.value, '$.evidence.interactionId')", 'interactions')})`
const picked = `EXISTS (SELECT 1 FROM json_each(conversations) AS picked WHERE ${among("json_extract(picked.value, '$.interactionId')", 'interactions')})`

/** What was noted in coaching and about groups. */
export const coachingTables = {
  coached_marks: {
    columns: 'id person_id driver_id at note removed_at',
    agent: among('person_id', 'identities'),
    customer: null,
    kind: 'marks',
    instant: 'at',
  },
  evaluation_requests: {
    columns: 'id person_id driver_id n at',
    agent: among('person_id', 'identities'),
    customer: null,
    instant: 'at',
  },
  coaching_sessions: {
    columns:
      'id state title coach driver_id focus_label window_from window_to agenda questions moments shared_notes private_notes template_id planned_at planned_minutes started_at held_ms running_since held_at next_at created_at updated_at removed_at draft',
    agent: among('id', 'sessions'),
    customer: quotedInMoments,
    kind: 'sessions',
    instant: 'coalesce(held_at, planned_at, created_at)',
    isShared: true,
  },
  coaching_session_people: {
    columns:
      'session_id person_id name team figure acknowledged_at acknowledged_how agrees comment draft_words',
    agent: among('person_id', 'identities'),
    customer: null,
  },
  commitments: {
    columns:
      'id session_id person_id behaviour seen_by due_day state closed_at closed_note created_at removed_at',
    agent: among('person_id', 'identities'),
    customer: null,
    kind: 'commitments',
    instant: 'created_at',
  },
  session_answers: {
    columns: 'id session_id person_id how made_at taken_at agrees comment disputes',
    agent: among('person_id', 'identities'),
    customer: null,
  },
  merged_sessions: {
    columns: 'session_id workspace_id their_id digest',
    agent: among('session_id', 'sessions'),
    customer: null,
    isShared: true,
  },
  waiting_list_people: {
    columns: 'list_id place person_id name is_first',
    agent: among('person_id', 'identities'),
    customer: null,
    kind: 'lists',
  },
  waiting_lists: neither(
    'id driver_id driver_label window_from window_to seed drawn_day drawn_at drawn_by removed_at',
    'What a draw was about; who was drawn stands in its people.',
  ),
  systemic_findings: {
    columns:
      'id title driver_id driver_label group_kind group_key group_label owner status why window_from window_to figures conversations due_day check_from created_at updated_at removed_at',
    agent: picked,
    customer: picked,
    kind: 'findings',
    instant: 'created_at',
    isShared: true,
  },
  systemic_finding_events: {
    columns: 'id finding_id at kind text',
    agent: holds('text', 'names'),
    customer: holds('text', 'references'),
    isShared: true,
  },
  question_templates: neither(
    'id ready_key name driver_id questions updated_at removed_at',
    'Questions for sessions.',
  ),
  question_drafts: neither(
    'template_id name driver_id text',
    'Questions for sessions, while they are typed.',
  ),
  pinned_weights: neither('driver_id value at', 'What drivers count.'),
  metric_targets: neither('metric_id value set_at', 'Targets.'),
  variance_shares: neither(
    'id facts_revision from_day to_day computed_at result',
    'Shares of teams and queues, of nobody alone.',
  ),
} as const satisfies Record<string, AboutTable>
