import { connect, inTransaction } from '../../../engine/store/index.ts'

const TURNS = 10
const said = [
  'Thank you for calling, how can I help you today?',
  'My invoice is higher than it was last month and nobody told me why.',
  'Let me have a look at that for you, it takes a moment.',
  'I have called about this twice before, and I am still waiting for an answer.',
  'I can see the charge, it was booked twice and I have taken one of them back.',
]
const PIECE = 5000

/** Gives every eighth contact of a workspace a conversation of ten turns with its measures and a recording that lies elsewhere. Gives how many. */
export function writeConversations(file: string): number {
  const database = connect(file, 'write')
  try {
    const { raw } = database
    const contacts = raw
      .prepare(
        'SELECT id, source_id AS sourceId, contact_ref AS ref, identity_id AS identityId, day, started_at AS startedAt FROM interactions WHERE id % 8 = 0 ORDER BY id',
      )
      .all() as {
      id: number
      sourceId: number
      ref: string
      identityId: number
      day: number
      startedAt: number
    }[]
    raw.exec(
      `INSERT INTO imports VALUES (1001, ${contacts[0]!.sourceId}, 'recordings', NULL, 1, 'calls', NULL, 'calls', 1, '[]', 0, NULL, 1, 1, 0, 0, 0, '{}', '[]', NULL)`,
    )
    const insert = {
      transcript: raw.prepare(
        `INSERT INTO transcripts (id, import_id, row_number, source_id, contact_ref, interaction_id, identity_id, vendor, vendor_facts, language, started_at, day, contact_day, duration_ms, read_version)
         VALUES (?, 1001, ?, ${contacts[0]!.sourceId}, ?, ?, ?, 'bench', '{}', 'en', ?, ?, ?, ?, 1000)`,
      ),
      segment: raw.prepare(
        'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      measure: raw.prepare(
        `INSERT INTO conversation_measures (transcript_id, metric_id, value, basis) VALUES (?, 'silence_share', ?, 'text')`,
      ),
      recording: raw.prepare(
        `INSERT INTO recordings (transcript_id, sha256, name, path, bytes, format, codec, sample_rate, channel_count, duration_ms, listened_version)
         VALUES (?, ?, ?, ?, 1, 'wav', 'pcm', 8000, 2, ?, 1000)`,
      ),
    }
    const durationMs = TURNS * 12_000
    for (let from = 0; from < contacts.length; from += PIECE)
      inTransaction(database, () => {
        for (const [place, { id, ref, identityId, day, startedAt }] of contacts
          .slice(from, from + PIECE)
          .entries()) {
          const number = from + place + 1
          insert.transcript.run(number, number, ref, id, identityId, startedAt, day, day, durationMs)
          for (let turn = 0; turn < TURNS; turn++) {
            const role = turn % 2 === 0 ? 'agent' : 'customer'
            const startMs = turn * 12_000
            insert.segment.run(number, turn, role, role, startMs, startMs + 9000, said[(number + turn) % 5])
          }
          insert.measure.run(number, (number % 40) / 100)
          insert.recording.run(
            number,
            number.toString(16).padStart(64, '0'),
            `${ref}.wav`,
            `/calls/${ref}.wav`,
            durationMs,
          )
        }
      })
    return contacts.length
  } finally {
    database.raw.close()
  }
}
