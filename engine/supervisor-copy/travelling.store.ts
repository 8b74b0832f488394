/** A table of which rows go into a supervisor's copy. */
export interface Travelling {
  name: string
  /** Columns that are told otherwise, by an SQL expression over the row as `mine`. */
  told?: Readonly<Record<string, string>>
  /** Which rows, of those the supervisor sees; all where it is not said. */
  where?: string
  /** Whose texts no name of anybody else is looked for in: what was said, and what is of no person. */
  isAsItStands?: true
}

const whole = (name: string, more: Omit<Travelling, 'name'> = {}): Travelling => ({
  name,
  isAsItStands: true,
  ...more,
})
const own = (name: string, more: Omit<Travelling, 'name'> = {}): Travelling => ({ name, ...more })
const all = (names: string, make: typeof own): Travelling[] => names.split(' ').map((name) => make(name))

const SEEN_NOW = `EXISTS (SELECT 1 FROM identities AS whose JOIN temp.seen ON seen.person_id = whose.person_id
  WHERE whose.id = mine.identity_id AND seen.to_day >= @newest)`
const OWN_CONTACT = (id: string) => `(${id} IS NULL OR ${id} IN (SELECT id FROM interactions))`
const only = (list: string, condition: string) =>
  `(SELECT json_group_array(json(one.value)) FROM json_each(mine.${list}) AS one WHERE ${condition})`
/** What a coach keeps for themselves. */
const OF_OWN_COACH = (column: string, empty: string) =>
  `CASE WHEN lower(mine.coach) = lower(@coach) THEN mine.${column} ELSE ${empty} END`
const OF_OWN_SESSION = `EXISTS (SELECT 1 FROM main.coaching_sessions AS held WHERE held.id = mine.session_id AND lower(held.coach) = lower(@coach))`
/** The session rests on days of which all were seen. */
const FIGURE_IS_OWN = `EXISTS (SELECT 1 FROM main.coaching_sessions AS held JOIN temp.seen ON seen.person_id = mine.person_id
  WHERE held.id = mine.session_id AND held.window_from >= seen.from_day AND held.window_to <= seen.to_day)`

/**
 * What goes into a supervisor's copy, each read through the views that narrow the workspace to their sight. A table that is in neither list stays
 * out, and a test asks for a reason.
 */
export const travelling: readonly Travelling[] = [
  ...all(
    'sources labels strata metric_targets pinned_weights scorecards questions model_questions trust_standings question_templates',
    whole,
  ),
  whole('scorecard_versions', { where: "mine.state <> 'draft'" }),
  whole('question_rules', { told: { edited_by: "''" } }),
  whole('sampling_draws', {
    told: {
      plan_id: 'NULL',
      name: "'Draw'",
      settings: "json_set(mine.settings, '$.reviewers', json('[]'))",
      seed: '0',
    },
  }),
  whole('forms_kept_apart'),
  whole('merged_workspaces', {
    where: 'mine.id IN (SELECT workspace_id FROM main.forms_kept_apart)',
    told: {
      uid: "'elsewhere ' || mine.id",
      name: "'Another workspace ' || mine.id",
      place: "''",
      fingerprint: "''",
      choices: "'{}'",
      findings: "'{}'",
    },
  }),
  own('teams'),
  own('identities'),
  own('roster_entries', {
    told: {
      manager_name: 'NULL',
      // of whoever went to another team nothing of later
      status: `CASE WHEN ${SEEN_NOW} THEN mine.status END`,
      left_day: `CASE WHEN ${SEEN_NOW} THEN mine.left_day END`,
      leave_from_day: `CASE WHEN ${SEEN_NOW} THEN mine.leave_from_day END`,
      leave_to_day: `CASE WHEN ${SEEN_NOW} THEN mine.leave_to_day END`,
    },
  }),
  ...all('interactions transcripts interaction_texts segments conversation_measures conversation_marks', own),
  ...all('segment_words silenced_spans segment_corrections', whole),
  own('recordings', {
    where: 'mine.transcript_id NOT IN (SELECT id FROM temp.withheld)',
    // where the file is not there any more, nothing of where it was
    told: { path: 'CASE WHEN mine.media_name IS NULL THEN mine.name END' },
  }),
  ...all(
    'recording_sounds evaluations surveys answers answer_edits evaluation_edits answer_evidence model_answers rule_evaluations',
    own,
  ),
  own('reviews', { told: { calibration_item_id: 'NULL' } }),
  ...all(
    'review_answers review_moments double_scored audit_picks sampling_chances disputes dispute_resolutions',
    own,
  ),
  ...all('shifts period_summaries', own),
  ...all('coached_marks evaluation_requests commitments session_answers', own),
  own('coaching_sessions', {
    told: {
      private_notes: OF_OWN_COACH('private_notes', "''"),
      draft: OF_OWN_COACH('draft', 'NULL'),
      moments: only('moments', OWN_CONTACT("(one.value ->> '$.evidence.interactionId')")),
    },
  }),
  own('coaching_session_people', {
    told: {
      draft_words: `CASE WHEN ${OF_OWN_SESSION} THEN mine.draft_words ELSE '' END`,
      figure: `CASE WHEN ${FIGURE_IS_OWN} THEN mine.figure END`,
    },
  }),
  ...all('waiting_lists waiting_list_people', own),
  own('systemic_findings', {
    told: { conversations: only('conversations', OWN_CONTACT("(one.value ->> '$.interactionId')")) },
  }),
  own('systemic_finding_events'),
]

/** Read from behind the views, which show none of them: of what travels alone. */
export const travellingFromBehind: readonly Travelling[] = [
  own('identity_links', {
    where:
      'mine.identity_id IN (SELECT id FROM identities) AND mine.other_identity_id IN (SELECT id FROM identities)',
  }),
  own('identity_proposals', {
    where:
      'mine.person_id IN (SELECT id FROM identities) AND mine.other_person_id IN (SELECT id FROM identities)',
  }),
  own('legal_holds', {
    where: `mine.lifted_at IS NULL AND CASE mine.kind
      WHEN 'person' THEN (mine.subject ->> '$.personId') IN (SELECT person_id FROM identities)
      WHEN 'customer' THEN (mine.subject ->> '$.customerHash') IN (
        SELECT customer_hash FROM interactions UNION SELECT stated_customer_hash FROM transcripts)
      WHEN 'conversation' THEN (mine.subject ->> '$.interactionId') IN (SELECT id FROM interactions)
      ELSE TRUE END`,
    told: { held_by: "'Administrator'" },
  }),
]

/** Tables of which nothing goes into a copy, or what is written there anew, and why. */
export const stayingBehind: Readonly<Record<string, string>> = {
  ...group(
    'who works here and what they may do: the copy has a profile, a policy and a log of its own',
    'profiles profile_teams policies approvals audit_log audit_events question_rule_events',
  ),
  ...group('the work of Debrief itself', 'lease jobs watched_files'),
  ...group(
    'read in anew for what travels: which files, without their names and counts',
    'imports identity_mentions question_statements',
  ),
  ...group('who was when in which of these teams is written by day', 'team_spells'),
  ...group('what files state of facts, and rows of files, are of everybody', 'fact_layers quarantine'),
  ...group(
    'sums are made anew; those of others come without names',
    'interaction_days observation_days aggregated_contacts aggregated_observations variance_shares',
  ),
  ...group('an index, made anew by what is put in', 'segment_search'),
  ...group(
    'rounds of reviewers over conversations of all teams',
    'calibration_sessions calibration_items calibration_submissions calibration_settlements calibration_reviewers',
  ),
  ...group('workspaces that were merged into this one', 'merged_imports merged_decisions merged_sessions'),
  ...group('what was asked of a language model', 'model_runs model_requests model_results'),
  ...group('what was deleted, and keyed hashes of it', 'deletions deleted_keys'),
  ...group('names and paths of files', 'transcript_places source_mappings'),
  ...group('of whoever made them', 'saved_searches question_drafts sampling_plans'),
  ...group('the few that a copy needs are named', 'settings'),
}

function group(reason: string, tables: string): Record<string, string> {
  return Object.fromEntries(tables.split(' ').map((table) => [table, reason]))
}

/** Settings that travel. */
export const travellingSettings: readonly string[] = [
  'preferences',
  // so that a customer who is deleted, or asks what is held, is found in the copy, too
  'customer-key',
  'disputes',
  'is-sample',
]
