/** A view that stands in front of the table it is named after. */
interface NarrowView {
  name: string
  sql: string
}

const seen = (identity: string, day: string, last = day) =>
  `EXISTS (SELECT 1 FROM main.identities AS whose JOIN temp.seen ON seen.person_id = whose.person_id
     WHERE whose.id = ${identity} AND ${day} >= seen.from_day AND ${last} <= seen.to_day)`
const seenPerson = (person: string, day: string) =>
  `EXISTS (SELECT 1 FROM temp.seen WHERE seen.person_id = ${person} AND ${day} BETWEEN seen.from_day AND seen.to_day)`
const dayOf = (instant: string) => `${instant} / 86400000`

/** Rows of a table whose `column` stands in a narrowed one. */
const among = (name: string, column: string, of: string): NarrowView => ({
  name,
  sql: `SELECT * FROM main.${name} AS mine WHERE EXISTS (SELECT 1 FROM temp.${of} AS kept WHERE kept.id = mine.${column})`,
})
const byDay = (name: string, day = 'mine.day', last = day): NarrowView => ({
  name,
  sql: `SELECT * FROM main.${name} AS mine WHERE ${seen('mine.identity_id', day, last)}`,
})
const nothing = (name: string): NarrowView => ({ name, sql: `SELECT * FROM main.${name} WHERE 0` })

/** Tables as a person sees them who may see some people on some days: what has no day, or nobody, is nobody's. */
export const ownRecords: readonly NarrowView[] = [
  {
    name: 'identities',
    sql: 'SELECT * FROM main.identities AS mine WHERE EXISTS (SELECT 1 FROM temp.seen WHERE seen.person_id = mine.person_id)',
  },
  {
    name: 'teams',
    sql: 'SELECT * FROM main.teams AS mine WHERE mine.name IN (SELECT name FROM temp.seen_teams)',
  },
  {
    name: 'team_spells',
    sql: 'SELECT * FROM main.team_spells AS mine WHERE mine.team_id IN (SELECT id FROM temp.teams) AND mine.identity_id IN (SELECT id FROM temp.identities)',
  },
  among('roster_entries', 'identity_id', 'identities'),
  among('identity_mentions', 'identity_id', 'identities'),
  nothing('identity_links'),
  nothing('identity_proposals'),
  {
    name: 'interactions',
    sql: `SELECT * FROM main.interactions AS mine WHERE ${seen('mine.identity_id', 'mine.day')}
      OR ((mine.identity_id IS NULL OR mine.day IS NULL) AND EXISTS (SELECT 1 FROM main.transcripts AS words WHERE words.interaction_id = mine.id
        AND ${seen('coalesce(mine.identity_id, words.identity_id)', 'coalesce(mine.day, words.contact_day, words.day)')}))`,
  },
  {
    name: 'transcripts',
    sql: `SELECT mine.* FROM main.transcripts AS mine LEFT JOIN main.interactions AS contact ON contact.id = mine.interaction_id
      WHERE ${seen('coalesce(contact.identity_id, mine.identity_id)', 'coalesce(contact.day, mine.contact_day, mine.day)')}`,
  },
  among('interaction_texts', 'interaction_id', 'interactions'),
  among('told_transcripts', 'id', 'transcripts'),
  ...[
    'segments',
    'conversation_measures',
    'conversation_marks',
    'segment_words',
    'silenced_spans',
    'segment_corrections',
    'transcript_places',
    'recordings',
    'rule_evaluations',
  ].map((name) => among(name, 'transcript_id', 'transcripts')),
  among('recording_sounds', 'recording_id', 'recordings'),
  ...['evaluations', 'surveys'].map((name) => ({
    name,
    sql: `SELECT mine.* FROM main.${name} AS mine LEFT JOIN main.interactions AS contact ON contact.id = mine.interaction_id
      WHERE ${seen('coalesce(contact.identity_id, mine.identity_id)', 'coalesce(contact.day, mine.contact_day, mine.day)')}`,
  })),
  ...['answers', 'answer_evidence', 'answer_edits', 'evaluation_edits', 'model_answers', 'disputes'].map(
    (name) => among(name, 'evaluation_id', 'evaluations'),
  ),
  among('dispute_resolutions', 'dispute_id', 'disputes'),
  ...['shifts', 'interaction_days', 'observation_days', 'aggregated_contacts', 'aggregated_observations'].map(
    (name) => byDay(name),
  ),
  byDay('period_summaries', 'mine.from_day', 'mine.to_day'),
  among('reviews', 'interaction_id', 'interactions'),
  among('sampling_chances', 'interaction_id', 'interactions'),
  ...['review_answers', 'review_moments', 'double_scored', 'audit_picks'].map((name) =>
    among(name, 'review_id', 'reviews'),
  ),
  ...['coached_marks', 'evaluation_requests'].map((name) => ({
    name,
    sql: `SELECT * FROM main.${name} AS mine WHERE ${seenPerson('mine.person_id', dayOf('mine.at'))}`,
  })),
  {
    name: 'coaching_sessions',
    // with anybody else in it, it is theirs too
    sql: `SELECT * FROM main.coaching_sessions AS mine WHERE NOT EXISTS (SELECT 1 FROM main.coaching_session_people AS one
      WHERE one.session_id = mine.id AND NOT ${seenPerson('one.person_id', dayOf('coalesce(mine.held_at, mine.created_at)'))})
      AND EXISTS (SELECT 1 FROM main.coaching_session_people AS one WHERE one.session_id = mine.id)`,
  },
  ...['coaching_session_people', 'commitments', 'session_answers', 'merged_sessions'].map((name) =>
    among(name, 'session_id', 'coaching_sessions'),
  ),
  {
    name: 'waiting_lists',
    sql: `SELECT * FROM main.waiting_lists AS mine WHERE NOT EXISTS (SELECT 1 FROM main.waiting_list_people AS one
      WHERE one.list_id = mine.id AND NOT ${seenPerson('one.person_id', 'mine.drawn_day')})`,
  },
  among('waiting_list_people', 'list_id', 'waiting_lists'),
  {
    name: 'systemic_findings',
    sql: `SELECT * FROM main.systemic_findings AS mine WHERE mine.group_kind = 'team'
      AND mine.group_key IN (SELECT CAST(id AS TEXT) FROM temp.teams)`,
  },
  among('systemic_finding_events', 'finding_id', 'systemic_findings'),
  {
    name: 'imports',
    sql: `SELECT id, source_id, kind, vendor, confidence, 'a file' AS file_name, NULL AS file_path, file_sha256, file_bytes, mappings, imported_at, undone_at,
      rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, '[]' AS warnings, place FROM main.imports`,
  },
  {
    name: 'question_rules',
    sql: "SELECT scorecard_id, question_key, version, state, rule, '[]' AS examples, revision, updated_at, edited_by FROM main.question_rules",
  },
  ...[
    'quarantine',
    'standing_quarantine',
    'saved_searches',
    'audit_log',
    'calibration_sessions',
    'calibration_items',
    'calibration_submissions',
    'calibration_settlements',
    'merged_workspaces',
    'merged_decisions',
    'fact_layers',
    'legal_holds',
    'deletions',
  ].map(nothing),
]

/** A view of a whole table (or of the narrowed one before it) with some columns told otherwise. */
const told = (
  name: string,
  columns: readonly string[],
  others: Readonly<Record<string, string>>,
): NarrowView => ({
  name,
  sql: `SELECT ${columns.map((column) => (others[column] === undefined ? column : `${others[column]} AS ${column}`)).join(', ')} FROM main.${name}`,
})

/** Tables as somebody sees them from whom names of agents are hidden: a number stands for each. */
export function hiddenNames(columnsOf: (table: string) => string[]): NarrowView[] {
  const view = (name: string, others: Record<string, string>) => told(name, columnsOf(name), others)
  return [
    view('identities', {
      name: "'Agent ' || person_id",
      external_id: 'NULL',
      email: 'NULL',
      other_ids: "'[]'",
      key: "''",
    }),
    view('roster_entries', { manager_name: 'NULL' }),
    view('recordings', { name: "'Recording ' || id", title: 'NULL' }),
    view('imports', { file_name: "'a file'", file_path: 'NULL', warnings: "'[]'" }),
    ...['quarantine', 'standing_quarantine', 'identity_links', 'identity_proposals', 'saved_searches'].map(
      nothing,
    ),
  ]
}
