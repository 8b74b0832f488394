/** A kind of record as a supervisor knows it, and where it stands. */
export interface RecordKind {
  one: string
  many: string
  table: string
  /** What tells one from another: an expression of SQL over the table, as a text that can be sorted. */
  key: string
  /** What one is called, an expression over the table; null where it has no name a person knows. */
  label: string | null
  /** Only these rows. */
  where?: string
  /** Columns that this needs, and that a backup of an older schema may lack: it then has none of them. */
  needs?: readonly string[]
}

/** What a restore is weighed by, what people made first. */
export const recordKinds: readonly RecordKind[] = [
  {
    one: 'coaching session',
    many: 'coaching sessions',
    table: 'coaching_sessions',
    key: 'id',
    label: 'title',
  },
  { one: 'commitment', many: 'commitments', table: 'commitments', key: 'id', label: 'behaviour' },
  {
    one: 'review',
    many: 'reviews',
    table: 'reviews',
    key: 'id',
    label: 'contact_ref',
    where: 'opened_at IS NOT NULL',
  },
  {
    one: 'answer of a review',
    many: 'answers of reviews',
    table: 'review_answers',
    key: "review_id || ' ' || question_key",
    label: null,
  },
  {
    one: 'mark that an action was coached',
    many: 'marks that actions were coached',
    table: 'coached_marks',
    key: 'id',
    label: 'note',
  },
  { one: 'dispute', many: 'disputes', table: 'disputes', key: 'id', label: 'comment' },
  { one: 'calibration', many: 'calibrations', table: 'calibration_sessions', key: 'id', label: 'name' },
  { one: 'finding', many: 'findings', table: 'systemic_findings', key: 'id', label: 'title' },
  {
    one: 'correction of a transcript',
    many: 'corrections of transcripts',
    table: 'segment_corrections',
    key: 'id',
    label: null,
  },
  { one: 'form', many: 'forms', table: 'scorecards', key: 'id', label: 'name' },
  {
    one: 'version of a form',
    many: 'versions of forms',
    table: 'scorecard_versions',
    key: 'id',
    label: null,
    where: "state <> 'stated'",
    needs: ['state'],
  },
  {
    one: 'rule',
    many: 'rules',
    table: 'question_rules',
    key: "scorecard_id || ' ' || question_key",
    label: 'question_key',
  },
  {
    one: 'set of questions',
    many: 'sets of questions',
    table: 'question_templates',
    key: 'id',
    label: 'name',
  },
  { one: 'saved search', many: 'saved searches', table: 'saved_searches', key: 'id', label: 'name' },
  { one: 'target', many: 'targets', table: 'metric_targets', key: 'metric_id', label: 'metric_id' },
  { one: 'profile', many: 'profiles', table: 'profiles', key: 'id', label: 'name' },
  {
    one: 'version of the policy',
    many: 'versions of the policy',
    table: 'policies',
    key: 'version',
    label: null,
  },
  { one: 'import', many: 'imports', table: 'imports', key: 'id', label: 'file_name' },
  {
    one: 'merged workspace',
    many: 'merged workspaces',
    table: 'merged_workspaces',
    key: 'id',
    label: 'name',
  },
  { one: 'contact', many: 'contacts', table: 'interactions', key: 'id', label: null },
  { one: 'conversation', many: 'conversations', table: 'transcripts', key: 'id', label: null },
  { one: 'evaluation', many: 'evaluations', table: 'evaluations', key: 'id', label: null },
  { one: 'survey', many: 'surveys', table: 'surveys', key: 'id', label: null },
  { one: 'shift', many: 'shifts', table: 'shifts', key: 'id', label: null },
]
