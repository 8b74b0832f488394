// Contacts of a day in the order of their sums, so that adding them up sorts nothing.
export const up = `
DROP INDEX interactions_by_day;
CREATE INDEX interactions_by_day ON interactions (day, identity_id, stratum_id);
`
