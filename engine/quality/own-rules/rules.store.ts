import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A question of a form. */
export interface RuledQuestion {
  scorecardId: number
  questionKey: string
}

/** One version of a question's rule; `rule` and `examples` are JSON. */
export interface RuleVersionRow extends RuledQuestion {
  version: number
  state: 'draft' | 'active' | 'past'
  rule: string
  examples: string
  updatedAt: number
  editedBy: string
}

/** Another version (or none) came to answer a question. */
export interface RuleEventRow {
  id: number
  at: number
  who: string
  kind: 'activated' | 'deactivated' | 'undone'
  fromVersion: number | null
  toVersion: number | null
}

const VERSION = `SELECT scorecard_id AS scorecardId, question_key AS questionKey, version, state, rule, examples, updated_at AS updatedAt,
  edited_by AS editedBy FROM question_rules`

/** Every version of a question's rule, newest first. */
export function readRuleVersions(
  database: ReadableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
): RuleVersionRow[] {
  return all<RuleVersionRow>(
    database,
    `${VERSION} WHERE scorecard_id = ? AND question_key = ? ORDER BY version DESC`,
    scorecardId,
    questionKey,
  )
}

/** The rules that answer now, form by form. */
export function readActiveRules(database: ReadableDatabase): RuleVersionRow[] {
  return all<RuleVersionRow>(
    database,
    `${VERSION} WHERE state = 'active' ORDER BY scorecard_id, question_key`,
  )
}

/** Which questions of a form have a rule that answers, and which a draft of one. */
export function readRuledQuestions(
  database: ReadableDatabase,
  scorecardId: number,
): { questionKey: string; state: 'draft' | 'active' }[] {
  return all(
    database,
    `SELECT question_key AS questionKey, state FROM question_rules WHERE scorecard_id = ? AND state <> 'past' ORDER BY question_key, state`,
    scorecardId,
  )
}

/** A number that grows with everything done to a question's rule. */
export function readRuleRevision(
  database: ReadableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
): number {
  return one<{ revision: number }>(
    database,
    `SELECT (SELECT ifnull(sum(revision), 0) FROM question_rules WHERE scorecard_id = ?1 AND question_key = ?2)
       + (SELECT count(*) FROM question_rule_events WHERE scorecard_id = ?1 AND question_key = ?2) AS revision`,
    scorecardId,
    questionKey,
  )!.revision
}

/** Writes the draft, a version of its own above all others where there is none yet. */
export function writeRuleDraft(
  database: WritableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
  draft: { rule: string; examples: string; at: number; who: string },
): void {
  const { rule, examples, at, who } = draft
  const { changes } = run(
    database,
    `UPDATE question_rules SET rule = ?3, examples = ?4, revision = revision + 1, updated_at = ?5, edited_by = ?6
     WHERE scorecard_id = ?1 AND question_key = ?2 AND state = 'draft'`,
    scorecardId,
    questionKey,
    rule,
    examples,
    at,
    who,
  )
  if (changes > 0) return
  run(
    database,
    `INSERT INTO question_rules (scorecard_id, question_key, version, state, rule, examples, revision, updated_at, edited_by)
     SELECT ?1, ?2, ifnull(max(version), 0) + 1, 'draft', ?3, ?4, 1, ?5, ?6 FROM question_rules WHERE scorecard_id = ?1 AND question_key = ?2`,
    scorecardId,
    questionKey,
    rule,
    examples,
    at,
    who,
  )
}

/** Says what a version is from now on. */
export function setRuleState(
  database: WritableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
  version: number,
  state: RuleVersionRow['state'],
): void {
  run(
    database,
    'UPDATE question_rules SET state = ? WHERE scorecard_id = ? AND question_key = ? AND version = ?',
    state,
    scorecardId,
    questionKey,
    version,
  )
}

/** What was decided about a question's rule, newest first. */
export function readRuleEvents(
  database: ReadableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
): RuleEventRow[] {
  return all<RuleEventRow>(
    database,
    `SELECT id, at, who, kind, from_version AS fromVersion, to_version AS toVersion FROM question_rule_events
     WHERE scorecard_id = ? AND question_key = ? ORDER BY id DESC`,
    scorecardId,
    questionKey,
  )
}

/** Notes what was decided. */
export function writeRuleEvent(
  database: WritableDatabase,
  { scorecardId, questionKey }: RuledQuestion,
  event: Omit<RuleEventRow, 'id'>,
): void {
  run(
    database,
    `INSERT INTO question_rule_events (scorecard_id, question_key, at, who, kind, from_version, to_version) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    scorecardId,
    questionKey,
    event.at,
    event.who,
    event.kind,
    event.fromVersion,
    event.toVersion,
  )
}
