import { connect, inTransaction, migrate } from '../../../engine/store/index.ts'
import { randomFrom, type Random } from '../simulation/random.ts'

const WORDS = 30_000
const TURNS = 20
const AGENTS = 1000
const QUEUES = 10
const TEAMS = 50
const FIRST_DAY = 20_332
const DAYS = 365

/** The words of the made-up language, commonest first: as in speech, a few make most of what is said (Zipf's law). */
export function wordAt(rank: number): string {
  const syllables = [
    'ba',
    'de',
    'fi',
    'go',
    'hu',
    'ka',
    'le',
    'mi',
    'no',
    'pu',
    'ra',
    'se',
    'ti',
    'vo',
    'wu',
    'za',
  ]
  let text = ''
  for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) text += syllables[rest % 16]!
  return text
}

/** Draws ranks with a frequency of one over the rank. */
function zipf(random: Random): () => number {
  const upTo = new Float64Array(WORDS)
  let sum = 0
  for (let rank = 0; rank < WORDS; rank++) upTo[rank] = sum += 1 / (rank + 2.7)
  return () => {
    const wanted = random.uniform() * sum
    let low = 0
    let high = WORDS - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/**
 * Fills a new workspace file with `transcripts` conversations of 20 turns and about 200 words, with contacts, teams, measures and scores;
 * without the index of what is said, if told so.
 */
export function writeSaid(file: string, transcripts: number, isIndexed = true): void {
  const database = connect(file, 'write')
  try {
    migrate(database, file)
    const { raw } = database
    if (!isIndexed) raw.exec('DROP TRIGGER segments_said')
    const random = randomFrom(5)
    const draw = zipf(random)
    const words = Array.from({ length: WORDS }, (_, rank) => wordAt(rank))
    raw.exec(`
      INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
      INSERT INTO imports VALUES (1, 1, 'transcripts', NULL, 1, 'said.json', NULL, 'x', 1, '[]', 0, NULL, 1, 1, 0, 0, 0, '{}', '[]');
      INSERT INTO scorecards (id, name, strategy) VALUES (1, 'Voice', 'unknown');
      INSERT INTO scorecard_versions (id, scorecard_id, version) VALUES (1, 1, '1');
      INSERT INTO labels (id, kind, name) VALUES (100, 'channel', 'voice');`)
    const insert = {
      label: raw.prepare(`INSERT INTO labels (id, kind, name) VALUES (?, 'queue', ?)`),
      stratum: raw.prepare('INSERT INTO strata (id, queue_id, channel_id) VALUES (?, ?, 100)'),
      team: raw.prepare('INSERT INTO teams (id, name) VALUES (?, ?)'),
      identity: raw.prepare(
        'INSERT INTO identities (id, source_id, key, name, person_id) VALUES (?, 1, ?, ?, ?)',
      ),
      spell: raw.prepare(
        `INSERT INTO team_spells (import_id, identity_id, team_id, basis) VALUES (1, ?, ?, 'observed')`,
      ),
      contact: raw.prepare(
        `INSERT INTO interactions (id, import_id, row_number, source_id, contact_ref, identity_id, stratum_id, day, started_at) VALUES (?, 1, ?, 1, ?, ?, ?, ?, ?)`,
      ),
      transcript: raw.prepare(
        `INSERT INTO transcripts (id, import_id, row_number, source_id, interaction_id, vendor, vendor_facts, language, contact_day, duration_ms, read_version) VALUES (?, 1, ?, 1, ?, 'bench', '{}', 'en', ?, ?, 1)`,
      ),
      segment: raw.prepare(
        'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text, sentiment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      measure: raw.prepare(
        `INSERT INTO conversation_measures (transcript_id, metric_id, value, basis) VALUES (?, ?, ?, 'text')`,
      ),
      score: raw.prepare(
        `INSERT INTO evaluations (import_id, row_number, source_id, scorecard_version_id, interaction_id, computed_score) VALUES (1, ?, 1, 1, ?, ?)`,
      ),
    }
    inTransaction(database, () => {
      for (let queue = 1; queue <= QUEUES; queue++) {
        insert.label.run(queue, `Queue ${queue}`)
        insert.stratum.run(queue, queue)
      }
      for (let team = 1; team <= TEAMS; team++) insert.team.run(team, `Team ${team}`)
      for (let agent = 1; agent <= AGENTS; agent++) {
        insert.identity.run(agent, `agent ${agent}`, `Agent ${agent}`, agent)
        insert.spell.run(agent, 1 + (agent % TEAMS))
      }
    })
    const PIECE = 2000
    for (let first = 1; first <= transcripts; first += PIECE)
      inTransaction(database, () => {
        for (let id = first; id < Math.min(first + PIECE, transcripts + 1); id++) {
          const day = FIRST_DAY + Math.floor((id / transcripts) * DAYS)
          const startedAt = day * 86_400_000 + (id % 36_000) * 1000
          insert.contact.run(
            id,
            id,
            `C-${id}`,
            random.integer(1, AGENTS),
            random.integer(1, QUEUES),
            day,
            startedAt,
          )
          insert.transcript.run(id, id, id, day, TURNS * 12_000)
          for (let turn = 0; turn < TURNS; turn++) {
            const said: string[] = []
            for (let length = random.integer(3, 17); length > 0; length--) said.push(words[draw()]!)
            const isAgent = turn % 2 === 0
            insert.segment.run(
              id,
              turn,
              isAgent ? 'Agent' : 'Customer',
              isAgent ? 'agent' : 'customer',
              turn * 12_000,
              turn * 12_000 + 9000,
              said.join(' '),
              isAgent ? null : random.uniform() * 2 - 1,
            )
          }
          insert.measure.run(id, 'silence_share', random.uniform() * 0.4)
          insert.measure.run(id, 'customer_sentiment_end', random.uniform() * 2 - 1)
          if (id % 5 === 0) insert.score.run(id, id, random.uniform())
        }
      })
  } finally {
    database.raw.close()
  }
}
