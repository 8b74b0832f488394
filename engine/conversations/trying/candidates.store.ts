import { all, type ReadableDatabase } from '../../store/index.ts'

/** A conversation a rule may be tried on. */
export interface CandidateRow {
  transcriptId: number
  interactionId: number
  contactRef: string | null
  personId: number | null
  at: number | null
  /** How a person answered the question of it last: the share of the best, or NULL; nothing of both where nobody did. */
  humanScore: number | null
  isNotApplicable: number | null
}

const HUMAN = `SELECT evaluations.interaction_id, answers.score, answers.is_not_applicable, max(evaluations.id)
  FROM questions JOIN answers ON answers.question_id = questions.id JOIN evaluations ON evaluations.id = answers.evaluation_id
  WHERE questions.scorecard_id = ?1 AND stable_key = ?2 AND origin <> 'automated' AND is_calibration = 0 AND evaluations.interaction_id IS NOT NULL
    AND (answers.score IS NOT NULL OR answers.is_not_applicable = 1)
  GROUP BY evaluations.interaction_id`

/** Conversations with words of the last `days` before the newest one, newest first; of one person where asked for. */
export function readCandidates(
  database: ReadableDatabase,
  asked: { scorecardId: number; questionKey: string },
  scope: { days: number; agentId?: number | undefined; limit: number },
): CandidateRow[] {
  return all<CandidateRow>(
    database,
    `WITH human AS MATERIALIZED (${HUMAN}),
     told AS (
       SELECT min(id) AS id, interaction_id FROM transcripts
       WHERE interaction_id IS NOT NULL AND contact_day > (SELECT max(contact_day) FROM transcripts) - ?3 AND read_version IS NOT NULL
         AND id NOT IN (SELECT id FROM shadowed_transcripts) AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id)
       GROUP BY interaction_id)
     SELECT told.id AS transcriptId, interactions.id AS interactionId, interactions.contact_ref AS contactRef, identities.person_id AS personId,
       interactions.started_at AS at, human.score AS humanScore, human.is_not_applicable AS isNotApplicable
     FROM told JOIN interactions ON interactions.id = told.interaction_id
     LEFT JOIN identities ON identities.id = interactions.identity_id LEFT JOIN human ON human.interaction_id = interactions.id
     WHERE ?4 IS NULL OR identities.person_id = ?4
     ORDER BY interactions.day DESC, interactions.started_at DESC, interactions.id DESC LIMIT ?5`,
    asked.scorecardId,
    asked.questionKey,
    scope.days,
    scope.agentId ?? null,
    scope.limit,
  )
}

/** The transcript one reads of each of these contacts. */
export function readTranscriptsOf(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): { transcriptId: number; interactionId: number }[] {
  return all(
    database,
    `SELECT min(id) AS transcriptId, interaction_id AS interactionId FROM transcripts
     WHERE interaction_id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT id FROM shadowed_transcripts)
       AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id)
     GROUP BY interaction_id`,
    JSON.stringify(interactionIds),
  )
}
