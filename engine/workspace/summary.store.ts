import { msg, say, type MessageDescriptor } from '#speech'
import type { Freshness, WorkspaceSummary } from '../../shared/contract/workspace.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { isConversation } from '../lawful-basis/index.ts'
import { all, one, type ReadableDatabase } from '../store/index.ts'

type Counts = Omit<WorkspaceSummary, 'from' | 'to'>

/** What the workspace holds, and the days it covers. */
export function readSummary(database: ReadableDatabase): WorkspaceSummary {
  const counts = one<Counts>(
    database,
    `SELECT
       (SELECT count(DISTINCT person_id) FROM identities) AS agents,
       (SELECT count(*) FROM teams) AS teams,
       (SELECT count(*) FROM interactions) AS interactions,
       (SELECT count(*) FROM evaluations) AS evaluations,
       (SELECT count(*) FROM answers) AS answers,
       (SELECT count(*) FROM surveys) AS surveys,
       (SELECT count(*) FROM shifts) AS shifts,
       (SELECT count(*) FROM period_summaries) AS periodSummaries,
       (SELECT count(*) FROM transcripts WHERE ${isConversation('transcripts')}) AS transcripts,
       (SELECT count(*) FROM segments) AS segments,
       (SELECT count(*) FROM standing_quarantine) AS quarantined,
       (SELECT count(*) FROM identities AS alone WHERE person_id = id
          AND NOT EXISTS (SELECT 1 FROM identities WHERE person_id = alone.id AND source_id <> alone.source_id)
          AND EXISTS (SELECT 1 FROM identities WHERE source_id <> alone.source_id)) AS unmatchedIdentities`,
  )!
  const days = dataDays(database)
  return { ...counts, from: days ? dayOfNumber(days.from) : null, to: days ? dayOfNumber(days.to) : null }
}

const DAYS_OF_FACTS = [
  ['interactions', 'day'],
  ['evaluations', 'contact_day'],
  ['surveys', 'contact_day'],
  ['transcripts', 'contact_day'],
  ['shifts', 'day'],
  ['aggregated_contacts', 'day'],
] as const

/** The first and the last day with data, or undefined in an empty workspace. One end a query: an index gives it without a scan. */
export function dataDays(database: ReadableDatabase): { from: number; to: number } | undefined {
  const days = one<{ from: number | null; to: number | null }>(
    database,
    `SELECT min(low) AS "from", max(high) AS "to" FROM (
       ${DAYS_OF_FACTS.map(([table, day]) => `SELECT (SELECT min(${day}) FROM ${table}) AS low, (SELECT max(${day}) FROM ${table}) AS high`).join(' UNION ALL ')})`,
  )
  return days && days.from !== null && days.to !== null ? { from: days.from, to: days.to } : undefined
}

/** What tells a shift that was worked or missed from one that is only planned. */
const HAS_HAPPENED = `absence = 'unplanned' OR status_times IS NOT NULL OR exception_ms > 0 OR worked_ms > 0 OR in_adherence_ms > 0 OR adherence > 0
  OR conformance_actual_ms > 0 OR conformance > 0 OR occupancy > 0`

/** The day windows end on: the newest with anything that has happened, since a schedule reaches into weeks to come. Undefined in an empty workspace. */
export function newestDay(database: ReadableDatabase): number | undefined {
  const newest = DAYS_OF_FACTS.map(([table, day]) =>
    table === 'shifts'
      ? `(SELECT day FROM shifts WHERE ${HAS_HAPPENED} ORDER BY day DESC LIMIT 1)`
      : `(SELECT max(${day}) FROM ${table})`,
  )
  const found = one<{ day: number | null }>(
    database,
    `SELECT max(day) AS day FROM (${newest.map((day) => `SELECT ${day} AS day`).join(' UNION ALL ')})`,
  )
  return found?.day ?? dataDays(database)?.to
}

interface FreshnessRow {
  n: number
  fromDay: number | null
  toDay: number | null
  undated: number
  unattributed: number
  linked: number | null
}

/** A contact is looked up only where the row itself names nobody. */
const IS_NOBODYS =
  'fact.identity_id IS NULL AND (SELECT identity_id FROM interactions WHERE id = fact.interaction_id) IS NULL'

const kinds: readonly { kind: Freshness['kind']; label: MessageDescriptor; sql: string }[] = [
  {
    kind: 'interactions',
    label: msg`Contacts`,
    // all from the index of days, where nobody's are found day by day, less the few that were only made for conversations: the rows are many and wide
    sql: `WITH RECURSIVE days (day) AS (
            SELECT min(day) FROM interactions
            UNION ALL SELECT (SELECT min(day) FROM interactions WHERE day > days.day) FROM days WHERE days.day IS NOT NULL)
          SELECT every.n - made.n AS n, every.undated - made.undated AS undated, every.unattributed - made.unattributed AS unattributed, NULL AS linked,
            (SELECT day FROM interactions WHERE day IS NOT NULL AND is_stub = 0 ORDER BY day LIMIT 1) AS fromDay,
            (SELECT day FROM interactions WHERE day IS NOT NULL AND is_stub = 0 ORDER BY day DESC LIMIT 1) AS toDay
          FROM (SELECT (SELECT count(*) FROM interactions) AS n, (SELECT count(*) FROM interactions WHERE day IS NULL) AS undated,
                  (SELECT count(*) FROM interactions WHERE day IS NULL AND identity_id IS NULL)
                  + ifnull((SELECT sum((SELECT count(*) FROM interactions WHERE interactions.day = days.day AND identity_id IS NULL)) FROM days WHERE days.day IS NOT NULL), 0) AS unattributed) AS every,
               (SELECT count(*) AS n, count(*) - count(day) AS undated, count(*) - count(identity_id) AS unattributed
                FROM interactions WHERE is_stub = 1) AS made`,
  },
  {
    kind: 'evaluations',
    label: msg`Evaluations`,
    sql: `SELECT count(*) AS n, min(contact_day) AS fromDay, max(contact_day) AS toDay, count(*) - count(contact_day) AS undated,
            sum(${IS_NOBODYS}) AS unattributed, count(interaction_id) AS linked
          FROM evaluations AS fact WHERE transcript_id IS NULL`,
  },
  {
    kind: 'surveys',
    label: msg`Surveys`,
    sql: `SELECT count(*) AS n, min(contact_day) AS fromDay, max(contact_day) AS toDay, count(*) - count(contact_day) AS undated,
            sum(${IS_NOBODYS}) AS unattributed, count(interaction_id) AS linked FROM surveys AS fact`,
  },
  {
    kind: 'shifts',
    label: msg`Shifts`,
    sql: `SELECT count(*) AS n, min(day) AS fromDay, max(day) AS toDay, 0 AS undated, count(*) - count(identity_id) AS unattributed, NULL AS linked FROM shifts`,
  },
  {
    kind: 'transcripts',
    label: msg`Transcripts`,
    sql: `SELECT count(*) AS n, min(contact_day) AS fromDay, max(contact_day) AS toDay, count(*) - count(contact_day) AS undated,
            sum(coalesce(transcripts.identity_id, interactions.identity_id) IS NULL) AS unattributed, sum(is_stub = 0) AS linked
          FROM transcripts LEFT JOIN interactions ON interactions.id = interaction_id WHERE ${isConversation('transcripts')}`,
  },
  {
    kind: 'roster',
    label: msg`Roster`,
    sql: `SELECT count(*) AS n, NULL AS fromDay, NULL AS toDay, 0 AS undated, 0 AS unattributed, NULL AS linked FROM roster_entries`,
  },
]

const importKinds: Record<Freshness['kind'], string> = {
  interactions: 'interactions',
  evaluations: 'evaluations',
  surveys: 'surveys',
  shifts: 'workforce',
  transcripts: 'transcripts',
  roster: 'roster',
}

/** For each kind of data: how much, from when to when, and how much of it stands on its own. */
export function readFreshness(database: ReadableDatabase): Freshness[] {
  const lastImports = new Map(
    all<{ kind: string; at: number }>(
      database,
      'SELECT kind, max(imported_at) AS at FROM imports WHERE undone_at IS NULL GROUP BY kind',
    ).map((row) => [row.kind, row.at]),
  )
  return kinds.map(({ kind, label, sql }) => {
    const row = one<FreshnessRow>(database, sql)!
    return {
      kind,
      label: say(label),
      n: row.n,
      from: row.fromDay === null ? null : dayOfNumber(row.fromDay),
      to: row.toDay === null ? null : dayOfNumber(row.toDay),
      undated: row.undated,
      unattributed: row.unattributed ?? 0,
      linkedToInteraction: row.linked,
      lastImportedAt: lastImports.get(importKinds[kind]) ?? null,
    }
  })
}
