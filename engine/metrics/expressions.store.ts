/** What several queries must mean by the same word, as SQL over the columns of its table. */

/** Of `surveys`: one of the two best ratings, the best alone on scales of fewer than four steps, 80 and over of 100. */
export const TOP_TWO_BOXES = `CASE WHEN csat_max - csat_min > 10 THEN csat >= 0.8 - 1e-9 WHEN csat_max - csat_min >= 3
  THEN csat * (csat_max - csat_min) >= csat_max - csat_min - 1 - 1e-9 ELSE csat >= 1 - 1e-9 END`

/** Of `shifts`: the share of the scheduled time spent as scheduled, as given, else from exceptions, else from time in adherence. */
export const ADHERENCE =
  'coalesce(adherence, CASE WHEN scheduled_ms > 0 THEN coalesce(1.0 - exception_ms * 1.0 / scheduled_ms, in_adherence_ms * 1.0 / scheduled_ms) END)'

/** Of `shifts`: time worked on queue over time scheduled on queue; may exceed 1. */
export const CONFORMANCE =
  'coalesce(conformance, conformance_actual_ms * 1.0 / nullif(conformance_scheduled_ms, 0))'

/** The sums of `interaction_days`, in the order of its columns. */
export const INTERACTION_SUMS = [
  'n',
  'handle_n',
  'handle_sum',
  'handle_sq',
  'handle_log',
  'handle_log_sq',
  'talk_n',
  'talk_sum',
  'talk_sq',
  'talk_log',
  'talk_log_sq',
  'hold_n',
  'hold_sum',
  'hold_sq',
  'acw_n',
  'acw_sum',
  'acw_sq',
  'transfer_n',
  'transfer_sum',
  'resolved_n',
  'resolved_sum',
]
