import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPhrases, isMatch } from '../../../engine/search/find-phrases.ts'
import { turnExpression } from '../../../engine/search/match-expression.ts'
import { parseQuery, phrasesOf } from '../../../engine/search/parse-query.ts'
import type { Query } from '../../../engine/search/query.ts'
import { relevanceOf, tellingness } from '../../../engine/search/relevance.ts'
import { wordsOf } from '../../../engine/search/words.ts'
import { connect, type WritableDatabase } from '../../../engine/store/index.ts'

let database: WritableDatabase
beforeAll(() => {
  database = connect(':memory:', 'write')
  database.raw.exec(`CREATE VIRTUAL TABLE said USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')`)
})
afterAll(() => database.raw.close())

function parsed(text: string): Query | null {
  const result = parseQuery(text)
  return 'problem' in result ? null : result.query
}

function marked(query: string, text: string): string[] {
  const phrases = phrasesOf(parsed(query)!.clauses)
  return findPhrases(phrases, wordsOf(text)).map(({ startChar, endChar }) => text.slice(startChar, endChar))
}

test('what was looked for is found in the text as characters', () => {
  expect(marked('cafe', 'The Café, the CAFE and cafes')).toEqual(['Café', 'CAFE'])
  expect(marked('cafe*', 'cafés')).toEqual(['cafés'])
  expect(marked('"charged twice"', 'charged once, charged — twice')).toEqual(['charged — twice'])
  expect(marked("i'm OR mad", "I'm mad. I am")).toEqual(["I'm", 'mad'])
  expect(marked('"a b" "b c"', 'a b c')).toEqual(['a b c'])
  expect(marked('grin', '😀 grin 😀')).toEqual(['grin'])
})

/** Whether SQLite's index finds `text`. */
function indexFinds(query: Query, text: string): boolean {
  database.raw.exec('DELETE FROM said')
  database.raw.prepare('INSERT INTO said (text) VALUES (?)').run(text)
  return (
    database.raw.prepare('SELECT 1 FROM said WHERE said MATCH ?').get(turnExpression(query)) !== undefined
  )
}

test('our own reading of a turn agrees with the index', () => {
  const word = fc.constantFrom('red', 'redo', 'ren', 'Réd', 'blue', 'green', "it's")
  const operator = fc.constantFrom(' ', ' ', ' OR ', ' ~1 ', ' ~2 ', ' -')
  const piece = fc.oneof(
    word,
    word,
    fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
    word.map((text) => `${text}*`),
  )
  const query = fc
    .array(fc.tuple(piece, operator), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().join('').trim())
  const said = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(query, said, (query, text) => {
      const read = parsed(query)
      fc.pre(read !== null)
      expect(isMatch(read, wordsOf(text))).toBe(indexFinds(read, text))
    }),
    { numRuns: 600 },
  )
})

test('whatever is typed, the index never refuses it', () => {
  const pieces = fc.constantFrom(
    '"',
    '*',
    '-',
    '~',
    '~5',
    ' OR ',
    ' NOT ',
    '(',
    ')',
    ':',
    'NEAR',
    'abc',
    'ab',
    '\0',
    ' ',
    '^',
    '{',
    '᾿',
    '①',
    '٣',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const read = parsed(typed)
      if (read) indexFinds(read, 'abc')
    }),
    { numRuns: 400 },
  )
})

test('a rarer word, said more often in a shorter turn, counts for more', () => {
  const phrases = phrasesOf(parsed('refund OR bill')!.clauses)
  const turns = [
    'refund please',
    'refund my bill please',
    'refund refund',
    'bill please',
    'nothing of it',
  ].map(wordsOf)
  const [one, both, twice, common, none] = relevanceOf(turns, phrases, [
    tellingness(10, 1000),
    tellingness(400, 1000),
  ])
  expect(both).toBeGreaterThan(common!)
  expect(twice).toBeGreaterThan(one!)
  expect(one).toBeGreaterThan(common!)
  expect(none).toBe(0)
})
