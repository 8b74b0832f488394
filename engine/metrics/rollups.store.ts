import type { AffectedDays, CountedKind } from '../affected-days.ts'
import { raiseFactsRevision } from './facts-revision.ts'
import { ADHERENCE, CONFORMANCE, INTERACTION_SUMS, TOP_TWO_BOXES } from './expressions.store.ts'
import { PICKED_BY_CHANCE } from '../quality/index.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The day under which undated rows are rolled up: in no window, but counted over all data. */
export const UNDATED = -1_000_000

/**
 * What each contact adds to the sums of its day, person and stratum, as the columns of `interaction_days`. The limit keeps SQLite from
 * working a value out again wherever it is used.
 */
function contributions(where: string): string {
  const handled = (column: string) => `iif(is_answered IS NOT 0, ${column}, NULL)`
  const positive = (column: string) => `iif(is_answered IS NOT 0 AND ${column} > 0, ${column} / 1000.0, NULL)`
  const logarithm = (column: string) =>
    `iif(is_answered IS NOT 0 AND ${column} > 0, ln(${column} / 1000.0), NULL)`
  const sum = (value: string) => `ifnull(${value}, 0.0)`
  const seconds = (value: string) => `${value} IS NOT NULL, ${sum(value)}, ${sum(`${value} * ${value}`)}`
  const onLogScale = (value: string) =>
    `${seconds(value)}, ${sum(`${value}_log`)}, ${sum(`${value}_log * ${value}_log`)}`
  const flag = (value: string) => `${value} IS NOT NULL, ifnull(${value}, 0)`
  return `
    SELECT day, identity_id, stratum_id, 1, ${onLogScale('handle')}, ${onLogScale('talk')}, ${seconds('hold')}, ${seconds('acw')},
      ${flag('is_transferred')}, ${flag('is_resolved')}
    FROM (SELECT ifnull(day, ${UNDATED}) AS day, ifnull(identity_id, 0) AS identity_id, stratum_id,
        ${positive('handle_ms')} AS handle, ${logarithm('handle_ms')} AS handle_log,
        ${positive('talk_ms')} AS talk, ${logarithm('talk_ms')} AS talk_log,
        ${handled('hold_ms / 1000.0')} AS hold, ${handled('acw_ms / 1000.0')} AS acw,
        ${handled('is_transferred')} AS is_transferred, is_resolved
      FROM interactions WHERE ${where} ORDER BY interactions.day, interactions.identity_id, interactions.stratum_id LIMIT -1)`
}

const INTERACTION_KEYS = ['day', 'identity_id', 'stratum_id']

/** Sums that came as such, of other workspaces. Their people are in no other facts. */
const ADD_AGGREGATED = `
  INSERT INTO interaction_days (${[...INTERACTION_KEYS, ...INTERACTION_SUMS].join(', ')})
  SELECT ${[...INTERACTION_KEYS, ...INTERACTION_SUMS].join(', ')} FROM aggregated_contacts WHERE day = ?
  ON CONFLICT DO UPDATE SET ${INTERACTION_SUMS.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`

const DAYS_IN_A_PIECE = 14

/**
 * Contact by contact into the sums, in their order: in large centres most sums are of one contact, and grouping these first costs more
 * than adding the few others to what stands.
 */
const addContributions = (where: string) => `
  INSERT INTO interaction_days (${[...INTERACTION_KEYS, ...INTERACTION_SUMS].join(', ')}) ${contributions(where)} WHERE TRUE
  ON CONFLICT DO UPDATE SET ${INTERACTION_SUMS.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`

/** Day by day: a day's contacts lie together, and sorting them takes no memory to speak of. */
function* rebuildInteractionDays(
  database: WritableDatabase,
  days: ReadonlySet<number>,
): Generator<void, void, void> {
  const rebuild = (day: number, where: string, ...parameters: unknown[]) => {
    run(database, 'DELETE FROM interaction_days WHERE day = ?', day)
    run(database, addContributions(where), ...parameters)
    run(database, ADD_AGGREGATED, day)
  }
  rebuild(UNDATED, 'day IS NULL')
  for (const [index, day] of [...days].sort((a, b) => a - b).entries()) {
    rebuild(day, 'day = ?', day)
    if (index % DAYS_IN_A_PIECE === DAYS_IN_A_PIECE - 1) yield
  }
}

const IN_AFFECTED = 'IN (SELECT day FROM temp.affected_days)'

/** Makes `days` the ones whose other observations are rebuilt next. */
function setAffectedDays(database: WritableDatabase, days: ReadonlySet<number>): void {
  database.raw.exec(
    'CREATE TEMP TABLE IF NOT EXISTS affected_days (day INTEGER PRIMARY KEY); DELETE FROM temp.affected_days',
  )
  for (const day of days) run(database, 'INSERT INTO temp.affected_days (day) VALUES (?)', day)
}

const SURVEYS = `surveys AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id`
const EVALUATIONS = `evaluations AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id`
const TRANSCRIPTS = `transcripts AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id`
const OWN_FIRST = 'ifnull(coalesce(fact.identity_id, contact.identity_id), 0)'
const CONTACT_FIRST = 'ifnull(coalesce(contact.identity_id, fact.identity_id), 0)'
/** A stratum with nothing known, where neither the contact nor the row says more. */
const UNKNOWN_STRATUM = `(SELECT id FROM strata WHERE queue_id IS NULL AND reason_id IS NULL AND channel_id IS NULL)`

export interface Family {
  /** An SQL expression. */
  metricId: string
  from: string
  where: string
  value: string
  identity: string
  stratum: string
  day: string
  numerator?: string
  denominator?: string
  /** What each observation stands for; NULL where the selection is unknown: these are summed up apart. */
  weight?: string
}

const survey = (metricId: string, value: string, where: string): Family => ({
  metricId: `'${metricId}'`,
  from: SURVEYS,
  where: `${where} AND contact.is_answered IS NOT 0`,
  value,
  // what is said not to be about the agent counts, but in nobody's figures
  identity: `CASE WHEN fact.pertains_to_agent IS 0 THEN 0 ELSE ${OWN_FIRST} END`,
  stratum: 'coalesce(contact.stratum_id, fact.stratum_id)',
  day: 'fact.contact_day',
})
const evaluation = (metricId: string, value: string, where: string, from = EVALUATIONS): Family => ({
  metricId,
  from,
  // a review that was not drawn with a known probability stands for itself alone
  where: `fact.is_calibration = 0 AND ${PICKED_BY_CHANCE} AND ${where}`,
  value,
  weight: 'fact.weight',
  identity: OWN_FIRST,
  stratum: `coalesce(contact.stratum_id, ${UNKNOWN_STRATUM})`,
  day: 'fact.contact_day',
})
const shift = (metricId: string, value: string, where: string, ratio?: [string, string]): Family => ({
  metricId: `'${metricId}'`,
  from: 'shifts AS fact',
  where,
  value,
  identity: 'ifnull(fact.identity_id, 0)',
  stratum: UNKNOWN_STRATUM,
  day: 'fact.day',
  ...(ratio && { numerator: ratio[0], denominator: ratio[1] }),
})
const ANSWERED = `${EVALUATIONS} JOIN answers ON answers.evaluation_id = fact.id`
const SCORED = 'answers.score IS NOT NULL AND answers.is_not_applicable = 0'
/** Scores of a form that scores otherwise than another one of its name are not averaged with any. */
const ON_ONE_SCALE = `fact.scorecard_version_id NOT IN (
  SELECT id FROM scorecard_versions WHERE scorecard_id IN (SELECT scorecard_id FROM forms_kept_apart))`
/**
 * A person's answer. One that automation filled in and nobody touched carries the scorer's errors, and is no rate of a person; without it what was
 * answered over automation is none either, since people correct what is wrong and leave the rest.
 */
const BY_PEOPLE = `origin <> 'automated' AND ifnull(answers.set_by, '') NOT IN ('automation', 'over automation')`
/** What a shift weighs whose length the export does not give. */
const USUAL_SHIFT_MS = 8 * 3_600_000
const ON_QUEUE = `coalesce(conformance_scheduled_ms, scheduled_ms, ${USUAL_SHIFT_MS})`

const rank = (transcript: string) =>
  `${transcript}.vendor, ifnull(${transcript}.external_ref, ''), ifnull(${transcript}.content_key, ''),
      (SELECT name FROM sources WHERE sources.id = ${transcript}.source_id), ${transcript}.id`

/** Of several transcripts of one contact (two tools, a file for each channel) one is observed, whatever order they came in. */
const isTheOne = (transcript: string) => `NOT EXISTS (
  SELECT 1 FROM transcripts AS other WHERE other.interaction_id = ${transcript}.interaction_id AND other.id <> ${transcript}.id
    AND other.id NOT IN (SELECT id FROM shadowed_transcripts)
    AND (${rank('other')}) < (${rank(transcript)}))`

/** What is observed of one kind of facts: its families, and how their sums are told from the others in `observation_days`. */
interface Observed {
  isOwn: string
  families: readonly Family[]
}

const SURVEY_METRICS = `metric_id IN ('csat_mean', 'csat_top2', 'nps')`
const EVALUATION_METRICS = `(metric_id IN ('qa_score', 'critical_failure_rate') OR metric_id GLOB 'question:*' OR metric_id GLOB 'auto:*')`
const SHIFT_METRICS = `metric_id IN ('adherence', 'unplanned_absence', 'conformance', 'occupancy', 'shrinkage')`

/** Every kind of observation, and where it comes from. */
const observed: Record<Exclude<CountedKind, 'interactions'>, Observed> = {
  surveys: {
    isOwn: SURVEY_METRICS,
    families: [
      survey('csat_mean', 'csat', 'csat IS NOT NULL'),
      survey('csat_top2', TOP_TWO_BOXES, 'csat IS NOT NULL'),
      survey('nps', 'CASE WHEN nps >= 9 THEN 100 WHEN nps <= 6 THEN -100 ELSE 0 END', 'nps IS NOT NULL'),
    ],
  },
  evaluations: {
    isOwn: EVALUATION_METRICS,
    families: [
      evaluation(
        `'qa_score'`,
        'coalesce(vendor_score, computed_score)',
        `origin <> 'automated' AND coalesce(vendor_score, computed_score) IS NOT NULL AND ${ON_ONE_SCALE}`,
      ),
      evaluation(`'critical_failure_rate'`, 'fact.has_failed_critical', `origin <> 'automated'`),
      evaluation(`'question:' || question_id`, 'answers.score', `${BY_PEOPLE} AND ${SCORED}`, ANSWERED),
      {
        ...evaluation(
          `CASE WHEN fact.transcript_id IS NULL THEN 'auto:' || questions.id WHEN fact.id IN (SELECT evaluation_id FROM rule_evaluations)
             THEN 'auto:rule:' || questions.id ELSE 'auto:' || questions.stable_key END`,
          'answers.score',
          `origin = 'automated' AND fact.scorer_id IS NULL AND ${SCORED} AND (fact.transcript_id IS NULL OR fact.transcript_id IN (SELECT id FROM transcripts AS mine WHERE ${isTheOne('mine')}))`,
          `${ANSWERED} JOIN questions ON questions.id = answers.question_id`,
        ),
        identity: CONTACT_FIRST,
      },
    ],
  },
  transcripts: {
    // conversation measures: whatever else there is
    isOwn: `NOT (${SURVEY_METRICS} OR ${EVALUATION_METRICS} OR ${SHIFT_METRICS})`,
    families: [
      {
        metricId: 'conversation_measures.metric_id',
        from: `${TRANSCRIPTS} JOIN conversation_measures ON conversation_measures.transcript_id = fact.id`,
        where: `conversation_measures.value IS NOT NULL AND ${isTheOne('fact')}`,
        value: 'conversation_measures.value',
        identity: CONTACT_FIRST,
        stratum: `coalesce(contact.stratum_id, ${UNKNOWN_STRATUM})`,
        day: 'fact.contact_day',
      },
    ],
  },
  shifts: {
    isOwn: SHIFT_METRICS,
    families: [
      shift(
        'adherence',
        ADHERENCE,
        `${ADHERENCE} IS NOT NULL AND absence IS NOT 'planned' AND NOT (absence IS 'unplanned' AND ${ADHERENCE} <= 0)`,
        [`${ADHERENCE} * ifnull(scheduled_ms, ${USUAL_SHIFT_MS})`, `ifnull(scheduled_ms, ${USUAL_SHIFT_MS})`],
      ),
      shift('unplanned_absence', `absence = 'unplanned'`, `absence IS NOT NULL AND absence <> 'planned'`),
      shift('conformance', CONFORMANCE, `${CONFORMANCE} IS NOT NULL`, [
        `${CONFORMANCE} * ${ON_QUEUE}`,
        ON_QUEUE,
      ]),
      shift('occupancy', 'occupancy', 'occupancy IS NOT NULL'),
      shift(
        'shrinkage',
        '1.0 - worked_ms * 1.0 / scheduled_ms',
        'worked_ms IS NOT NULL AND scheduled_ms > 0',
        ['scheduled_ms - worked_ms', 'scheduled_ms'],
      ),
    ],
  },
}

/** Where the rows come from that a metric of observations is summed from; undefined where it has none of its own. */
export function familyOf(metricId: string): Family | undefined {
  const { evaluations, transcripts } = observed
  if (metricId.startsWith('question:'))
    return evaluations.families.find((family) => family.metricId.startsWith(`'question:'`))
  if (metricId.startsWith('auto:'))
    return evaluations.families.find((family) => family.metricId.startsWith('CASE'))
  const own = Object.values(observed).flatMap(({ families }) => families)
  return own.find((family) => family.metricId === `'${metricId}'`) ?? transcripts.families[0]
}

/** The columns of the other table, in its order. */
const OBSERVATION_KEYS = ['metric_id', 'day', 'identity_id', 'stratum_id', 'is_drawn']
const DRAWN_SUMS = ['weight', 'weight_sq', 'weight_sq_sum', 'weight_sq_sum_sq']
/** The sums of anything but contacts; the first says of how many. */
export const OBSERVATION_SUMS = ['n', 'sum', 'sum_sq', 'numerator', 'denominator', ...DRAWN_SUMS]

/** Sums that came as such may lie on those of facts once both are nobody's; what neither has stays NULL. */
const ADD_OBSERVATIONS = `ON CONFLICT DO UPDATE SET ${OBSERVATION_SUMS.map(
  (sum) =>
    `${sum} = CASE WHEN ${sum} IS NULL THEN excluded.${sum} ELSE ${sum} + ifnull(excluded.${sum}, 0) END`,
).join(', ')}`

const AGGREGATED_OBSERVATIONS = `SELECT ${[...OBSERVATION_KEYS, ...OBSERVATION_SUMS].join(', ')} FROM aggregated_observations`

/** The sums that only drawn reviews have. */
function drawnSums(weight: string | undefined, value: string): string {
  if (weight === undefined) return DRAWN_SUMS.map(() => 'NULL').join(', ')
  const square = `${weight} * ${weight}`
  return `sum(${weight}), sum(${square}), sum(${square} * (${value})), sum(${square} * (${value}) * (${value}))`
}

function observationSelect(family: Family, where: string): string {
  const { value, weight } = family
  const weighed = weight ? `ifnull(${weight}, 1) * (${value})` : value
  return `
    SELECT ${family.metricId}, ifnull(${family.day}, ${UNDATED}), ${family.identity}, ${family.stratum}, ${weight ? `${weight} IS NOT NULL` : '0'},
      count(*), sum(${weighed}), sum((${weighed}) * (${value})),
      ${family.numerator ? `sum(${family.numerator})` : 'NULL'}, ${family.denominator ? `sum(${family.denominator})` : 'NULL'},
      ${drawnSums(weight, value)}
    FROM ${family.from} WHERE ${family.where} AND ${where} GROUP BY 1, 2, 3, 4, 5`
}

function rebuildObservationDays(
  database: WritableDatabase,
  { isOwn, families }: Observed,
  days: ReadonlySet<number>,
): void {
  setAffectedDays(database, days)
  run(database, `DELETE FROM observation_days WHERE (day ${IN_AFFECTED} OR day = ${UNDATED}) AND ${isOwn}`)
  for (const family of families)
    for (const where of [`${family.day} ${IN_AFFECTED}`, `${family.day} IS NULL`])
      run(
        database,
        `INSERT INTO observation_days (${[...OBSERVATION_KEYS, ...OBSERVATION_SUMS].join(', ')}) ${observationSelect(family, where)}`,
      )
  run(
    database,
    `INSERT INTO observation_days (${[...OBSERVATION_KEYS, ...OBSERVATION_SUMS].join(', ')}) ${AGGREGATED_OBSERVATIONS} WHERE day ${IN_AFFECTED} AND ${isOwn} ${ADD_OBSERVATIONS}`,
  )
}

/** Builds the rollups of the days on which facts changed, and of undated rows, from the facts again; yields between pieces of the work. */
export function* rebuildInPieces(
  database: WritableDatabase,
  affected: AffectedDays,
): Generator<void, void, void> {
  raiseFactsRevision(database)
  yield* rebuildInteractionDays(database, affected.of('interactions'))
  ensureUnknownStratum(database)
  for (const [kind, one] of Object.entries(observed)) {
    rebuildObservationDays(database, one, affected.of(kind as keyof typeof observed))
    yield
  }
}

/** The same in one go, where few days are concerned. */
export function rebuildRollups(database: WritableDatabase, affected: AffectedDays): void {
  const pieces = rebuildInPieces(database, affected)
  while (!pieces.next().done);
}

/** Builds every rollup from the facts again, as for rows that were saved out of a damaged file. For whole workspaces: it reads everything. */
export function rebuildEveryRollup(database: WritableDatabase): void {
  raiseFactsRevision(database)
  ensureUnknownStratum(database)
  run(database, 'DELETE FROM interaction_days')
  run(
    database,
    `INSERT INTO interaction_days (${[...INTERACTION_KEYS, ...INTERACTION_SUMS].join(', ')}) ${freshInteractionDays()}`,
  )
  run(database, 'DELETE FROM observation_days')
  for (const sql of freshObservationDays())
    run(
      database,
      `INSERT INTO observation_days (${[...OBSERVATION_KEYS, ...OBSERVATION_SUMS].join(', ')}) ${sql} ${ADD_OBSERVATIONS}`,
    )
}

function ensureUnknownStratum(database: WritableDatabase): void {
  run(
    database,
    `INSERT INTO strata (queue_id, reason_id, channel_id) SELECT NULL, NULL, NULL WHERE ${UNKNOWN_STRATUM} IS NULL`,
  )
}

/** The days on which an import's rows count, before they are taken away. */
export function daysOfImport(
  database: ReadableDatabase,
  importId: number,
): { kind: CountedKind; day: number }[] {
  return all(
    database,
    `SELECT 'interactions' AS kind, day FROM interactions WHERE import_id = ?1 AND day IS NOT NULL
     UNION SELECT 'evaluations', contact_day FROM evaluations WHERE import_id = ?1 AND contact_day IS NOT NULL
     UNION SELECT 'surveys', contact_day FROM surveys WHERE import_id = ?1 AND contact_day IS NOT NULL
     UNION SELECT 'transcripts', contact_day FROM transcripts WHERE import_id = ?1 AND contact_day IS NOT NULL
     UNION SELECT 'shifts', day FROM shifts WHERE import_id = ?1
     UNION SELECT 'evaluations', contact_day FROM evaluations
       WHERE transcript_id IN (SELECT id FROM transcripts WHERE import_id = ?1) AND contact_day IS NOT NULL
     UNION SELECT 'interactions', day FROM aggregated_contacts WHERE import_id = ?1
     UNION SELECT kinds.value, day FROM aggregated_observations, json_each('["evaluations","surveys","transcripts","shifts"]') AS kinds WHERE import_id = ?1`,
    importId,
  )
}

/** How many groups differ by more than rounding between a table and the same sums made afresh. */
function countDifferences(
  database: ReadableDatabase,
  table: string,
  keys: readonly string[],
  sums: readonly string[],
  freshSql: string,
): number {
  const differs = sums.map((sum) => `abs(fresh.${sum} - kept.${sum}) > 1e-6 * (1 + abs(kept.${sum}))`)
  return one<{ n: number }>(
    database,
    `WITH fresh (${[...keys, ...sums].join(', ')}) AS MATERIALIZED (${freshSql})
     SELECT count(*) AS n FROM fresh FULL JOIN ${table} AS kept ON ${keys.map((key) => `kept.${key} = fresh.${key}`).join(' AND ')}
     WHERE fresh.n IS NULL OR kept.n IS NULL OR ${differs.join(' OR ')}`,
  )!.n
}

function freshInteractionDays(): string {
  const columns = [...INTERACTION_KEYS, ...INTERACTION_SUMS]
  return `WITH each_contact (${columns.join(', ')}) AS (${contributions('TRUE')}
      UNION ALL SELECT ${columns.join(', ')} FROM aggregated_contacts)
    SELECT ${INTERACTION_KEYS.join(', ')}, ${INTERACTION_SUMS.map((sum) => `sum(${sum})`).join(', ')}
    FROM each_contact GROUP BY ${INTERACTION_KEYS.join(', ')}`
}

function freshObservationDays(): string[] {
  return [
    ...Object.values(observed).flatMap(({ families }) =>
      families.map((family) => observationSelect(family, 'TRUE')),
    ),
    `${AGGREGATED_OBSERVATIONS} WHERE TRUE`,
  ]
}

/** The same as one table; grouped only where sums came as such, since reading a large workspace takes long enough. */
function freshObservations(database: ReadableDatabase): string {
  const each = freshObservationDays().join(' UNION ALL ')
  if (one(database, 'SELECT 1 FROM aggregated_observations LIMIT 1') === undefined) return each
  const columns = [...OBSERVATION_KEYS, ...OBSERVATION_SUMS].join(', ')
  return `SELECT ${OBSERVATION_KEYS.join(', ')}, ${OBSERVATION_SUMS.map((sum) => `sum(${sum})`).join(', ')}
    FROM (WITH each_fact (${columns}) AS (${each}) SELECT * FROM each_fact) GROUP BY ${OBSERVATION_KEYS.join(', ')}`
}

/** Where the rollups differ from the facts: one sentence each, none when every group agrees. */
export function compareRollups(database: ReadableDatabase): string[] {
  const contacts = countDifferences(
    database,
    'interaction_days',
    INTERACTION_KEYS,
    INTERACTION_SUMS,
    freshInteractionDays(),
  )
  const observations = countDifferences(
    database,
    'observation_days',
    OBSERVATION_KEYS,
    OBSERVATION_SUMS,
    freshObservations(database),
  )
  return [
    ...(contacts > 0
      ? [`${contacts} daily sums of contacts do not agree with the contacts themselves.`]
      : []),
    ...(observations > 0
      ? [`${observations} daily sums of surveys, answers, measures or shifts do not agree with the facts.`]
      : []),
  ]
}

/** Takes the aggregated cells of an import away. */
export function deleteAggregated(database: WritableDatabase, importId: number): void {
  for (const table of ['aggregated_contacts', 'aggregated_observations'] as const)
    run(database, `DELETE FROM ${table} WHERE import_id = ?`, importId)
}
