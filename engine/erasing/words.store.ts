import { each, one, run, type WritableDatabase } from '../store/index.ts'
import { factKinds } from '../fact-kinds.ts'

const WORDS = '(SELECT id FROM temp.gone_words)'
const TEXTS = '(SELECT id FROM temp.gone_texts)'
const COMMENTS = '(SELECT id FROM temp.gone_comments)'
const REMARKS = '(SELECT id FROM temp.gone_remarks)'
/** Reviews and scores quote the conversation they are of. */
const QUOTING = `(SELECT id FROM evaluations WHERE transcript_id IN ${WORDS}
  OR interaction_id IN (SELECT interaction_id FROM transcripts WHERE id IN ${WORDS} AND interaction_id IS NOT NULL) OR id IN ${REMARKS})`
const REVIEWS = `(SELECT id FROM reviews WHERE interaction_id IN (SELECT interaction_id FROM transcripts WHERE id IN ${WORDS} AND interaction_id IS NOT NULL)
  OR id IN (SELECT review_id FROM evaluations WHERE id IN ${REMARKS}))`

/** Takes away what was said in the chosen conversations, and every quote of it. What was measured stays. */
export function eraseWords(database: WritableDatabase, at: number): { turns: number; quotes: number } {
  forgetExamples(database)
  run(database, `DELETE FROM segment_corrections WHERE transcript_id IN ${WORDS}`)
  run(database, `DELETE FROM segment_words WHERE transcript_id IN ${WORDS}`)
  // as long as there is sound, what was silenced in it stays silent
  run(
    database,
    `DELETE FROM silenced_spans WHERE transcript_id IN ${WORDS} AND transcript_id NOT IN (SELECT transcript_id FROM recordings)`,
  )
  const turns = run(database, `DELETE FROM segments WHERE transcript_id IN ${WORDS}`).changes
  run(
    database,
    `UPDATE transcripts SET words_deleted_at = ifnull(words_deleted_at, ?), vendor_facts = '{}' WHERE id IN ${WORDS}`,
    at,
  )
  run(
    database,
    `DELETE FROM fact_layers WHERE fact_kind = ${factKinds.transcripts.code} AND fact_id IN ${WORDS}`,
  )
  const quotes =
    run(database, `DELETE FROM answer_evidence WHERE evaluation_id IN ${QUOTING}`).changes +
    run(database, `DELETE FROM review_moments WHERE review_id IN ${REVIEWS}`).changes
  run(database, `UPDATE disputes SET moment = NULL WHERE evaluation_id IN ${QUOTING}`)
  // what a language model answered is kept with quotes, to be asked nothing twice
  run(database, `DELETE FROM model_results WHERE EXISTS ${WORDS}`)
  return { turns, quotes }
}

/** Takes away subjects and descriptions of contacts. */
export function eraseTexts(database: WritableDatabase): number {
  forgetStated(database, factKinds.interactions.code, TEXTS, ['subject', 'description'])
  return run(database, `DELETE FROM interaction_texts WHERE interaction_id IN ${TEXTS}`).changes
}

/** Takes away what customers wrote in surveys; what was read from it stays. */
export function eraseComments(database: WritableDatabase): number {
  forgetStated(database, factKinds.surveys.code, COMMENTS, ['comment'])
  return run(database, `UPDATE surveys SET comment = NULL WHERE comment IS NOT NULL AND id IN ${COMMENTS}`)
    .changes
}

/** Takes away what reviewers and agents wrote about the chosen conversations; scores and answers stay. */
export function eraseRemarks(database: WritableDatabase): number {
  run(
    database,
    `DELETE FROM fact_layers WHERE fact_kind = ${factKinds.evaluations.code} AND fact_id IN ${REMARKS}`,
  )
  // the answer to a question that asks for text is text, too, wherever it was copied to
  const isText = (
    table: string,
  ) => `EXISTS (SELECT 1 FROM evaluations JOIN questions ON questions.id = ${table}.question_id
    JOIN review_answers ON review_answers.review_id = evaluations.review_id AND question_key = stable_key
    WHERE evaluations.id = ${table}.evaluation_id AND text <> '')`
  for (const table of ['answers', 'answer_edits'])
    run(
      database,
      `UPDATE ${table} SET value = NULL WHERE evaluation_id IN ${REMARKS} AND value IS NOT NULL AND ${isText(table)}`,
    )
  run(
    database,
    `UPDATE review_answers SET note = '', text = '' WHERE review_id IN ${REVIEWS} AND (note <> '' OR text <> '')`,
  )
  run(
    database,
    `UPDATE reviews SET comment = '', why = '', skip_reason = iif(skip_reason IS NULL, NULL, ''),
       before_draw = iif(before_draw IS NULL, NULL, json_set(before_draw, '$.why', '')) WHERE id IN ${REVIEWS}`,
  )
  run(database, `UPDATE disputes SET comment = '', moment = NULL WHERE evaluation_id IN ${REMARKS}`)
  run(
    database,
    `UPDATE dispute_resolutions SET remark = '' WHERE dispute_id IN (SELECT id FROM disputes WHERE evaluation_id IN ${REMARKS})`,
  )
  return (
    run(
      database,
      `UPDATE answers SET comment = NULL WHERE comment IS NOT NULL AND evaluation_id IN ${REMARKS}`,
    ).changes +
    run(database, `UPDATE evaluations SET comment = NULL WHERE comment IS NOT NULL AND id IN ${REMARKS}`)
      .changes
  )
}

/** Lets go what imports state of some columns of facts: an undo would write it back. Whose layers only say that they agree are spelled by the fact. */
function forgetStated(
  database: WritableDatabase,
  code: number,
  facts: string,
  columns: readonly string[],
): void {
  run(
    database,
    `UPDATE fact_layers SET patch = (
       SELECT json_group_array(json(value)) FROM json_each(patch) WHERE json_extract(value, '$[0]') NOT IN (SELECT value FROM json_each(?2)))
     WHERE patch IS NOT NULL AND fact_kind = ?1 AND fact_id IN ${facts}`,
    code,
    JSON.stringify(columns),
  )
}

/** A rule's examples that were taken from the chosen conversations are copies of what was said in them: they go by their words. */
function forgetExamples(database: WritableDatabase): void {
  const known = new Map<string, Set<string>>()
  const rules = [
    ...each<{ scorecardId: number; key: string; version: number; examples: string }>(
      database,
      "SELECT scorecard_id AS scorecardId, question_key AS key, version, examples FROM question_rules WHERE examples <> '[]'",
    ),
  ].map((rule) => ({ ...rule, list: JSON.parse(rule.examples) as { turns: { text: string }[] }[] }))
  for (const { list } of rules)
    for (const { turns } of list) for (const { text } of turns) known.set(text, new Set())
  if (known.size === 0) return
  const said = new Set<string>()
  for (const { text } of each<{ text: string }>(
    database,
    `SELECT text FROM segments WHERE transcript_id IN ${WORDS}`,
  ))
    if (known.has(text) && text.length >= LEAST_TELLING) said.add(text)
  for (const { scorecardId, key, version, list } of rules) {
    const kept = list.filter(({ turns }) => !turns.some(({ text }) => said.has(text)))
    if (kept.length < list.length)
      run(
        database,
        'UPDATE question_rules SET examples = ? WHERE scorecard_id = ? AND question_key = ? AND version = ?',
        JSON.stringify(kept),
        scorecardId,
        key,
        version,
      )
  }
}

/** "Yes, please." is said in many conversations: shorter turns tell nothing of where an example comes from. */
const LEAST_TELLING = 30

/** Whether anything said in the chosen conversations is still there, in the search index, too. */
export function hasWords(database: WritableDatabase): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM segments WHERE transcript_id IN ${WORDS} UNION ALL SELECT 1 FROM segment_words WHERE transcript_id IN ${WORDS}
       UNION ALL SELECT 1 FROM answer_evidence WHERE evaluation_id IN ${QUOTING}
       UNION ALL SELECT 1 FROM interaction_texts WHERE interaction_id IN ${TEXTS}
       UNION ALL SELECT 1 FROM surveys WHERE comment IS NOT NULL AND id IN ${COMMENTS} LIMIT 1`,
    ) !== undefined
  )
}
