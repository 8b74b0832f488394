import Database from 'better-sqlite3-multiple-ciphers'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { markedLanguage } from './marked-catalogues.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What a text is compared by: its words, without what stands around them. */
export const wordsOf = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}#]+/u, '')
    .replace(/[^\p{L}\p{N}#]+$/u, '')

/**
 * Every text that stands in a workspace, those in its JSON included: names, files, words that were said. Not those that the program means something
 * by, `waiting` or `hold_time`, since these are said in words: what a column allows, and what stands in the sources as such a word.
 */
export function textsOfWorkspace(file: string): Set<string> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
      )
      .all()
    const meant = wordsOfSources()
    for (const { sql } of tables) for (const [, word] of sql.matchAll(/'([^']*)'/g)) meant.add(word!)
    const texts = new Set<string>()
    const add = (text: string) => {
      const words = wordsOf(text)
      if (/\p{L}/u.test(words) && !meant.has(text))
        texts.add(words).add(wordsOf(text.slice(text.lastIndexOf('/') + 1)))
    }
    for (const { name } of tables)
      for (const column of db.pragma(`table_info("${name}")`) as { name: string; type: string }[]) {
        if (column.type !== 'TEXT') continue
        const values = db.prepare(`SELECT DISTINCT "${column.name}" FROM "${name}"`).pluck().all()
        for (const value of values)
          if (typeof value === 'string') for (const text of textsIn(value)) add(text)
      }
    return texts
  } finally {
    db.close()
  }
}

/** A value, or the texts in it where it is JSON. */
function textsIn(value: string): string[] {
  if (!/^[[{]/.test(value)) return [value]
  try {
    const texts: string[] = []
    JSON.parse(value, (_, own: unknown) => {
      if (typeof own === 'string') texts.push(own)
      return own
    })
    return texts
  } catch {
    return [value]
  }
}

/** Words that the program means something by: they stand in quotes in the sources, begin small and are one word. */
function wordsOfSources(): Set<string> {
  const files = globSync('{shared,engine,renderer}/**/*.{ts,tsx}', { cwd: root })
  const words = files
    .filter((file) => !file.startsWith(join('engine', 'sample')))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/(?<=')[a-z][a-z0-9_-]*(?=')/g) ?? [])
  return new Set(words)
}

/** What the system itself says of days, spans and languages in the marked language, with `#` for numbers: `Nov`, `Montag`, `vor # Tagen`. */
export function wordsOfSystem(): Set<string> {
  const said: string[] = []
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(markedLanguage, { ...options, timeZone: 'UTC' })
  for (const style of ['short', 'long'] as const) {
    for (let month = 0; month < 12; month++)
      for (const options of [{ month: style }, { month: style, day: 'numeric' as const }])
        for (const { type, value } of date(options).formatToParts(Date.UTC(2026, month, 1)))
          if (type === 'month') said.push(value)
    for (let day = 1; day <= 7; day++) said.push(date({ weekday: style }).format(Date.UTC(2026, 5, day)))
  }
  const relative = new Intl.RelativeTimeFormat(markedLanguage, { numeric: 'auto' })
  for (const unit of ['day', 'week', 'month', 'year', 'hour', 'minute'] as const)
    for (const number of [-5, -2, -1, 0, 1, 2, 5]) said.push(relative.format(number, unit))
  const names = new Intl.DisplayNames(markedLanguage, { type: 'language', fallback: 'none' })
  for (const first of letters) for (const second of letters) said.push(names.of(first + second) ?? '')
  // the sign of statistics for a number of observations is the same everywhere
  const words = ['n', ...said]
    .map((text) => wordsOf(text.replaceAll(/\d+/g, '#')))
    .filter((text) => text !== '')
  return new Set([...words, ...Intl.supportedValuesOf('currency'), ...Intl.supportedValuesOf('timeZone')])
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
