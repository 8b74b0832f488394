// What told speech from other sounds in a recording, and what was wanted: where the wanted one failed, the other one answered.
export const up = `
ALTER TABLE recordings ADD COLUMN heard_by TEXT CHECK (heard_by IN ('loudness', 'silero'));
ALTER TABLE recordings ADD COLUMN heard_for TEXT CHECK (heard_for IN ('loudness', 'silero'));
UPDATE recordings SET heard_by = 'loudness', heard_for = 'loudness' WHERE listened_version IS NOT NULL;
`
