import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** A string that begins as a statement begins. SQL is written in upper case here, which is also what tells it from prose.
 * Where a transaction begins and ends is the domain's own business. */
const statement =
  /['"`]\s*(SELECT\s|INSERT (INTO|OR)\s|UPDATE \w+\s+SET\s|DELETE FROM\s|CREATE (TABLE|INDEX|UNIQUE|VIRTUAL|TRIGGER|VIEW)\s|ALTER TABLE\s|DROP (TABLE|INDEX)\s|WITH (RECURSIVE )?\w+ (\(|AS)|PRAGMA\s)/

function mayHoldSql(file: string): boolean {
  return file.endsWith('.store.ts') || file.startsWith('engine/store/')
}

function filesWithSql(files: { path: string; text: string }[]): string[] {
  return files.filter(({ path, text }) => !mayHoldSql(path) && statement.test(text)).map(({ path }) => path)
}

test('SQL stands only in *.store.ts and engine/store, so that a change of the schema is found in one kind of file', () => {
  const paths = globSync('{shared,engine,cli,electron,renderer}/**/*.{ts,tsx}', { cwd: root })
  expect(paths.length).toBeGreaterThan(50)
  expect(filesWithSql(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })))).toEqual(
    [],
  )
})

test('SQL planted in a domain, an API file or a door is found, and in a store it is not', () => {
  const text = 'const found = all(database, `SELECT id FROM agents`)'
  const paths = ['engine/people/people.ts', 'engine/api/people.ts', 'cli/commands/rank.ts']
  expect(filesWithSql(paths.map((path) => ({ path, text })))).toEqual(paths)
  expect(filesWithSql([{ path: 'engine/people/people.store.ts', text }])).toEqual([])
  expect(filesWithSql([{ path: 'engine/people/people.ts', text: "label: 'SELECTED agents'" }])).toEqual([])
})
