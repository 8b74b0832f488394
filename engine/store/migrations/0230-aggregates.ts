// Sums over weeks that came as an aggregate of another workspace: facts of their own kind, from which rollups are built like from all others.
export const up = `
CREATE TABLE aggregated_contacts (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  day INTEGER NOT NULL,
  identity_id INTEGER NOT NULL,
  stratum_id INTEGER NOT NULL REFERENCES strata (id),
  n INTEGER NOT NULL,
  handle_n INTEGER NOT NULL, handle_sum REAL NOT NULL, handle_sq REAL NOT NULL, handle_log REAL NOT NULL, handle_log_sq REAL NOT NULL,
  talk_n INTEGER NOT NULL, talk_sum REAL NOT NULL, talk_sq REAL NOT NULL, talk_log REAL NOT NULL, talk_log_sq REAL NOT NULL,
  hold_n INTEGER NOT NULL, hold_sum REAL NOT NULL, hold_sq REAL NOT NULL,
  acw_n INTEGER NOT NULL, acw_sum REAL NOT NULL, acw_sq REAL NOT NULL,
  transfer_n INTEGER NOT NULL, transfer_sum INTEGER NOT NULL,
  resolved_n INTEGER NOT NULL, resolved_sum INTEGER NOT NULL,
  PRIMARY KEY (day, identity_id, stratum_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX aggregated_contacts_by_import ON aggregated_contacts (import_id);

CREATE TABLE aggregated_observations (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  metric_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  identity_id INTEGER NOT NULL,
  stratum_id INTEGER NOT NULL REFERENCES strata (id),
  is_drawn INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sum REAL NOT NULL,
  sum_sq REAL NOT NULL,
  numerator REAL,
  denominator REAL,
  weight REAL,
  weight_sq REAL,
  weight_sq_sum REAL,
  weight_sq_sum_sq REAL,
  PRIMARY KEY (day, metric_id, identity_id, stratum_id, is_drawn, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX aggregated_observations_by_import ON aggregated_observations (import_id);
CREATE INDEX aggregated_observations_by_metric ON aggregated_observations (metric_id);
`
