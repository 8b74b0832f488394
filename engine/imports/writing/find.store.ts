import { one, type ReadableDatabase } from '../../store/index.ts'

type Found = { id: number } | undefined

/** The survey response with this id in a source; else the one about this contact answered at this time. */
export function findSurvey(
  database: ReadableDatabase,
  sourceId: number,
  key: { responseRef: string | null; contentKey: string | null },
): number | undefined {
  const found: Found =
    key.responseRef !== null
      ? one(
          database,
          'SELECT id FROM surveys WHERE response_ref = ? AND source_id = ?',
          key.responseRef,
          sourceId,
        )
      : one(
          database,
          'SELECT id FROM surveys WHERE content_key = ? AND source_id = ?',
          key.contentKey,
          sourceId,
        )
  return found?.id
}

/** The evaluation with this id in a source, else with this content key. */
export function findEvaluation(
  database: ReadableDatabase,
  sourceId: number,
  key: { evaluationRef: string | null; contentKey: string | null },
): number | undefined {
  const found: Found =
    key.evaluationRef !== null
      ? one(
          database,
          'SELECT id FROM evaluations WHERE evaluation_ref = ? AND source_id = ?',
          key.evaluationRef,
          sourceId,
        )
      : one(
          database,
          'SELECT id FROM evaluations WHERE content_key = ? AND source_id = ?',
          key.contentKey,
          sourceId,
        )
  return found?.id
}

/** The shift of an identity that starts at this time of this day (null: the whole day). */
export function findShift(
  database: ReadableDatabase,
  sourceId: number,
  key: { identityId: number | null; day: number; startedAt: number | null; contentKey: string | null },
): number | undefined {
  const found: Found = one(
    database,
    `SELECT id FROM shifts WHERE day = ? AND identity_id IS ? AND started_at IS ? AND source_id = ? AND content_key IS ?`,
    key.day,
    key.identityId,
    key.startedAt,
    sourceId,
    key.contentKey,
  )
  return found?.id
}

/** The summary of an identity over a period. */
export function findPeriodSummary(
  database: ReadableDatabase,
  sourceId: number,
  key: { identityId: number | null; fromDay: number | null; toDay: number | null },
): number | undefined {
  const found: Found = one(
    database,
    `SELECT id FROM period_summaries WHERE identity_id IS ? AND from_day IS ? AND to_day IS ? AND source_id = ?`,
    key.identityId,
    key.fromDay,
    key.toDay,
    sourceId,
  )
  return found?.id
}

/** The roster entry of an identity. */
export function findRosterEntry(
  database: ReadableDatabase,
  sourceId: number,
  identityId: number,
): number | undefined {
  const found: Found = one(
    database,
    'SELECT id FROM roster_entries WHERE identity_id = ? AND source_id = ?',
    identityId,
    sourceId,
  )
  return found?.id
}

/** The transcript with this id in a source, else with this content key. */
export function findTranscript(
  database: ReadableDatabase,
  sourceId: number,
  key: { externalRef: string | null; contentKey: string },
): number | undefined {
  const found: Found =
    key.externalRef !== null
      ? one(
          database,
          'SELECT id FROM transcripts WHERE external_ref = ? AND source_id = ?',
          key.externalRef,
          sourceId,
        )
      : one(
          database,
          'SELECT id FROM transcripts WHERE content_key = ? AND source_id = ?',
          key.contentKey,
          sourceId,
        )
  return found?.id
}
