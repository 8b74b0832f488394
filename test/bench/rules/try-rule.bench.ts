// Run with: node test/bench/rules/try-rule.bench.ts. Wall time through the contract, of a workspace with 10,000 conversations of 40 turns:
// until the first figures of a try are there and until it is finished, with nothing prepared and again after an edit. Goal: first in 1 s.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directClient } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'
import { connect, inTransaction } from '../../../engine/store/index.ts'
import type { QuestionRule } from '../../../shared/domain/rule.ts'
import { benchConversations } from '../reading/conversations.ts'

const COUNT = 10_000
const TURNS = 40
const FIRST_DAY = 20_500

const folder = mkdtempSync(join(tmpdir(), 'debrief-bench-'))
const workspace = join(folder, 'workspace')
const engine = await createEngine({ workspace, takesPaths: true, now: () => Date.UTC(2026, 2, 30) })
try {
  const client = directClient(engine)
  fill(join(workspace, 'debrief.sqlite'))
  const { id: scorecardId } = await client.scorecards.create({ title: 'Bench', from: { kind: 'starter' } })
  const questionId = (await client.scorecards.get({ id: scorecardId })).draft!.definition.questions[0]!.id
  const { rules } = await client.rules.library()
  for (const id of ['greeting', 'empathy', 'recap']) {
    const { rule } = rules.find((ready) => ready.id === id)!
    for (const when of ['asked', 'edited', 'edited again']) {
      const { firstMs, allMs, done } = await timed({ scorecardId, questionId }, edited(rule, when))
      process.stdout.write(
        `${`${id}, ${when}`.padEnd(28)}first ${Math.round(firstMs)} ms, all ${done} ${Math.round(allMs)} ms\n`,
      )
    }
  }

  async function timed(asked: { scorecardId: number; questionId: string }, rule: QuestionRule) {
    const start = performance.now()
    let firstMs: number | undefined
    let done = 0
    const scope = { days: 3000, limit: COUNT }
    for await (const figures of await client.rules.try({ ...asked, rule, scope })) {
      firstMs ??= performance.now() - start
      done = figures.done
    }
    return { firstMs: firstMs ?? 0, allMs: performance.now() - start, done }
  }
} finally {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The same rule with another sureness: compiled anew as after an edit. */
function edited(rule: QuestionRule, when: string): QuestionRule {
  if (rule.answers !== 'pass-fail') return rule
  return { ...rule, pass: { ...rule.pass, confidence: when === 'asked' ? 0.9 : 0.85 } }
}

function fill(file: string): void {
  const database = connect(file, 'write')
  try {
    const { raw } = database
    inTransaction(database, () => {
      raw.exec(`
        INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
        INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
          VALUES (1, 1, 'transcripts', 'calls.json', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');
        INSERT OR IGNORE INTO strata (id) VALUES (1);
        INSERT INTO identities (id, source_id, key, name, person_id) VALUES (1, 1, 'ana', 'Ana Reyes', 1);
        DROP TRIGGER segments_said;`)
      const contact = raw.prepare(
        'INSERT INTO interactions (id, import_id, row_number, source_id, stratum_id, day, identity_id) VALUES (?, 1, ?, 1, 1, ?, 1)',
      )
      const transcript = raw.prepare(
        `INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts, interaction_id, language, contact_day, read_version)
         VALUES (?, 1, ?, 1, 'x', '{}', ?, 'en', ?, 5)`,
      )
      const segment = raw.prepare(
        'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      for (const [index, segments] of benchConversations(COUNT, TURNS).entries()) {
        const id = index + 1
        const day = FIRST_DAY + (index % 365)
        contact.run(id, id, day)
        transcript.run(id, id, id, day)
        for (const [position, { speaker, startMs, endMs, text }] of segments.entries())
          segment.run(id, position, speaker, speaker, toWhole(startMs), toWhole(endMs), text)
      }
    })
  } finally {
    database.raw.close()
  }
}

function toWhole(ms: number | null | undefined): number | null {
  return typeof ms === 'number' ? Math.round(ms) : null
}
