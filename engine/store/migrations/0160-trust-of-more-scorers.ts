// Trust of several scorers of one question, and what disputes tell of them: who filled an answer in, which option each side took, what a dispute
// made of the answer a scorer was compared with, and which version of its rule gave each answer of a form's own rules.
export const up = `
-- the scorer whose answer stood in the form before the person answered; NULL where none did
ALTER TABLE double_scored ADD COLUMN filled_by TEXT;
UPDATE double_scored SET filled_by = scorer_id WHERE is_filled = 1;
ALTER TABLE double_scored DROP COLUMN is_filled;
-- the option each side took, where the scorer names one; else both only say passed or failed
ALTER TABLE double_scored ADD COLUMN automated_option TEXT;
ALTER TABLE double_scored ADD COLUMN human_option TEXT;
-- what a standing dispute made of the person's answer; NULL where none did
ALTER TABLE double_scored ADD COLUMN corrected TEXT CHECK (corrected IN ('pass', 'fail', 'not applicable'));
ALTER TABLE double_scored ADD COLUMN corrected_option TEXT;
-- JSON: by question, the version of the rule and of the reading that answered it
ALTER TABLE rule_evaluations ADD COLUMN versions TEXT NOT NULL DEFAULT '{}';
-- what was answered before does not say by which version: it is answered again
UPDATE rule_evaluations SET basis = '';
`
