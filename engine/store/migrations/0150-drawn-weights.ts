// What a drawn review stands for, and its sums by day apart from those of evaluations nobody knows the selection of.
export const up = `
-- 1 over the probability with which it was drawn. NULL where an import brought it, a person picked it, or only what was remarkable about it.
ALTER TABLE evaluations ADD COLUMN weight REAL;
UPDATE evaluations SET weight = (
  SELECT 1.0 / chance FROM reviews WHERE reviews.id = evaluations.review_id AND chance > 0 AND (selection IN ('random', 'settle') OR (selection = 'risk' AND EXISTS (
    SELECT 1 FROM sampling_chances JOIN sampling_draws ON sampling_draws.id = draw_id
    WHERE sampling_chances.interaction_id = reviews.interaction_id AND sampling_draws.scorecard_id = reviews.scorecard_id AND kind IN ('random', 'settle')))))
WHERE review_id IS NOT NULL AND is_calibration = 0;

CREATE TABLE new_observation_days (
  metric_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  identity_id INTEGER NOT NULL,
  stratum_id INTEGER NOT NULL,
  -- 1: of reviews drawn with a known probability; sum and sum_sq are weighted
  is_drawn INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sum REAL NOT NULL,
  sum_sq REAL NOT NULL,
  -- for ratios of sums, such as adherence: what the value shown is computed from
  numerator REAL,
  denominator REAL,
  -- of drawn reviews: the sum of their weights, of the squares of them, and of these times the value and times its square
  weight REAL,
  weight_sq REAL,
  weight_sq_sum REAL,
  weight_sq_sum_sq REAL,
  PRIMARY KEY (day, metric_id, identity_id, stratum_id, is_drawn)
) STRICT, WITHOUT ROWID;
INSERT INTO new_observation_days
  SELECT metric_id, day, identity_id, stratum_id, 0, n, sum, sum_sq, numerator, denominator, NULL, NULL, NULL, NULL FROM observation_days;
DROP TABLE observation_days;
ALTER TABLE new_observation_days RENAME TO observation_days;
CREATE INDEX observation_days_by_identity ON observation_days (identity_id, day);

-- Until now reviews stood among the imported evaluations: the days that have any are summed up anew.
DELETE FROM observation_days WHERE (metric_id IN ('qa_score', 'critical_failure_rate') OR metric_id GLOB 'question:*')
  AND day IN (SELECT ifnull(contact_day, -1000000) FROM evaluations WHERE review_id IS NOT NULL);
INSERT INTO strata (queue_id, reason_id, channel_id) SELECT NULL, NULL, NULL
  WHERE EXISTS (SELECT 1 FROM evaluations WHERE review_id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM strata WHERE queue_id IS NULL AND reason_id IS NULL AND channel_id IS NULL);
CREATE TEMP TABLE human_evaluations AS
  SELECT fact.id, ifnull(fact.contact_day, -1000000) AS day, ifnull(coalesce(fact.identity_id, contact.identity_id), 0) AS identity_id,
    coalesce(contact.stratum_id, (SELECT id FROM strata WHERE queue_id IS NULL AND reason_id IS NULL AND channel_id IS NULL)) AS stratum_id,
    fact.weight, coalesce(vendor_score, computed_score) AS score, has_failed_critical
  FROM evaluations AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
  WHERE fact.is_calibration = 0 AND origin <> 'automated' AND (fact.review_id IS NULL OR fact.weight IS NOT NULL)
    AND ifnull(fact.contact_day, -1000000) IN (SELECT ifnull(contact_day, -1000000) FROM evaluations WHERE review_id IS NOT NULL);
INSERT INTO observation_days
  SELECT metric_id, day, identity_id, stratum_id, weight IS NOT NULL, count(*), sum(ifnull(weight, 1) * value), sum(ifnull(weight, 1) * value * value), NULL, NULL,
    sum(weight), sum(weight * weight), sum(weight * weight * value), sum(weight * weight * value * value)
  FROM (
    SELECT 'qa_score' AS metric_id, day, identity_id, stratum_id, weight, score AS value FROM human_evaluations WHERE score IS NOT NULL
    UNION ALL SELECT 'critical_failure_rate', day, identity_id, stratum_id, weight, has_failed_critical FROM human_evaluations
    UNION ALL SELECT 'question:' || question_id, day, identity_id, stratum_id, human_evaluations.weight, answers.score
      FROM human_evaluations JOIN answers ON evaluation_id = human_evaluations.id WHERE answers.score IS NOT NULL AND answers.is_not_applicable = 0)
  GROUP BY 1, 2, 3, 4, 5;
DROP TABLE human_evaluations;

-- What was worked out from the old sums holds no longer.
DELETE FROM settings WHERE key = 'driver-measures';
UPDATE settings SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'facts-revision';
`
