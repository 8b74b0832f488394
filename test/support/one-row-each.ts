import type { WritableDatabase } from '../../engine/store/index.ts'

/** Whom every row is about, where its table can be about anybody: words and numbers that stand nowhere else. */
export const somebody = {
  identity: 71_001,
  other: 71_002,
  name: 'Ulrike Zwirnbaum',
  key: 'uz-naming-key',
  email: 'ulrike.zwirnbaum@acme.example',
  externalId: 'AG-UZ-551',
  contact: 'CT-ALPHA-771',
  customer: 'KDNR-7781-ALPHA',
}

/** A word of its own for what stands in a column. */
export const markOf = (table: string, column: string) => `mark:${table}.${column};`

type Cell = string | number | null | Buffer
type Row = Record<string, Cell>

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

const DAY = 20_500

/** Filled by SQLite itself, kept by the workspace for itself, or, of a policy, read anew with every call. */
const leftAlone = /^(segment_search.*|sqlite_sequence|lease|policies|settings)$/

/** Numbers and words that stand for the same wherever a column is called so. */
const byName: Record<string, Cell> = {
  identity_id: somebody.identity,
  person_id: somebody.identity,
  other_identity_id: somebody.other,
  other_person_id: somebody.other,
  contact_ref: somebody.contact,
  day: DAY,
  contact_day: DAY,
  question_key: 'greeting',
  stable_key: 'greeting',
  from_day: DAY,
  to_day: DAY,
  // nothing was deleted, undone or taken back before
  undone_at: null,
  removed_at: null,
  sound_deleted_at: null,
  words_deleted_at: null,
  skipped_at: null,
  beside_id: null,
}

/** Every row of a table that is not made of its columns alone. JSON has the shape its readers expect. */
function rowsOf(customerHash: number): Record<string, readonly Row[]> {
  const evidence = (table: string) => ({
    agentId: somebody.identity,
    evidence: {
      interactionId: 1,
      title: markOf(table, 'title'),
      detail: markOf(table, 'detail'),
      turns: [markOf(table, 'turns')],
    },
    note: markOf(table, 'note'),
    contact: { contactRef: somebody.contact },
  })
  const json = (value: unknown) => JSON.stringify(value)
  return {
    identities: [
      {
        id: somebody.identity,
        key: somebody.key,
        name: somebody.name,
        email: somebody.email,
        external_id: somebody.externalId,
        other_ids: json([somebody.externalId]),
      },
      {
        id: somebody.other,
        key: 'other',
        name: 'Bo Stone',
        email: null,
        external_id: null,
        other_ids: null,
        person_id: somebody.other,
      },
    ],
    interactions: [{ customer_hash: customerHash }],
    transcripts: [
      {
        interaction_id: 1,
        stated_customer_hash: customerHash,
        vendor_facts: json({ a: markOf('transcripts', 'vendor_facts') }),
      },
    ],
    fact_layers: [1, 2, 3, 4, 5, 6, 7].map((kind) => ({
      fact_kind: kind,
      fact_id: 1,
      patch: json([['subject', markOf('fact_layers', 'patch')]]),
    })),
    coaching_sessions: [{ id: 1, moments: json([evidence('coaching_sessions')]) }],
    coaching_session_people: [
      { figure: '{}' },
      {
        person_id: somebody.other,
        name: 'Bo Stone',
        team: 'Theirs',
        figure: '{}',
        comment: '',
        draft_words: '',
      },
    ],
    calibration_items: [
      {
        conversation: json({
          turns: [
            { text: `${markOf('calibration_items', 'conversation')} ${somebody.contact} ${somebody.name}` },
          ],
        }),
      },
    ],
    calibration_settlements: [{ answer: json({ text: markOf('calibration_settlements', 'answer') }) }],
    reviews: [{ before_draw: json({ why: markOf('reviews', 'before_draw') }) }],
    disputes: [{ raised_as: 'agent', raised_by: somebody.name, standing: '{}', proposed: '{}' }],
    roster_entries: [{ manager_name: somebody.name }],
    calibration_submissions: [
      {
        content: json({
          quote: markOf('calibration_submissions', 'quote'),
          note: markOf('calibration_submissions', 'note'),
          text: markOf('calibration_submissions', 'text'),
        }),
      },
    ],
    question_rules: [
      {
        rule: '{}',
        examples: json([
          {
            turns: [
              {
                text: `What was said there: ${markOf('segments', 'text')} ${somebody.contact} ${somebody.name}`,
              },
            ],
          },
        ]),
      },
    ],
    segments: [
      { text: `What was said there: ${markOf('segments', 'text')} ${somebody.contact} ${somebody.name}` },
    ],
    saved_searches: [{ search: json({ agentId: somebody.identity, query: somebody.contact }) }],
    systemic_findings: [
      {
        conversations: json([
          {
            interactionId: 1,
            agent: { id: somebody.identity, name: somebody.name },
            note: markOf('systemic_findings', 'conversations'),
          },
        ]),
        figures: '{}',
      },
    ],
    systemic_finding_events: [
      { text: `${markOf('systemic_finding_events', 'text')} ${somebody.name} ${somebody.contact}` },
    ],
    quarantine: [{ columns: json(['a']), cells: json([`${somebody.name} ${somebody.contact}`]) }],
    imports: [
      { kind: 'recordings', warnings: json([markOf('imports', 'warnings')]), mappings: '{}', facts: '{}' },
    ],
    jobs: [
      {
        state: 'done',
        payload: json({ personId: somebody.identity, customerHash }),
        result: null,
        error: null,
      },
    ],
    // lifted: one in force would keep everything
    legal_holds: [
      { kind: 'person', subject: json({ personId: somebody.identity }) },
      { id: 2, kind: 'customer', subject: json({ customerHash }) },
    ],
    audit_log: [{ seq: 1000, record: `agentId ${somebody.identity}, interactionId 1`, details: '{}' }],
    audit_events: [{ figures: '{}' }],
    scorecard_versions: [{ definition: null, based_on_id: null }],
    evaluations: [{ origin: 'human' }],
    shifts: [{ status_times: '[]' }],
    period_summaries: [{ figures: '[]' }],
    recordings: [{ warnings: '[]', media_name: null }],
    recording_sounds: [{ activity: '[]', peaks: Buffer.from(markOf('recording_sounds', 'peaks')) }],
    profiles: [{ passphrase: null, removed_at: 1 }],
    metric_targets: [{ metric_id: 'aht' }],
    pinned_weights: [{ driver_id: 'aht' }],
  }
}

/** Fills every table of an empty workspace with a row about the same agent and the same customer. */
export function fillOneRowEach(database: WritableDatabase, customerHash: number): void {
  const { raw } = database
  const tables = (
    raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
      name: string
      sql: string
    }[]
  ).filter(({ name }) => !leftAlone.test(name))
  const special = rowsOf(customerHash)
  // rows refer to each other in rings: what refers to nothing is found at the end
  raw.pragma('foreign_keys = OFF')
  for (const { name, sql } of tables) {
    const columns = raw
      .prepare(`SELECT * FROM pragma_table_xinfo('${name}') WHERE hidden = 0`)
      .all() as Column[]
    const fromRow = (own: Row) =>
      Object.fromEntries(
        columns.map((column) => [
          column.name,
          own[column.name] !== undefined ? own[column.name]! : cellOf(name, column, sql),
        ]),
      )
    for (const own of special[name] ?? [{}]) {
      const row = fromRow(own)
      const names = Object.keys(row)
      raw
        .prepare(
          `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((one) => `@${one}`).join(', ')})`,
        )
        .run(row)
    }
  }
  raw.pragma('foreign_keys = ON')
  const dangling = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (dangling.length > 0) throw new Error(`Rows refer to nothing: ${JSON.stringify(dangling)}`)
}

function cellOf(table: string, { name, type, notnull }: Column, sql: string): Cell {
  const known = byName[name]
  if (known !== undefined && (known !== null || notnull === 0)) return known
  if (type !== 'TEXT') return 1
  const allowed = new RegExp(`\\b${name}\\s+TEXT[^,]*?CHECK \\(${name} IN \\('([^']*)'`).exec(sql)
  return allowed ? allowed[1]! : markOf(table, name)
}
