import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, findDamage, migrate } from '../../../engine/store/index.ts'
import { migrations } from '../../../engine/store/migrations/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a connection that looked before another one changed the search index takes nothing for damage', () => {
  const file = join(temporaryFolder(), 'debrief.sqlite')
  const writer = connect(file, 'write')
  onTestFinished(() => void writer.raw.close())
  migrate(writer, file, migrations)
  writer.raw.exec(`
    INSERT INTO sources (id, name, time_zone, created_at) VALUES (1, 'calls', 'UTC', 0);
    INSERT INTO imports (id, source_id, kind, file_name, file_sha256, file_bytes, mappings, imported_at, rows_read, rows_added, rows_updated,
      rows_unchanged, rows_quarantined, facts, warnings) VALUES (1, 1, 'transcripts', 'a', 'x', 1, '[]', 0, 1, 1, 0, 0, 0, '{}', '[]');`)
  const reader = connect(file, 'read')
  onTestFinished(() => void reader.raw.close())
  const say = (id: number) =>
    writer.raw.exec(`
      INSERT INTO transcripts (id, import_id, row_number, source_id, vendor, vendor_facts) VALUES (${id}, 1, ${id}, 1, 'x', '{}');
      INSERT INTO segments (transcript_id, position, speaker, role, text) VALUES (${id}, 0, 'A', 'agent', 'word ${id}'), (${id}, 1, 'B', 'customer', 'other ${id}');`)
  for (let id = 1; id <= 40; id++) {
    say(id)
    if (id % 3 === 0) writer.raw.exec(`DELETE FROM transcripts WHERE id = ${id - 1}`)
    expect(findDamage(reader)).toEqual([])
  }
})
