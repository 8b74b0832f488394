import type { ReadableDatabase } from '../../../engine/store/index.ts'

type Cells = Record<string, string | number | null>

/**
 * Everything a workspace states and derives, without the ids it happens to give: rows name their sources, identities, imports (by
 * file), contacts and labels, and stand in an order of their own. Two workspaces that hold the same have equal dumps.
 */
export function dump(database: ReadableDatabase): Record<string, string[]> {
  const rows = (sql: string): Cells[] => database.raw.prepare(sql).all() as Cells[]
  const names = (sql: string) => new Map(rows(sql).map((row) => [row['id'], row['name']]))
  const source = names('SELECT id, name FROM sources')
  const file = names('SELECT id, file_name AS name FROM imports')
  const identity = names(
    `SELECT identities.id, sources.name || ' ' || identities.key AS name FROM identities JOIN sources ON sources.id = source_id`,
  )
  const nameOf = (id: unknown) => String(identity.get(id as number))
  const label = names('SELECT id, name FROM labels')
  const team = names('SELECT id, name FROM teams')
  const question = names(
    `SELECT questions.id, scorecards.name || ': ' || stable_key AS name FROM questions JOIN scorecards ON scorecards.id = scorecard_id`,
  )
  const version = names(
    `SELECT scorecard_versions.id, name || ' ' || version AS name FROM scorecard_versions JOIN scorecards ON scorecards.id = scorecard_id`,
  )
  const stratum = new Map(
    rows('SELECT * FROM strata').map((row) => [
      row['id'],
      [row['queue_id'], row['reason_id'], row['channel_id']].map((id) => label.get(id) ?? '').join('/'),
    ]),
  )
  const named = (map: Map<unknown, unknown>, id: unknown) =>
    id === null || id === undefined ? id : (map.get(id) ?? `unknown ${String(id)}`)
  const contact = new Map(
    rows('SELECT * FROM interactions').map((row) => [
      row['id'],
      `${named(file, row['import_id']) as string}#${row['row_number']} ${row['contact_ref']}`,
    ]),
  )
  const transcript = new Map(
    rows('SELECT * FROM transcripts').map((row) => [
      row['id'],
      `${named(file, row['import_id']) as string}#${row['row_number']}`,
    ]),
  )
  const translate = (row: Cells): Cells => {
    const plain: Cells = { ...row }
    const transcriptId = row['transcript_id']
    for (const column of ['id', 'content_key', 'transcript_id']) Reflect.deleteProperty(plain, column)
    const set = (column: string, map: Map<unknown, unknown>) => {
      if (column in plain) plain[column] = named(map, plain[column]) as string
    }
    set('source_id', source)
    set('import_id', file)
    set('identity_id', identity)
    set('disposition_id', label)
    set('stated_queue_id', label)
    set('stated_reason_id', label)
    set('beside_id', transcript)
    set('team_id', team)
    set('question_id', question)
    set('scorecard_version_id', version)
    set('stratum_id', stratum)
    set('interaction_id', contact)
    if (transcriptId !== undefined) plain['is_automated'] = transcriptId === null ? 0 : 1
    for (const [column, value] of Object.entries(plain))
      if (typeof value === 'number' && !Number.isInteger(value)) plain[column] = Number(value.toPrecision(9))
    return plain
  }
  const table = (sql: string) =>
    rows(sql)
      .map((row) => JSON.stringify(translate(row)))
      .toSorted()
  const evaluation = names(
    `SELECT evaluations.id, import_id || '#' || row_number || ' ' || origin AS name FROM evaluations`,
  )
  const metric = (id: unknown) =>
    String(id).replace(/^(question|auto):(\d+)$/, (_, of, number) => `${of}:${question.get(Number(number))}`)
  const people = Map.groupBy(rows('SELECT id, person_id FROM identities'), (row) => row['person_id'])
  return {
    identities: [...identity.values()].map(String).toSorted(),
    people: [...people.values()]
      .map((members) => JSON.stringify(members.map((row) => nameOf(row['id'])).toSorted()))
      .toSorted(),
    links: rows('SELECT * FROM identity_links')
      .map((row) =>
        JSON.stringify([
          [nameOf(row['identity_id']), nameOf(row['other_identity_id'])].toSorted(),
          row['state'],
          row['by'],
        ]),
      )
      .toSorted(),
    proposals: rows('SELECT * FROM identity_proposals')
      .map((row) => {
        const members = (id: unknown) =>
          (people.get(id as number) ?? [])
            .map((one) => nameOf(one['id']))
            .toSorted()
            .join(' + ')
        return JSON.stringify([
          [members(row['person_id']), members(row['other_person_id'])].toSorted(),
          row['confidence'],
        ])
      })
      .toSorted(),
    teams: table('SELECT name, site FROM teams'),
    spells: [
      ...new Set(table('SELECT import_id, identity_id, team_id, basis, from_day, to_day FROM team_spells')),
    ],
    interactions: table('SELECT * FROM interactions'),
    texts: table('SELECT * FROM interaction_texts'),
    surveys: table('SELECT * FROM surveys'),
    evaluations: table('SELECT * FROM evaluations'),
    answers: rows('SELECT * FROM answers')
      .map((row) => {
        const [importId, rest] = String(evaluation.get(row['evaluation_id'])).split('#')
        return JSON.stringify({
          ...translate(row),
          evaluation_id: `${named(file, Number(importId)) as string}#${rest}`,
        })
      })
      .toSorted(),
    shifts: table('SELECT * FROM shifts'),
    summaries: table('SELECT * FROM period_summaries'),
    roster: table('SELECT * FROM roster_entries'),
    transcripts: table('SELECT * FROM transcripts'),
    segments: table(
      `SELECT import_id, row_number, position, speaker, role, start_ms, end_ms, text, confidence, sentiment
       FROM segments JOIN transcripts ON transcripts.id = transcript_id`,
    ),
    measures: table(
      `SELECT import_id, row_number, metric_id, value FROM conversation_measures JOIN transcripts ON transcripts.id = transcript_id`,
    ),
    marks: table(
      `SELECT import_id, row_number, position, kind, conversation_marks.label, first_segment, last_segment
       FROM conversation_marks JOIN transcripts ON transcripts.id = transcript_id`,
    ),
    quarantine: table('SELECT import_id, row_number, code, column_name, cells FROM quarantine'),
    contactDays: table('SELECT * FROM interaction_days'),
    observationDays: rows('SELECT * FROM observation_days')
      .map((row) => JSON.stringify({ ...translate(row), metric_id: metric(row['metric_id']) }))
      .toSorted(),
  }
}

/** What must hold in every workspace beside its own check: nothing remembered about facts that are not there. */
export function strays(database: ReadableDatabase): string[] {
  const kinds: [number, string][] = [
    [1, 'interactions'],
    [2, 'evaluations'],
    [3, 'surveys'],
    [4, 'shifts'],
    [5, 'period_summaries'],
    [6, 'roster_entries'],
    [7, 'transcripts'],
  ]
  return kinds.flatMap(([code, table]) =>
    (
      database.raw
        .prepare(
          `SELECT fact_id FROM fact_layers WHERE fact_kind = ? AND fact_id NOT IN (SELECT id FROM ${table})`,
        )
        .all(code) as { fact_id: number }[]
    ).map((row) => `a layer of ${table} ${row.fact_id}, which is not there`),
  )
}
