import { msg, type MessageDescriptor } from '#speech'

/** A kind of record as a supervisor knows it, and where it stands. */
export interface RecordKind {
  one: MessageDescriptor
  many: MessageDescriptor
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
    one: msg`coaching session`,
    many: msg`coaching sessions`,
    table: 'coaching_sessions',
    key: 'id',
    label: 'title',
  },
  { one: msg`commitment`, many: msg`commitments`, table: 'commitments', key: 'id', label: 'behaviour' },
  {
    one: msg`review`,
    many: msg`reviews`,
    table: 'reviews',
    key: 'id',
    label: 'contact_ref',
    where: 'opened_at IS NOT NULL',
  },
  {
    one: msg`answer of a review`,
    many: msg`answers of reviews`,
    table: 'review_answers',
    key: "review_id || ' ' || question_key",
    label: null,
  },
  {
    one: msg`mark that an action was coached`,
    many: msg`marks that actions were coached`,
    table: 'coached_marks',
    key: 'id',
    label: 'note',
  },
  { one: msg`dispute`, many: msg`disputes`, table: 'disputes', key: 'id', label: 'comment' },
  { one: msg`calibration`, many: msg`calibrations`, table: 'calibration_sessions', key: 'id', label: 'name' },
  { one: msg`finding`, many: msg`findings`, table: 'systemic_findings', key: 'id', label: 'title' },
  {
    one: msg`correction of a transcript`,
    many: msg`corrections of transcripts`,
    table: 'segment_corrections',
    key: 'id',
    label: null,
  },
  { one: msg`form`, many: msg`forms`, table: 'scorecards', key: 'id', label: 'name' },
  {
    one: msg`version of a form`,
    many: msg`versions of forms`,
    table: 'scorecard_versions',
    key: 'id',
    label: null,
    where: "state <> 'stated'",
    needs: ['state'],
  },
  {
    one: msg`rule`,
    many: msg`rules`,
    table: 'question_rules',
    key: "scorecard_id || ' ' || question_key",
    label: 'question_key',
  },
  {
    one: msg`set of questions`,
    many: msg`sets of questions`,
    table: 'question_templates',
    key: 'id',
    label: 'name',
  },
  { one: msg`saved search`, many: msg`saved searches`, table: 'saved_searches', key: 'id', label: 'name' },
  { one: msg`target`, many: msg`targets`, table: 'metric_targets', key: 'metric_id', label: 'metric_id' },
  { one: msg`profile`, many: msg`profiles`, table: 'profiles', key: 'id', label: 'name' },
  {
    one: msg`version of the policy`,
    many: msg`versions of the policy`,
    table: 'policies',
    key: 'version',
    label: null,
  },
  { one: msg`import`, many: msg`imports`, table: 'imports', key: 'id', label: 'file_name' },
  {
    one: msg`merged workspace`,
    many: msg`merged workspaces`,
    table: 'merged_workspaces',
    key: 'id',
    label: 'name',
  },
  { one: msg`contact`, many: msg`contacts`, table: 'interactions', key: 'id', label: null },
  { one: msg`conversation`, many: msg`conversations`, table: 'transcripts', key: 'id', label: null },
  { one: msg`evaluation`, many: msg`evaluations`, table: 'evaluations', key: 'id', label: null },
  { one: msg`survey`, many: msg`surveys`, table: 'surveys', key: 'id', label: null },
  { one: msg`shift`, many: msg`shifts`, table: 'shifts', key: 'id', label: null },
]
