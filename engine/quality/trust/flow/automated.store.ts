import { all, type ReadableDatabase } from '../../../store/index.ts'

/** What the rules of the starter scorecard say of a question in one conversation; `score` NULL where they abstain. */
export interface AutomatedRow {
  interactionId: number
  questionKey: string
  score: number | null
  confidence: number | null
  scorerVersion: string
}

const AUTOMATED = `FROM evaluations JOIN transcripts ON transcripts.id = evaluations.transcript_id
  JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id JOIN scorecards ON scorecards.id = scorecard_versions.scorecard_id AND form_ref = ?1
  JOIN answers ON evaluation_id = evaluations.id JOIN questions ON questions.id = question_id`

/** The automated answers of these contacts; of several transcripts of one, those of the last to be read. `formRef` names the scorecard of the rules. */
export function readAutomated(
  database: ReadableDatabase,
  formRef: string,
  interactionIds: readonly number[],
): AutomatedRow[] {
  return all<AutomatedRow>(
    database,
    `SELECT evaluations.interaction_id AS interactionId, stable_key AS questionKey, score, confidence, version || '.' || read_version AS scorerVersion
     ${AUTOMATED} WHERE evaluations.interaction_id IN (SELECT value FROM json_each(?2)) AND origin = 'automated' ORDER BY evaluations.id`,
    formRef,
    JSON.stringify(interactionIds),
  )
}

/** What a scorer other than those rules says of a form's question; without an answer both `label` and `optionId` are NULL. */
export interface AnsweredRow {
  interactionId: number
  questionKey: string
  scorerId: string
  scorerVersion: string
  /** The words of the option it ticks, or the option's id. */
  label: string | null
  optionId: string | null
  score: number | null
  confidence: number | null
}

/** What the rules of a form say in these contacts' conversations; of several transcripts of one, the last to be answered last. */
export function readOwnRuleAnswers(
  database: ReadableDatabase,
  { scorecardId, scorerId }: { scorecardId: number; scorerId: string },
  interactionIds: readonly number[],
): AnsweredRow[] {
  return all<AnsweredRow>(
    database,
    `SELECT evaluations.interaction_id AS interactionId, stable_key AS questionKey, ?2 AS scorerId, said.value AS scorerVersion, answers.value AS label, NULL AS optionId,
       score, confidence
     FROM evaluations JOIN rule_evaluations ON rule_evaluations.evaluation_id = evaluations.id JOIN answers ON answers.evaluation_id = evaluations.id
     JOIN questions ON questions.id = question_id JOIN json_each(versions) AS said ON said.key = stable_key
     WHERE evaluations.interaction_id IN (SELECT value FROM json_each(?3)) AND rule_evaluations.scorecard_id = ?1 ORDER BY evaluations.id`,
    scorecardId,
    scorerId,
    JSON.stringify(interactionIds),
  )
}

/** What language models say of a form's questions in these contacts' conversations, each model's newest last. */
export function readModelsSaid(
  database: ReadableDatabase,
  scorecardId: number,
  interactionIds: readonly number[],
): AnsweredRow[] {
  return all<AnsweredRow>(
    database,
    `SELECT evaluations.interaction_id AS interactionId, stable_key AS questionKey, scorer_id AS scorerId, scorer_version AS scorerVersion, NULL AS label,
       iif(outcome = 'answered', answer, NULL) AS optionId, score, confidence
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN model_answers USING (evaluation_id, question_id)
     JOIN questions ON questions.id = answers.question_id
     WHERE evaluations.interaction_id IN (SELECT value FROM json_each(?2)) AND questions.scorecard_id = ?1 ORDER BY evaluations.id`,
    scorecardId,
    JSON.stringify(interactionIds),
  )
}

/** Which questions of which forms models were asked. */
export function readModelsAsked(
  database: ReadableDatabase,
): { scorecardId: number; questionKey: string; scorerId: string }[] {
  return all(
    database,
    `SELECT DISTINCT questions.scorecard_id AS scorecardId, stable_key AS questionKey, scorer_id AS scorerId
     FROM model_answers JOIN evaluations ON evaluations.id = model_answers.evaluation_id JOIN questions ON questions.id = question_id ORDER BY 1, 2, 3`,
  )
}

/** How much a scorer answered on some days. */
export interface AutomationRow {
  scorecardId: number
  scorerId: string
  questionKey: string
  conversations: number
  answered: number
  fails: number
}

/** How often the rules of forms and models answered, and failed, a question on some days (day numbers, both included). */
export function countOtherScorers(
  database: ReadableDatabase,
  ownRuleScorer: string,
  days: { from: number; to: number },
): AutomationRow[] {
  return all<AutomationRow>(
    database,
    `SELECT questions.scorecard_id AS scorecardId, coalesce(scorer_id, ?1) AS scorerId, stable_key AS questionKey, count(*) AS conversations, count(score) AS answered,
       ifnull(sum(score <= 0.5), 0) AS fails
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN questions ON questions.id = question_id
     WHERE contact_day BETWEEN ?2 AND ?3 AND origin = 'automated'
       AND (scorer_id IS NOT NULL OR evaluations.id IN (SELECT evaluation_id FROM rule_evaluations)) GROUP BY 1, 2, 3`,
    ownRuleScorer,
    days.from,
    days.to,
  )
}

/** How often the rules answered, and failed, a question on some days (day numbers, both included). */
export function countAutomated(
  database: ReadableDatabase,
  formRef: string,
  days: { from: number; to: number },
): { questionKey: string; conversations: number; answered: number; fails: number }[] {
  return all(
    database,
    `SELECT stable_key AS questionKey, count(*) AS conversations, count(score) AS answered, ifnull(sum(score <= 0.5), 0) AS fails
     ${AUTOMATED} WHERE evaluations.contact_day BETWEEN ?2 AND ?3 AND origin = 'automated' GROUP BY stable_key`,
    formRef,
    days.from,
    days.to,
  )
}

/** What a conversation is told apart by: whose it is, and how its words came about. */
export interface ConversationTraits {
  interactionId: number
  personId: number | null
  day: number | null
  language: string | null
  wordCount: number | null
  recognitionConfidence: number | null
}

/** The traits of these contacts, from their automatically answered transcript. */
export function readTraits(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): ConversationTraits[] {
  return all<ConversationTraits>(
    database,
    `SELECT interactions.id AS interactionId, person_id AS personId, interactions.day, told.language,
       (SELECT sum(length(trim(text)) - length(replace(trim(text), ' ', '')) + 1) FROM segments WHERE transcript_id = told.id AND trim(text) <> '') AS wordCount,
       (SELECT avg(confidence) FROM segments WHERE transcript_id = told.id) AS recognitionConfidence
     FROM interactions LEFT JOIN identities ON identities.id = interactions.identity_id
     LEFT JOIN transcripts AS told ON told.id = (
       SELECT transcript_id FROM evaluations WHERE evaluations.interaction_id = interactions.id AND origin = 'automated' AND transcript_id IS NOT NULL
       ORDER BY id DESC LIMIT 1)
     WHERE interactions.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(interactionIds),
  )
}

/** A question of a form as it stands in the workspace. */
export interface StatedQuestion {
  id: number
  scorecardId: number
  form: string
  questionKey: string
  label: string
}

/** The questions that people answered, here or in imports. */
export function readStatedQuestions(database: ReadableDatabase, formRef: string): StatedQuestion[] {
  return all<StatedQuestion>(
    database,
    `SELECT questions.id, scorecard_id AS scorecardId, scorecards.name AS form, stable_key AS questionKey, label
     FROM questions JOIN scorecards ON scorecards.id = scorecard_id WHERE form_ref IS NOT ? ORDER BY scorecard_id, position`,
    formRef,
  )
}

/**
 * How imported evaluations by people answered these questions, where the rules answered what they ask, too. Nobody knows how such evaluations were
 * selected. `asked` pairs the id of a question with what the rules call it.
 */
export function readImportedPairs(
  database: ReadableDatabase,
  formRef: string,
  asked: readonly (readonly [id: number, askedKey: string])[],
): { questionId: number; n: number; agreements: number }[] {
  return all(
    database,
    `WITH asked AS (SELECT value ->> 0 AS question, value ->> 1 AS called FROM json_each(?2)),
     automated AS (
       SELECT evaluations.interaction_id AS interaction, stable_key AS called, score, max(evaluations.id) AS latest
       ${AUTOMATED} WHERE origin = 'automated' AND evaluations.interaction_id IS NOT NULL GROUP BY 1, 2)
     SELECT asked.question AS questionId, count(*) AS n, sum(answers.is_not_applicable = 0 AND (answers.score > 0.5) = (automated.score > 0.5)) AS agreements
     FROM asked JOIN answers ON answers.question_id = asked.question JOIN evaluations ON evaluations.id = answers.evaluation_id
     JOIN automated ON automated.interaction = evaluations.interaction_id AND automated.called = asked.called
     WHERE origin <> 'automated' AND review_id IS NULL AND is_calibration = 0 AND automated.score IS NOT NULL
       AND (answers.score IS NOT NULL OR answers.is_not_applicable = 1)
     GROUP BY asked.question`,
    formRef,
    JSON.stringify(asked),
  )
}
