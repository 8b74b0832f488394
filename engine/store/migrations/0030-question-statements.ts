// What each import says of a question, so that undoing one brings back what the others say. Imports from before this table are taken to
// have said what stood at the time.
export const up = `
CREATE TABLE question_statements (
  question_id INTEGER NOT NULL REFERENCES questions (id),
  import_id INTEGER NOT NULL REFERENCES imports (id),
  label TEXT NOT NULL,
  section TEXT,
  weight REAL,
  PRIMARY KEY (question_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_statements_by_import ON question_statements (import_id);

INSERT INTO question_statements (question_id, import_id, label, section, weight)
SELECT DISTINCT questions.id, evaluations.import_id, questions.label, questions.section, questions.weight
FROM answers JOIN evaluations ON evaluations.id = answers.evaluation_id JOIN questions ON questions.id = answers.question_id
WHERE evaluations.transcript_id IS NULL;
`
