import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** Targets set here by hand, by metric; null where one that comes with the metric was taken away. */
export function readTargets(database: ReadableDatabase): ReadonlyMap<string, number | null> {
  return new Map(
    all<{ metricId: string; value: number | null }>(
      database,
      'SELECT metric_id AS metricId, value FROM metric_targets',
    ).map(({ metricId, value }) => [metricId, value]),
  )
}

/** Keeps a target of a metric, in its stored unit; null is none. */
export function keepTarget(
  database: WritableDatabase,
  metricId: string,
  value: number | null,
  now: number,
): void {
  run(
    database,
    'INSERT INTO metric_targets (metric_id, value, set_at) VALUES (?, ?, ?) ON CONFLICT (metric_id) DO UPDATE SET value = excluded.value, set_at = excluded.set_at',
    metricId,
    value,
    now,
  )
}
